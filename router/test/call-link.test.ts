import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createFrameReader, createFrameWriter, type Frame } from '@ruzlet/platform/call-link/frames';
import { createCallServer, type CallServer } from '@ruzlet/platform/call-link/serve-calls';
import { AppError } from '@ruzlet/platform/errors';
import { createSubgraph } from '@ruzlet/platform/http/subgraph';
import { takeUpgrades } from '@ruzlet/platform/http/upgrades';
import { createLogger } from '@ruzlet/platform/log';
import { NoCallLinks, openCallLink, type CallLink } from '@ruzlet/router/call-link/call-link';
import { createCallLinks } from '@ruzlet/router/call-link/call-links';
import { routerLimits } from '@ruzlet/router/limits/router-limits';
import { createHttpTransport } from '@ruzlet/router/transport';
import { waitFor } from '@ruzlet/testkit/wait';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const limits = { callBytesMax: 10_000, callsUnderWayMax: 1_000, bytesUnsentMax: 1_000_000, drainMs: 10_000 };

async function serve(
  answer: (text: string) => Promise<string>,
  more: Partial<typeof limits> = {},
): Promise<{ url: string; calls: CallServer; server: Server }> {
  const calls = createCallServer(answer, { ...limits, ...more });
  const server = createServer((_request, response) => response.writeHead(400).end());
  takeUpgrades(server, calls.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    calls.close();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`, calls, server };
}

async function link(url: string, answerBytesMax = 1_000_000): Promise<CallLink> {
  const opened = await openCallLink(url, { connectTimeoutMs: 5_000, answerBytesMax });
  closing.push(opened.close);
  return opened;
}

const patient = { timeoutMs: 10_000, signal: undefined };

describe('frames', () => {
  it('come out as they went in, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ call: fc.integer({ min: 0, max: 0xffff_ffff }), text: fc.string({ unit: 'binary' }) })),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        async (frames, cuts) => {
          const socket = new PassThrough();
          const write = createFrameWriter(socket);
          // What is no text, such as half a surrogate pair, becomes a sign for it.
          const wellFormed = frames.map(({ call, text }) => ({ call, text: Buffer.from(text).toString() }));
          for (const { call, text } of frames) write(call, text);
          await new Promise<void>((resolve) => setImmediate(resolve));
          const read = createFrameReader(1_000_000);
          const got: Frame[] = [];
          let bytes = (socket.read() as Buffer | null) ?? Buffer.alloc(0);
          for (const cut of cuts) {
            if (bytes.length === 0) break;
            got.push(...read(bytes.subarray(0, cut)));
            bytes = bytes.subarray(cut);
          }
          expect(got).toEqual(wellFormed);
        },
      ),
    );
  });

  it('that are too large are refused before they are whole', () => {
    const read = createFrameReader(100);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(101, 0);
    expect(() => read(head)).toThrow('larger than 100 bytes');
  });
});

describe('a link', () => {
  it('gives each of many calls its own answer, in whatever order they end', async () => {
    const { url } = await serve(async (text) => {
      for (let turns = Number(text) % 7; turns > 0; turns -= 1) {
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      return `answer ${text}`;
    });
    const opened = await link(url);
    const texts = Array.from({ length: 2_000 }, (_, index) => String(index));
    const answers = await Promise.all(texts.map((text) => opened.call(text, patient)));
    expect(answers).toEqual(texts.map((text) => `answer ${text}`));
  });

  it('reads no more than may be under way, and loses nothing by it', async () => {
    let underWay = 0;
    let most = 0;
    const { url } = await serve(
      async (text) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise<void>((resolve) => setImmediate(resolve));
        underWay -= 1;
        return text.slice(0, 3);
      },
      { callsUnderWayMax: 4 },
    );
    const opened = await link(url);
    const texts = Array.from({ length: 300 }, (_, index) => String(index).padStart(3, '0').padEnd(9_000, 'x'));
    const answers = await Promise.all(texts.map((text) => opened.call(text, patient)));
    expect(answers).toEqual(texts.map((text) => text.slice(0, 3)));
    // One piece of what comes may hold some calls more.
    expect(most).toBeLessThan(20);
  });

  it('tells who waits when it is lost, and only those who have no answer yet', async () => {
    const { url, calls } = await serve((text) =>
      text === 'never' ? new Promise(() => undefined) : Promise.resolve('answered'),
    );
    const opened = await link(url);
    const never = opened.call('never', patient);
    const lost = expect(never).rejects.toThrow('lost');
    expect(await opened.call('soon', patient)).toBe('answered');
    calls.close();
    await lost;
    expect(opened.isOpen()).toBe(false);
    await expect(opened.call('more', patient)).rejects.toThrow('ended');
  });

  it('gives up what takes too long and goes on', async () => {
    const { url } = await serve((text) =>
      text === 'never' ? new Promise(() => undefined) : Promise.resolve('answered'),
    );
    const opened = await link(url);
    const slow = expect(opened.call('never', { timeoutMs: 1, signal: undefined })).rejects.toThrow('too long');
    expect(await opened.call('soon', patient)).toBe('answered');
    await slow;
    expect(opened.isOpen()).toBe(true);
    expect(opened.underWay()).toBe(0);
  });

  it('drops what nobody waits for any more', async () => {
    const { url } = await serve((text) =>
      text === 'never' ? new Promise(() => undefined) : Promise.resolve('answered'),
    );
    const opened = await link(url);
    const controller = new AbortController();
    const dropped = expect(opened.call('never', { timeoutMs: 10_000, signal: controller.signal })).rejects.toThrow(
      'Nobody waits',
    );
    controller.abort();
    await dropped;
    expect(opened.underWay()).toBe(0);
    expect(await opened.call('soon', patient)).toBe('answered');
  });

  it('ends without losing a call when the server stops', async () => {
    let release: (text: string) => void = () => undefined;
    const { url, calls, server } = await serve(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    const opened = await link(url);
    const answer = opened.call('under way', patient);
    await waitFor(() => opened.underWay() === 1);
    calls.drain();
    await waitFor(() => !opened.isOpen());
    await expect(opened.call('late', patient)).rejects.toThrow('ended');
    release('whole');
    expect(await answer).toBe('whole');
    // Nothing holds the server any more.
    await new Promise<void>((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  });

  it('is cut when a call is larger than the server takes', async () => {
    const { url } = await serve(() => Promise.resolve('answered'));
    const opened = await link(url);
    await expect(opened.call('x'.repeat(10_001), patient)).rejects.toThrow();
    expect(opened.isOpen()).toBe(false);
  });

  it('is cut when an answer is larger than the router takes', async () => {
    const { url } = await serve(() => Promise.resolve('x'.repeat(101)));
    const opened = await link(url, 100);
    await expect(opened.call('much', patient)).rejects.toThrow('larger than 100 bytes');
  });

  it('does not bring the server down by bytes that are no frames', async () => {
    const { url, server } = await serve(() => Promise.resolve('answered'));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: ruzlet-calls\r\n\r\n');
    socket.write(Buffer.alloc(64, 0xff));
    await new Promise<void>((resolve) => {
      socket.on('close', () => {
        resolve();
      });
      socket.resume();
    });
    expect(await (await link(url)).call('next', patient)).toBe('answered');
  });
});

describe('links to a subgraph', () => {
  const options = { linksMax: 2, linkAgeMs: 60_000, connectTimeoutMs: 5_000, answerBytesMax: 1_000_000 };

  it('are not waited for, and there when they stand', async () => {
    const { url } = await serve((text) => Promise.resolve(text));
    const links = createCallLinks(url, options);
    closing.push(links.close);
    expect(links.take()).toBeUndefined();
    const opened = await waitFor(() => links.take());
    expect(await opened.call('here', patient)).toBe('here');
  });

  it('make place for others when they are old', async () => {
    const { url } = await serve((text) => Promise.resolve(text));
    const links = createCallLinks(url, { ...options, linkAgeMs: 0 });
    closing.push(links.close);
    const first = await waitFor(() => links.take());
    const second = await waitFor(() => {
      const taken = links.take();
      return taken !== first && taken;
    });
    expect(await second.call('other', patient)).toBe('other');
  });

  it('are asked for once only where the server does not offer any', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(400).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
    await expect(openCallLink(url, options)).rejects.toThrow(NoCallLinks);
    const links = createCallLinks(url, options);
    closing.push(links.close);
    links.take();
    await waitFor(() => asked === 2);
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (let times = 0; times < 100; times += 1) {
      expect(links.take()).toBeUndefined();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    expect(asked).toBe(2);
  });
});

describe('a subgraph over a link', () => {
  async function world() {
    let added = 0;
    const subgraph = createSubgraph({
      name: 'counting',
      typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
        type Query { who: String added: Int! broken: Int } type Mutation { add: Int! }`,
      resolvers: {
        Query: {
          who: (_source: unknown, _args: unknown, { userAgent }: { userAgent: string | null }) => userAgent,
          added: () => added,
          broken: () => {
            throw new AppError('NOT_FOUND', 'There is none.');
          },
        },
        Mutation: { add: () => (added += 1) },
      },
      context: ({ userAgent }) => ({ userAgent }),
      verifyToken: () => Promise.reject(new AppError('UNAUTHENTICATED', 'The token is no good.')),
      logger: createLogger({ name: 'test', level: 'silent' }),
    });
    const server = createServer(subgraph.handler);
    let linked = 0;
    takeUpgrades(server, (request, socket, head) => {
      linked += 1;
      return subgraph.upgrade(request, socket, head);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
    const transport = createHttpTransport('counting', url, routerLimits, { links: true, sharing: true });
    closing.push(() => {
      void transport.close();
      void subgraph.close();
      server.closeAllConnections();
      server.close();
    });
    const ask = (query: string, headers: Record<string, string> = {}) => transport.execute({ query, headers });
    return { ask, subgraph, linked: () => linked };
  }
  const questions: [string, Record<string, string>?][] = [
    ['{ who added }', { 'user-agent': 'tést' }],
    ['{ broken added }'],
    ['{ unknown }'],
    ['{ added', {}],
    ['mutation { add again: add }'],
    ['{ added }', { authorization: 'Bearer bad' }],
  ];

  it('answers what it answers to requests of their own', async () => {
    const { ask, linked } = await world();
    const before = [];
    for (const [query, headers] of questions) before.push(await ask(query, headers));
    await waitFor(() => linked() === 1);
    const after = [];
    for (const [query, headers] of questions) after.push(await ask(query, headers));
    // Counts went on meanwhile.
    const uncounted = (answers: unknown[]) => JSON.stringify(answers).replaceAll(/:\d+/g, ':n');
    expect(uncounted(after)).toBe(uncounted(before));
    expect(after[4]).toEqual({ data: { add: 3, again: 4 } });
  });

  it('is asked by requests of their own when the link is lost', async () => {
    const { ask, subgraph, linked } = await world();
    await ask('{ added }');
    await waitFor(() => linked() === 1);
    await ask('{ added }');
    await subgraph.close();
    await waitFor(async () => (await ask('{ added }').catch(() => undefined))?.data?.added === 0);
    await waitFor(() => linked() === 2);
    expect(await ask('{ added }')).toEqual({ data: { added: 0 } });
  });
});
