import { request as httpRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createMemoryLeases } from '@ruzlet/platform/cache/memory-leases';
import { overEventStream, overWebSocket, received, type Received } from '@ruzlet/testkit/live';
import { waitFor } from '@ruzlet/testkit/wait';
import { openLiveWorld, type LiveWorld } from './live-world.js';

const told = `subscription ($topic: ID!) { told(topic: $topic) { text author { id name } } }`;
const rivers = { topic: 'rivers' };

let world: LiveWorld;
const streams: Received[] = [];
async function open(...options: Parameters<typeof openLiveWorld>): Promise<LiveWorld> {
  world = await openLiveWorld(...options);
  return world;
}
async function sse(query: string, variables: object = {}, token?: string): Promise<Received> {
  const stream = await overEventStream(world.url, query, variables, token);
  streams.push(stream);
  return stream;
}
function ws(query: string, variables: object = {}, token?: string): Received {
  const stream = overWebSocket(world.url, query, variables, token);
  streams.push(stream);
  return stream;
}
const standing = (count: number) => waitFor(() => world.feed.watchers() === count, { what: 'the subscriptions' });
const codes = (stream: Received) =>
  stream.messages.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.stop();
  await world.close();
});

describe('subscriptions over HTTP subgraphs', () => {
  it('resolve each event through federation, for every client, over both protocols', async () => {
    await open();
    const all = [await sse(told, rivers), ws(told, rivers), await sse(told, { topic: 'seas' })] as const;
    await standing(3);
    await world.tell('rivers', 'Elbe', 'Oder');
    for (const stream of all.slice(0, 2)) {
      await waitFor(() => stream.messages.length === 2, { what: 'both events' });
      expect(stream.messages).toEqual(
        ['Elbe', 'Oder'].map((text) => ({ data: { told: { text, author: { id: 'ann', name: 'Name of ann' } } } })),
      );
    }
    expect(all[2].messages).toEqual([]);
  });

  it('ask other subgraphs once for watchers of one token, and for each of those with tokens of their own', async () => {
    await open();
    const watchers = 12;
    const requestsOf = async (topic: string, tokenOf: (place: number) => string) => {
      const others = world.feed.watchers();
      const all = await Promise.all(
        Array.from({ length: watchers }, (_, place) => sse(told, { topic }, tokenOf(place))),
      );
      await standing(others + watchers);
      const before = world.subgraphs.people.requests();
      await world.tell(topic, 'Elbe');
      for (const stream of all) await received(stream, ({ data }) => data, 'the event');
      return world.subgraphs.people.requests() - before;
    };
    expect(await requestsOf('rivers', () => 'ann')).toBeLessThan(watchers);
    expect(await requestsOf('seas', (place) => `person-${String(place)}`)).toBeGreaterThanOrEqual(watchers);
  });

  it('answer aliases, fragments, conditions and types as queries do', async () => {
    await open();
    const query = `subscription ($topic: ID!, $no: Boolean!) {
      it: told(topic: $topic) { __typename ...Text author @skip(if: $no) { id } writer: author { label: name } }
    } fragment Text on News { words: text }`;
    const stream = await sse(query, { ...rivers, no: true });
    await standing(1);
    await world.tell('rivers', 'Elbe');
    const { it: answer } = await received(stream, ({ data }) => data, 'the event');
    expect(answer).toEqual({ __typename: 'News', words: 'Elbe', writer: { label: 'Name of ann' } });
  });

  it('go on with a hole when another subgraph is down', async () => {
    await open();
    const stream = await sse(told, rivers);
    await standing(1);
    await world.subgraphs.people.stop();
    await world.tell('rivers', 'Elbe');
    const message = await waitFor(() => stream.messages[0], { what: 'the event' });
    expect(message.data).toEqual({ told: { text: 'Elbe', author: { id: 'ann', name: null } } });
    expect(message.errors?.[0]).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    expect(stream.ended).toBeUndefined();
  });

  it('end with an error and are complete when their subgraph goes away', async () => {
    await open();
    const both = [await sse(told, rivers), ws(told, rivers)];
    await standing(2);
    await world.subgraphs.news.stop();
    for (const stream of both) {
      await waitFor(() => stream.ended, { what: 'the end' });
      expect(codes(stream)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(stream.ended).toBe('complete');
    }
  });

  it('leave nothing behind in the subgraph when clients go', async () => {
    await open();
    const both = [await sse(told, rivers), ws(told, rivers)];
    await standing(2);
    for (const stream of both) stream.stop();
    await standing(0);
  });

  it('end while they are idle when their token ends', async () => {
    await open({ subscriptions: { tokenCheckMs: 20 } });
    const streamed = await sse(told, rivers, 'ann');
    const socket = ws(told, rivers, 'ann');
    const other = await sse(told, rivers, 'bob');
    await standing(3);
    world.badTokens.add('ann');
    await waitFor(() => streamed.ended && socket.ended, { what: 'both ends' });
    expect(codes(streamed)).toEqual(['UNAUTHENTICATED']);
    expect(socket.closeCode).toBe(4403);
    expect(other.ended).toBeUndefined();
  });

  it('tell a slow client that it has missed events, and hold up nobody else', async () => {
    await open();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const query = new URLSearchParams({ query: told, variables: JSON.stringify(rivers) });
      httpRequest(`${world.url}/graphql?${query.toString()}`, { headers: { accept: 'text/event-stream' } }, resolve)
        .on('error', reject)
        .end();
    });
    // Takes nothing: the buffers on the way fill up, and then the queue in the subgraph.
    response.pause();
    const quick = await sse(told, rivers);
    await standing(2);
    const large = 'x'.repeat(500_000);
    let sent = 0;
    while (world.feed.watchers() === 2) {
      await world.tell('rivers', `${String(sent)} ${large}`);
      sent += 1;
      await waitFor(() => quick.messages.length >= sent, { what: 'the quick client' });
    }
    let text = '';
    response
      .setEncoding('utf8')
      .on('data', (chunk: string) => (text += chunk))
      .resume();
    await waitFor(() => text.endsWith('event: complete\ndata:\n\n'), { what: 'the end' });
    expect(text).toContain('EVENTS_MISSED');
    expect(text.split('event: next').length - 1).toBeLessThan(sent + 1);
    expect(quick.messages.length).toBe(sent);
  });
});

