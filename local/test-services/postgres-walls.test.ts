import { serviceEnv } from '@ruzlet/platform/config';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processOf, runningTopology } from './config.js';
import { must, newLearner } from './learner.js';

const domains = ['auth', 'users', 'decks', 'teaching', 'analytics'];
/** Connections of a process that are not of its pool: relay, wake-up, migrations (count). */
const outsidePoolMax = 4;
/** During a rolling update the old and the new one run side by side, of two replicas each (count). */
const replicasMax = 4;

const topology = runningTopology();
const urlOf = (domain: string): URL => new URL(processOf(topology, domain).env.DATABASE_URL ?? '');

function connect(url: URL): postgres.Sql {
  return postgres(url.href, { max: 1, connect_timeout: 5, onnotice: () => undefined });
}

describe('Postgres of each domain', () => {
  const open: postgres.Sql[] = [];
  let bystander: postgres.Sql;
  beforeAll(() => {
    bystander = connect(urlOf('auth'));
    open.push(bystander);
  });
  afterAll(() => Promise.all(open.map((sql) => sql.end())));

  it('is a server of its own', () => {
    expect(new Set(domains.map((domain) => urlOf(domain).port)).size).toBe(domains.length);
  });

  it.each(domains)('refuses everybody but %s', async (domain) => {
    for (const stranger of domains.filter((name) => name !== domain)) {
      for (const database of [domain, stranger, 'postgres', 'template1']) {
        const url = urlOf(stranger);
        url.port = urlOf(domain).port;
        url.pathname = `/${database}`;
        const sql = connect(url);
        // Invalid password: there is no such role here.
        await expect(sql`select 1`, `${stranger} → ${database} of ${domain}`).rejects.toMatchObject({ code: '28P01' });
        await sql.end();
      }
    }
  });

  it.each(domains)('lets %s do nothing outside its database', async (domain) => {
    const sql = connect(urlOf(domain));
    open.push(sql);
    const [role] = await sql`select rolsuper, rolcreatedb, rolcreaterole, rolreplication from pg_roles
      where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false });
    const url = urlOf(domain);
    url.pathname = '/postgres';
    const outside = connect(url);
    await expect(outside`select 1`).rejects.toMatchObject({ code: '42501' });
    await outside.end();
  });

  it('has connections enough for several replicas of its service', async () => {
    const learner = await newLearner(topology.url, 1);
    const everywhere = `{ me { id account { email } preferences { timeZone } learning { reviews } }
      myDecks(first: 1) { edges { node { id } } } myCourses(first: 1) { edges { node { id } } } }`;
    // More at once than any pool has connections.
    await Promise.all(Array.from({ length: 60 }, () => must(topology.url, everywhere, {}, learner.token)));
    for (const domain of domains) {
      const sql = connect(urlOf(domain));
      open.push(sql);
      const [row] = await sql<{ used: number; most: number }[]>`
        select count(*)::int as used,
          current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
            - current_setting('reserved_connections')::int as most
        from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()`;
      const { used = 0, most = 0 } = row ?? {};
      const poolMax = serviceEnv.shape.DATABASE_POOL_MAX.parse(processOf(topology, domain).env.DATABASE_POOL_MAX);
      expect(used, domain).toBeGreaterThan(0);
      expect(used, domain).toBeLessThanOrEqual(poolMax + outsidePoolMax);
      expect((poolMax + outsidePoolMax) * replicasMax, domain).toBeLessThanOrEqual(most);
    }
  });

  it('speaks UTF-8 and knows Cyrillic letters', async () => {
    const [row] =
      await bystander`select lower('ЁЖИК') as lower, current_setting('server_version_num')::int / 10000 as major`;
    expect(row).toEqual({ lower: 'ёжик', major: 18 });
  });
});
