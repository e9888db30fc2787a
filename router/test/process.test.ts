import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '@ruzlet/testkit/wait';
import { compose } from './federation.js';
import { runRouter, serveJson, type RouterProcess } from './process.js';

const before = compose({
  a: { typeDefs: 'type Query { word: String slow: String } type Mutation { big(text: String): String }' },
});
const after = compose({
  a: { typeDefs: 'type Query { word: String slow: String young: String } type Mutation { big(text: String): String }' },
});

describe('the router as a process', () => {
  let folder: string;
  let file: string;
  let subgraph: Awaited<ReturnType<typeof serveJson>>;
  /** Answers that the subgraph holds back. */
  const held: ((answer: object) => void)[] = [];
  let holding = true;
  const running: RouterProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'router-process-'));
    file = join(folder, 'supergraph.graphql');
    subgraph = await serveJson((body?: { query: string }) => {
      const { query = '' } = body ?? {};
      if (query.includes('slow') || (query.includes('big') && holding)) {
        return new Promise((resolve) => held.push(resolve));
      }
      if (query.includes('big')) return { data: { big: 'done' } };
      return { data: query.includes('young') ? { young: 'y' } : { word: 'w' } };
    });
  });
  afterAll(async () => {
    await Promise.all(running.map((router) => router.end('SIGKILL')));
    await subgraph.close();
    await rm(folder, { recursive: true });
  });

  async function run(env: Record<string, string> = {}, nodeArguments: string[] = []): Promise<RouterProcess> {
    await writeFile(file, before);
    held.length = 0;
    const router = await runRouter(
      { RUZLET_SUPERGRAPH: file, SUPERGRAPH_POLL_MS: '0', SUBGRAPH_URLS: `a=${subgraph.url}`, ...env },
      nodeArguments,
    );
    running.push(router);
    return router;
  }

  async function inFlight(router: RouterProcess): Promise<number> {
    const metrics = await (await fetch(new URL('/metrics', router.url))).text();
    return Number(/requests_in_flight\{[^}]*\} (\d+)/.exec(metrics)?.[1]);
  }

  it('serves another supergraph on SIGHUP, and stops on SIGTERM, and drops no request at either', async () => {
    const router = await run();
    const slow = router.ask('{ slow }');
    await waitFor(() => held.length === 1);
    const stop = { asked: false };
    const answers = new Map<string, number>();
    const clients = Array.from({ length: 8 }, async () => {
      while (!stop.asked) {
        const { status, body } = await router.ask('{ word }');
        const answer = `${String(status)} ${JSON.stringify(body)}`;
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    });
    expect((await router.ask('{ young }')).status).toBe(400);
    await writeFile(file, after);
    router.child.kill('SIGHUP');
    await waitFor(async () => (await router.ask('{ young }')).body.data?.young === 'y');
    stop.asked = true;
    await Promise.all(clients);
    // All of them, and more than a few.
    expect([...answers.keys()]).toEqual(['200 {"data":{"word":"w"}}']);
    expect([...answers.values()][0]).toBeGreaterThan(8);
    held[0]?.({ data: { slow: 'before' } });
    expect((await slow).body).toEqual({ data: { slow: 'before' } });

    const last = router.ask('{ slow }');
    await waitFor(() => held.length === 2);
    const ended = router.end('SIGTERM');
    await waitFor(() => router.log().includes('router stops'));
    held[1]?.({ data: { slow: 'last' } });
    expect((await last).body).toEqual({ data: { slow: 'last' } });
    expect(await ended).toBe(0);
  });

  it('talks to nobody but the addresses that it was given, whatever it is asked, and in production tells nobody what its graph holds', async () => {
    const keys = await serveJson(() => ({ keys: [] }));
    const witness = fileURLToPath(new URL('witness-connections.mjs', import.meta.url));
    const router = await run({ NODE_ENV: 'production', JWKS_URL: keys.url }, ['--import', witness]);
    try {
      expect((await router.ask('{ word }')).body).toEqual({ data: { word: 'w' } });
      expect((await router.ask('{ word }')).body).toEqual({ data: { word: 'w' } });
      const { body: hinted } = await router.ask('{ wor }');
      expect(hinted.errors[0].message).not.toContain('Did you mean');
      const { body: introspected } = await router.ask('{ __schema { queryType { name } } }');
      expect(introspected.data).toBeUndefined();
      // Looks for its key, in vain.
      const token = `${btoa('{"alg":"EdDSA","kid":"x"}')}.${btoa('{}')}.eA`.replaceAll('=', '');
      expect((await router.ask('{ word }', { authorization: `Bearer ${token}` })).status).toBe(401);
      for (const path of ['/', '/health', '/ready', '/metrics']) await fetch(new URL(path, router.url));
      await writeFile(file, after);
      router.child.kill('SIGHUP');
      await waitFor(async () => (await router.ask('{ young }')).status === 200);
      expect(await router.end()).toBe(0);
      // An address needs no looking up, and gets none that leaves the machine.
      const contacted = new Set(
        Array.from(router.log().matchAll(/\[witness\] (.*)/g), ([, whom = '']) => whom).filter(
          (whom) => whom !== 'dns 127.0.0.1',
        ),
      );
      expect([...contacted].sort()).toEqual(
        [`127.0.0.1:${String(keys.port)}`, `127.0.0.1:${String(subgraph.port)}`].sort(),
      );
    } finally {
      await keys.close();
    }
  });

  it('turns requests away before its memory runs out, and answers again when there is room', async () => {
    // Less heap than the requests below hold together, and no other limit in the way.
    const router = await run(
      {
        HEAP_SHARE_MAX: '0.6',
        SUBGRAPH_CALLS_MAX: '2000',
        SUBGRAPH_CALLS_WAITING_MAX: '2000',
        RATE_COST_PER_MINUTE: '0',
      },
      ['--max-old-space-size=192'],
    );
    const query = 'mutation ($text: String) { big(text: $text) }';
    const text = 'x'.repeat(500_000);
    const body = JSON.stringify({ query, variables: { text } });
    const outcomes: string[] = [];
    const asked: Promise<void>[] = [];
    const heapBytes = 192_000_000;
    for (let sent = 0; sent < 3 * heapBytes && !outcomes.includes('503'); sent += body.length) {
      const count = asked.length;
      asked.push(
        fetch(router.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
          async (response) => {
            await response.text();
            outcomes.push(String(response.status));
          },
          (error: unknown) => {
            outcomes.push(String(error));
          },
        ),
      );
      await waitFor(async () => outcomes.length > 0 || (await inFlight(router)) > count);
    }
    expect(new Set(outcomes)).toEqual(new Set(['503']));
    // It was the heap that was full, not a number of requests.
    expect(await (await fetch(new URL('/metrics', router.url))).text()).toMatch(
      /shed_total\{why="heap",service="router"\} [1-9]/,
    );
    holding = false;
    for (const answer of held.splice(0)) answer({ data: { big: 'done' } });
    await Promise.all(asked);
    expect(new Set(outcomes)).toEqual(new Set(['200', '503']));
    await waitFor(async () => (await router.ask('{ word }')).status === 200, { what: 'room again' });
    expect(router.child.exitCode).toBeNull();
    expect(await router.end()).toBe(0);
  });
});