describe('what subscriptions are refused for', () => {
  it('limits and rules of operations hold, over both protocols', async () => {
    await open({ operationLimits: { depthMax: 5 }, costLimits: { costMax: 40 } });
    const deep = `subscription { nested { ${'deep { '.repeat(9)} leaf ${'}'.repeat(9)} } }`;
    const cases: [string, string][] = [
      [deep, 'OPERATION_LIMIT_EXCEEDED'],
      ['subscription { tald { text } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription {', 'GRAPHQL_PARSE_FAILED'],
      [told, 'BAD_USER_INPUT'],
      ['{ __schema { description } }', 'GRAPHQL_VALIDATION_FAILED'],
    ];
    for (const [query, code] of cases) {
      for (const stream of [await sse(query), ws(query)]) {
        await waitFor(() => stream.ended, { what: `the refusal of ${query.slice(0, 30)}` });
        expect(codes(stream)).toEqual([code]);
      }
    }
    expect(world.feed.watchers()).toBe(0);
  });

  it('a bad token is refused before anything else', async () => {
    await open();
    world.badTokens.add('eve');
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: 'Bearer eve' },
      body: JSON.stringify({ query: told, variables: rivers }),
    });
    expect(response.status).toBe(401);
    const socket = ws(told, rivers, 'eve');
    await waitFor(() => socket.ended, { what: 'the end' });
    expect(socket.closeCode).toBe(4403);
  });

  it('a user has so many at a time, and gets room again by ending one', async () => {
    await open({ subscriptions: { perUserMax: 2 } });
    const mine = [await sse(told, rivers, 'ann'), await sse(told, rivers, 'ann')];
    const third = ws(told, rivers, 'ann');
    await waitFor(() => third.ended, { what: 'the refusal' });
    expect(codes(third)).toEqual(['RATE_LIMITED']);
    await sse(told, rivers, 'bob');
    mine[0]?.stop();
    await standing(2);
    await sse(told, rivers, 'ann');
    await standing(3);
  });

  it('of a user are counted in all routers that share leases', async () => {
    const leases = createMemoryLeases();
    await open({ subscriptions: { perUserMax: 2 }, leases });
    const other = await openLiveWorld({ subscriptions: { perUserMax: 2 }, leases });
    try {
      const first = await sse(told, rivers, 'ann');
      await standing(1);
      streams.push(await overEventStream(other.url, told, rivers, 'ann'));
      await waitFor(() => other.feed.watchers() === 1, { what: 'the subscription there' });
      const refused = ws(told, rivers, 'ann');
      await waitFor(() => refused.ended, { what: 'the refusal' });
      expect(codes(refused)).toEqual(['RATE_LIMITED']);
      first.stop();
      await standing(0);
      streams.push(await overEventStream(other.url, told, rivers, 'ann'));
      await waitFor(() => other.feed.watchers() === 2, { what: 'the room there' });
    } finally {
      await other.close();
    }
  });

  it('a GET changes nothing, and a form of another site cannot subscribe', async () => {
    await open();
    const headers = { accept: 'text/event-stream' };
    const mutation = `${world.url}/graphql?query=${encodeURIComponent('mutation { touch }')}`;
    expect((await fetch(mutation, { headers })).status).toBe(400);
    const form = { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: '{"query":"{hello}"}' };
    expect((await fetch(`${world.url}/graphql`, form)).status).toBe(400);
  });

  it('a subscription without a stream is told how to get one', async () => {
    await open();
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: told, variables: rivers }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('text/event-stream');
  });
});

