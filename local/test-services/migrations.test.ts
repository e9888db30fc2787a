import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeProcesses, freePorts, runToEnd, services } from './commands.js';
import { processOf, runningTopology, type ProcessDescription } from './config.js';

const domains = ['auth', 'users', 'decks', 'teaching', 'analytics'];
const wanted = ['clickhouse', ...domains.map((domain) => `postgres-${domain}`)];
const openMs = 180_000;

describe('migrations of replicas that start at once', () => {
  const topology = runningTopology();
  const env: Record<string, string> = {};
  let processes: Record<string, ProcessDescription> = {};

  // Servers of its own, with nothing in them, beside those of the topology.
  beforeAll(async () => {
    env.RUZLET_SERVICES_DIR = await mkdtemp(join(tmpdir(), 'ruzlet-migrations-'));
    const ports = await freePorts(wanted.length);
    for (const [index, name] of wanted.entries()) {
      env[`RUZLET_SERVICES_PORT_${name.toUpperCase().replaceAll('-', '_')}`] = ports[index] ?? '';
    }
    await services(['up', ...wanted], env);
    processes = await describeProcesses(env);
  }, openMs);
  afterAll(async () => {
    await services(['down'], env);
    await rm(env.RUZLET_SERVICES_DIR ?? '', { recursive: true, force: true });
  });

  it.each(domains)('bring %s to the newest version, once', async (domain) => {
    const name = `${domain}-migrate`;
    // The program of the topology, which may come from the image, on the servers of this test.
    const migrate = { ...processOf(topology, name), env: processes[name]?.env ?? {} };
    const replicas = await Promise.all([1, 2, 3].map(() => runToEnd(migrate)));
    expect(replicas).toEqual(replicas.map(({ output }) => ({ code: 0, output })));

    const sql = postgres(migrate.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined });
    const applied = await sql<
      { times: number }[]
    >`select count(*)::int as times from drizzle.__drizzle_migrations group by hash`;
    await sql.end();
    expect(applied.length).toBeGreaterThan(0);
    expect(applied.every(({ times }) => times === 1)).toBe(true);
    // And a replica that comes later finds nothing to do.
    expect((await runToEnd(migrate)).code).toBe(0);
  });

  it('record each ClickHouse migration once', async () => {
    const migrate = processes['analytics-migrate'];
    const clickhouse = createClient({
      url: migrate?.env.CLICKHOUSE_URL ?? '',
      database: 'ruzlet',
      username: 'analytics_writer',
      password: migrate?.env.CLICKHOUSE_WRITER_PASSWORD ?? '',
    });
    const query = 'SELECT name FROM schema_migrations FINAL ORDER BY name';
    const rows = await (await clickhouse.query({ query, format: 'JSONEachRow' })).json<{ name: string }>();
    await clickhouse.close();
    const files = (await readdir(new URL('../../subgraphs/analytics/clickhouse/', import.meta.url))).sort();
    expect(rows.map(({ name }) => name)).toEqual(files.filter((name) => name.endsWith('.sql')));
  });
});
