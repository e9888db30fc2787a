import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter, type Router } from '@ruzlet/router/create-router';
import { listen } from '@ruzlet/platform/http/run-service';
import { waitFor } from '@ruzlet/testkit/wait';
import { compose } from './federation.js';
import { serveJson } from './process.js';

/** Over real HTTP, from the client to the subgraphs: one is well, and one does as `behaviour` says. */
describe('a router over HTTP, one of whose subgraphs', () => {
  let behaviour: 'well' | 'silent' | 'failing' | 'cut off' | 'cut off once' = 'well';
  let sent = 0;
  let logged: string[] = [];
  let router: Router;
  let url: string;
  const closing: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    behaviour = 'well';
    sent = 0;
    logged = [];
    const good = await serveJson(() => ({ data: { word: 'w' } }));
    const bad = await serveJson((_body, request, response) => {
      sent += 1;
      if (behaviour === 'silent') return new Promise(() => undefined);
      if (behaviour.startsWith('cut off')) request.socket.destroy();
      if (behaviour === 'cut off once') behaviour = 'well';
      if (behaviour === 'failing') response.writeHead(500).end('<h1>no</h1>');
      return { data: { number: 7 } };
    });
    router = createRouter({
      supergraphSdl: compose({
        good: { typeDefs: 'type Query { word: String }' },
        bad: { typeDefs: 'type Query { number: Int } type Mutation { touch: Int }' },
      }),
      subgraphUrls: { good: good.url, bad: bad.url, ugly: bad.url },
      corsOrigins: [],
      trustedProxies: 0,
      introspection: false,
      explorer: false,
      limits: { subgraphTimeoutMs: 2_000 },
      resilience: { breakerCallsMin: 10, breakerOpenMs: 200, retryBackOffMs: 0 },
      logger: createLogger({ name: 'test', level: 'warn', destination: { write: (line) => logged.push(line) } }),
    });
    await router.start();
    const door = await listen(router.handler, { port: 0, host: '127.0.0.1', what: 'router' });
    url = `http://127.0.0.1:${String(door.port)}`;
    closing.push(() => router.close(), door.close, good.close, bad.close);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function ask(query = '{ word number }'): Promise<any> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }
  const metric = async (name: string) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^ruzlet_router_${name}\\{[^}]*subgraph="bad"[^}]*\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  };
  const partial = {
    data: { word: 'w', number: null },
    errors: [
      {
        message: 'The bad service does not answer right now: try again.',
        path: ['number'],
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      },
    ],
  };

  for (const [how, as] of [
    ['never answers', 'silent'],
    ['answers with something that is no GraphQL', 'failing'],
    ['cuts connections off', 'cut off'],
  ] as const) {
    it(`${how} costs its own fields and no more`, async () => {
      behaviour = as;
      expect(await ask()).toEqual(partial);
    });
  }

  it('fails has the log say why, and nothing of what was asked for', async () => {
    behaviour = 'failing';
    await ask();
    const line = logged.find((text) => text.includes('calls of a subgraph fail')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ subgraph: 'bad', calls: 1 });
    expect(line).toContain('is not valid JSON');
    expect(line).not.toContain('number');
  });

  it('is not in the supergraph is named in the log at the start', () => {
    expect(logged.map((line): any => JSON.parse(line))).toEqual([
      expect.objectContaining({ unknown: ['ugly'], known: ['bad', 'good'] }),
    ]);
  });

  it('fails once is asked again, and a mutation is not', async () => {
    behaviour = 'cut off once';
    expect(await ask()).toEqual({ data: { word: 'w', number: 7 } });
    expect([sent, await metric('subgraph_retries_total')]).toEqual([2, 1]);
    behaviour = 'cut off once';
    expect((await ask('mutation { touch }')).data).toEqual({ touch: null });
    expect(sent).toBe(3);
  });

  it('keeps failing is left alone, answers are partial at once meanwhile, and it is asked again when it is well', async () => {
    behaviour = 'failing';
    await waitFor(async () => {
      expect(await ask()).toEqual(partial);
      return (await metric('subgraph_breaker')) === 2;
    });
    // Now and then one call is let through to see whether it is well.
    await waitFor(async () => {
      const before = sent;
      expect(await ask()).toEqual(partial);
      return sent === before && (await metric('subgraph_refused_total')) > 0;
    });
    behaviour = 'well';
    await waitFor(async () => (await ask()).data.number === 7);
    expect(await metric('subgraph_breaker')).toBe(0);
  });
});