describe('WebSocket', () => {
  function raw(protocol = 'graphql-transport-ws', options: WebSocket.ClientOptions = {}) {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, protocol, options);
    const seen: { messages: any[]; code?: number; status?: number } = { messages: [] };
    socket.on('message', (data: Buffer) => seen.messages.push(JSON.parse(data.toString())));
    socket.on('close', (code) => (seen.code = code));
    socket.on('unexpected-response', (_request, { statusCode }) => {
      seen.status = statusCode ?? 0;
      socket.terminate();
    });
    socket.on('error', () => undefined);
    return { socket, seen };
  }
  const init = JSON.stringify({ type: 'connection_init' });
  const subscribe = (id: string, query: string, variables?: object) =>
    JSON.stringify({ id, type: 'subscribe', payload: { query, variables } });

  it('answers queries and mutations too', async () => {
    await open();
    const { socket, seen } = raw();
    socket.on('open', () => {
      socket.send(init);
    });
    await waitFor(() => seen.messages.length === 1, { what: 'the acknowledgement' });
    socket.send(subscribe('1', '{ hello }'));
    socket.send(subscribe('2', 'mutation { touch }'));
    await waitFor(() => seen.messages.length === 5, { what: 'the answers' });
    expect(seen.messages).toContainEqual({ id: '1', type: 'next', payload: { data: { hello: 'hello' } } });
    expect(seen.messages).toContainEqual({ id: '2', type: 'next', payload: { data: { touch: true } } });
    socket.terminate();
  });

  it('closes who does not begin in time', async () => {
    await open({ subscriptions: { initTimeoutMs: 50 } });
    const { seen } = raw();
    expect(await waitFor(() => seen.code, { what: 'the end' })).toBe(4408);
  });

  it('closes who does not begin with the beginning, or sends too much', async () => {
    await open({ subscriptions: { messageBytesMax: 2_000 } });
    const rude = raw();
    rude.socket.on('open', () => {
      rude.socket.send(subscribe('1', '{ hello }'));
    });
    const loud = raw();
    loud.socket.on('open', () => {
      loud.socket.send(init);
      loud.socket.send('x'.repeat(3_000));
    });
    const deep = raw();
    deep.socket.on('open', () => {
      deep.socket.send('['.repeat(1_000));
    });
    const all = [rude, loud, deep];
    await waitFor(() => all.every(({ seen }) => seen.code !== undefined), { what: 'all ends' });
    expect(all.map(({ seen }) => seen.code)).toEqual([4401, 1009, 4400]);
  });

  it('refuses what is no token, and takes null for none', async () => {
    await open();
    const begin = (payload: object) => {
      const connection = raw();
      connection.socket.on('open', () => {
        connection.socket.send(JSON.stringify({ type: 'connection_init', payload }));
      });
      return connection;
    };
    const wrong = [{ authorization: 5 }, { accessToken: {} }, { authorization: 'ada' }].map(begin);
    await waitFor(() => wrong.every(({ seen }) => seen.code !== undefined), { what: 'all ends' });
    expect(wrong.map(({ seen }) => seen.code)).toEqual([4403, 4403, 4403]);
    const nobody = begin({ authorization: null, accessToken: null });
    await waitFor(() => nobody.seen.messages.length === 1, { what: 'the acknowledgement' });
    nobody.socket.terminate();
  });

  it('says in words that several operations need a name', async () => {
    await open();
    const { socket, seen } = raw();
    socket.on('open', () => {
      socket.send(init);
    });
    await waitFor(() => seen.messages.length === 1, { what: 'the acknowledgement' });
    socket.send(subscribe('1', 'query A { hello } query B { hello }'));
    const error = await waitFor(() => seen.messages.find(({ type }) => type === 'error'), { what: 'the error' });
    expect(error).toMatchObject({ payload: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
    socket.terminate();
  });

  it('answers a handshake that is none in JSON', async () => {
    await open();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest(`${world.url}/graphql`, { headers: { connection: 'Upgrade', upgrade: 'websocket' } })
        .on('response', resolve)
        .on('error', reject)
        .end();
    });
    expect([response.statusCode, response.headers['x-request-id']]).toEqual([400, expect.any(String)]);
    expect(await json(response)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('counts subscriptions of who is not signed in by the address that the proxy tells, not by that of the proxy', async () => {
    await open({ trustedProxies: 1, subscriptions: { perUserMax: 1 } });
    const from = async (address: string) => {
      const { socket, seen } = raw('graphql-transport-ws', { headers: { 'x-forwarded-for': address } });
      socket.on('open', () => {
        socket.send(init);
      });
      await waitFor(() => seen.messages.length === 1, { what: 'the acknowledgement' });
      socket.send(subscribe('1', told, rivers));
      return seen;
    };
    await from('1.1.1.1');
    await from('2.2.2.2');
    await standing(2);
    const seen = await from('1.1.1.1');
    const error = await waitFor(() => seen.messages.find(({ type }) => type === 'error'), { what: 'the error' });
    expect(error).toMatchObject({ payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });

  it('bounds connections of an address and operations of a connection', async () => {
    await open({ subscriptions: { connectionsPerAddressMax: 1, perConnectionMax: 2 } });
    const first = raw();
    await waitFor(() => first.socket.readyState === first.socket.OPEN, { what: 'the connection' });
    const second = raw();
    await waitFor(() => second.seen.status === 429, { what: 'the refusal' });
    first.socket.send(init);
    await waitFor(() => first.seen.messages.length === 1, { what: 'the acknowledgement' });
    for (const id of ['1', '2', '3']) first.socket.send(subscribe(id, told, rivers));
    const error = await waitFor(() => first.seen.messages.find(({ type }) => type === 'error'), { what: 'the error' });
    expect(error).toMatchObject({ id: '3', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    await standing(2);
    first.socket.close();
    await standing(0);
    const third = raw();
    await waitFor(() => third.socket.readyState === third.socket.OPEN, { what: 'room for another connection' });
    third.socket.close();
  });

  it('takes pages of its own origin and of the list, and no others', async () => {
    await open();
    const statusOf = async (origin: string) => {
      const { socket, seen } = raw('graphql-transport-ws', { origin });
      await waitFor(() => seen.status !== undefined || socket.readyState === socket.OPEN, { what: 'an answer' });
      socket.terminate();
      return seen.status ?? 101;
    };
    expect(await statusOf('https://evil.example.com')).toBe(403);
    expect(await statusOf('https://app.example.com')).toBe(101);
    expect(await statusOf(world.url)).toBe(101);
  });

  it('closes a connection that does not answer pings', async () => {
    await open({ subscriptions: { pingMs: 30 } });
    const { socket, seen } = raw('graphql-transport-ws', { autoPong: false });
    // Not asked for its state, which may be over between two looks.
    let opened = false;
    socket.on('open', () => (opened = true));
    await waitFor(() => seen.code !== undefined, { what: 'the end' });
    expect([opened, seen.code]).toEqual([true, 1006]);
  });
});
