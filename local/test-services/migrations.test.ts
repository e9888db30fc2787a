import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeProcesses, freePorts, runToEnd, services } from './commands.js';
import type { ProcessDescription } from './config.js';

const domains = ['auth', 'users', 'decks', 'teaching', 'analytics'];
const wanted = ['clickhouse', ...domains.map((domain) => `postgres-${domain}`)];
const openMs = 180_000;

describe('migrations of two replicas that start at once', () => {
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
    const migrate = processes[`${domain}-migrate`];
    if (migrate === undefined) throw new Error(`compose.yaml does not migrate ${domain}.`);
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
});
