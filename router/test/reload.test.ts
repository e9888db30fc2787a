import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '@ruzlet/platform/log';
import { createLoadGuard } from '@ruzlet/router/limits/load-guard';
import { loadSettings } from '@ruzlet/router/limits/router-limits';
import { watchSupergraph } from '@ruzlet/router/watch-supergraph';
import { waitFor } from '@ruzlet/testkit/wait';
import { compose } from './federation.js';
import { inProcess, serveRouter, type ServedRouter } from './serve.js';

const before = { typeDefs: 'type Query { old: String word: String }' };
const after = { typeDefs: 'type Query { word: String young: String }' };

describe('another supergraph', () => {
  let served: ServedRouter | undefined;
  afterEach(() => served?.close());

  it('is served from one request to the next: none fails, and one that began with the old graph ends with it', async () => {
    const gate: { open?: () => void } = {};
    const word = inProcess({ ...before, resolvers: { Query: { word: () => 'w', old: () => 'o' } } });
    const young = inProcess({ ...after, resolvers: { Query: { word: () => 'w', young: () => 'y' } } });
    served = await serveRouter(
      { a: before },
      {
        transports: {
          a: {
            ...word,
            async execute(operation) {
              if (operation.query.includes('old')) {
                await new Promise<void>((resolve) => {
                  gate.open = resolve;
                });
              }
              return (operation.query.includes('young') ? young : word).execute(operation);
            },
          },
        },
      },
    );
    const { post } = served;
    const { reload } = served.router;
    const slow = post({ query: '{ old word }' });
    await waitFor(() => gate.open !== undefined);

    const stop = { asked: false };
    const statuses = new Set<number>();
    const answers = new Set<string>();
    const clients = [1, 2, 3, 4].map(async () => {
      while (!stop.asked) {
        const { status, body } = await post({ query: '{ word }' });
        statuses.add(status);
        answers.add(JSON.stringify(body));
      }
    });
    await reload(compose({ a: after }));
    expect((await post({ query: '{ young }' })).body).toEqual({ data: { young: 'y' } });
    expect((await post({ query: '{ old }' })).status).toBe(400);
    stop.asked = true;
    await Promise.all(clients);
    expect([...statuses]).toEqual([200]);
    expect([...answers]).toEqual(['{"data":{"word":"w"}}']);

    gate.open?.();
    expect((await slow).body).toEqual({ data: { old: 'o', word: 'w' } });
  });

  it('that cannot be served leaves the old one in its place', async () => {
    served = await serveRouter({ a: { ...before, resolvers: { Query: { word: () => 'w' } } } });
    await expect(served.router.reload('type Query { no: Int }')).rejects.toThrow();
    expect((await served.post({ query: '{ word }' })).body).toEqual({ data: { word: 'w' } });
  });

  it('with connectors is refused, and says why', async () => {
    const connected = `extend schema @link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect", "@source"])
      @source(name: "api", http: { baseURL: "http://api.invalid" })
      type Query { word: String old: String @connect(source: "api", http: { GET: "/" }, selection: "$") }`;
    served = await serveRouter({ a: { ...before, resolvers: { Query: { word: () => 'w' } } } });
    await expect(served.router.reload(compose({ a: { typeDefs: connected } }))).rejects.toThrow('Apollo Connectors');
    expect((await served.post({ query: '{ word }' })).body).toEqual({ data: { word: 'w' } });
  });

  it('is found in its file when that changes, also when it is moved there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
    const file = join(folder, 'supergraph.graphql');
    const seen: string[] = [];
    await writeFile(file, 'one');
    const watch = watchSupergraph({
      file,
      pollMs: 5,
      reload: (sdl) => {
        seen.push(sdl);
        return sdl === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve();
      },
      logger: createLogger({ name: 'test', level: 'silent' }),
    });
    try {
      await watch.lookNow();
      expect(seen).toEqual(['one']);
      await writeFile(join(folder, 'next'), 'three');
      await writeFile(file, 'bad, and longer');
      await waitFor(() => seen.includes('bad, and longer'));
      await rename(join(folder, 'next'), file);
      await waitFor(() => seen.includes('three'));
    } finally {
      watch.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('the load guard', () => {
  function guard(settings: Partial<typeof loadSettings>) {
    const state = { heap: 0.5, shed: [] as string[] };
    const load = createLoadGuard(
      { ...loadSettings, ...settings },
      { heapShare: () => state.heap, onShed: (why) => state.shed.push(why) },
    );
    return { load, state };
  }

  it('turns requests away beyond a number, and takes them again', () => {
    const { load, state } = guard({ requestsInFlightMax: 2 });
    const [first, second, third] = [load.enter(), load.enter(), load.enter()];
    first.begin();
    second.begin();
    expect(() => load.enter()).toThrow('too much to do');
    expect(() => {
      third.begin();
    }).toThrow('too much to do');
    third.leave();
    expect(load.inFlight()).toBe(2);
    first.leave();
    first.leave();
    expect(load.inFlight()).toBe(1);
    load.enter().begin();
    expect(() => load.enter()).toThrow('too much to do');
    expect(state.shed).toEqual(['requests', 'requests', 'requests']);
    load.close();
  });

  it('turns requests away while the heap is full', async () => {
    const { load, state } = guard({ heapShareMax: 0.8 });
    state.heap = 0.9;
    await waitFor(() => {
      try {
        load.enter().leave();
        return false;
      } catch {
        return true;
      }
    });
    state.heap = 0.7;
    load.enter();
    load.close();
  });

  it('bounds what bodies hold together, and gives it back', () => {
    const { load } = guard({ bodyBytesInFlightMax: 100 });
    const first = load.enter();
    const second = load.enter();
    first.hold(80);
    expect(() => {
      second.hold(30);
    }).toThrow('too much to do');
    first.leave();
    second.hold(30);
    load.close();
  });
});
