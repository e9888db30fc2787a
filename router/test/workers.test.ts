import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '@ruzlet/testkit/wait';
import { compose } from './federation.js';
import { runRouter, serveJson, type RouterProcess } from './process.js';

/** A connection of its own for each request, so that workers take turns. */
const apart = { connection: 'close' };

describe('a router with several workers', () => {
  let folder: string;
  let subgraph: Awaited<ReturnType<typeof serveJson>>;
  let router: RouterProcess;
  const file = () => join(folder, 'supergraph.graphql');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'router-workers-'));
    await writeFile(file(), compose({ a: { typeDefs: 'type Query { word: String }' } }));
    subgraph = await serveJson((body?: { query: string }) => ({
      data: body?.query.includes('young') === true ? { young: 'y' } : { word: 'w' },
    }));
    router = await runRouter({
      RUZLET_SUPERGRAPH: file(),
      SUPERGRAPH_POLL_MS: '0',
      SUBGRAPH_URLS: `a=${subgraph.url}`,
      WORKERS: '2',
    });
    await waitFor(() => router.log().includes('all workers'));
  });
  afterAll(async () => {
    await router.end('SIGKILL');
    await subgraph.close();
    await rm(folder, { recursive: true });
  });

  const metrics = async () => (await fetch(router.url.replace('/graphql', '/metrics'))).text();
  const workers = () =>
    [...router.log().matchAll(/"pid":(\d+)[^\n]*"msg":"router listens"/g)].map(([, pid]) => Number(pid));

  it('answers on one port, and counts for all of them together', async () => {
    expect(new Set(workers()).size).toBe(2);
    for (let requests = 0; requests < 10; requests += 1) {
      expect(await router.ask('{ word }', apart)).toEqual({ status: 200, body: { data: { word: 'w' } } });
    }
    expect(await metrics()).toMatch(/^ruzlet_router_request_seconds_count\{[^}]*status="200"[^}]*\} 10$/m);
  });

  it('hands on that there is another supergraph', async () => {
    await writeFile(file(), compose({ a: { typeDefs: 'type Query { word: String young: String }' } }));
    router.child.kill('SIGHUP');
    await waitFor(async () => /^ruzlet_router_supergraph_reloads_total\{[^}]*good[^}]*\} 2$/m.test(await metrics()));
    for (let requests = 0; requests < 4; requests += 1) {
      expect((await router.ask('{ young }', apart)).body).toEqual({ data: { young: 'y' } });
    }
  });

  it('puts another worker in the place of one that ends', async () => {
    const [first] = workers();
    process.kill(first!, 'SIGKILL');
    await waitFor(() => new Set(workers()).size === 3);
    expect((await router.ask('{ word }', apart)).body).toEqual({ data: { word: 'w' } });
  });

  it('ends with all of them', async () => {
    expect(await router.end('SIGTERM')).toBe(0);
    for (const pid of workers()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('says why it does not start, once for all', async () => {
    const port = String(subgraph.port);
    await expect(runRouter({ RUZLET_SUPERGRAPH: file(), PORT: port, WORKERS: '2' })).rejects.toThrow('is taken');
  });
});
