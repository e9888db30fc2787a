import { createAnalytics, migrationsFolder as analyticsMigrations } from '@ruzlet/analytics/create-analytics';
import { createAuth, migrationsFolder as authMigrations } from '@ruzlet/auth/create-auth';
import { topics } from '@ruzlet/contracts/topics';
import { createDecks, migrationsFolder as decksMigrations } from '@ruzlet/decks/create-decks';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import type { IncomingMessage } from '@ruzlet/platform/bus/bus';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';
import { createLogger } from '@ruzlet/platform/log';
import { readSupergraph } from '@ruzlet/router/config';
import { createRouter } from '@ruzlet/router/create-router';
import type { SubgraphOperation } from '@ruzlet/router/transport';
import { createTeaching, migrationsFolder as teachingMigrations } from '@ruzlet/teaching/create-teaching';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { openTestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { createUsers, migrationsFolder as usersMigrations } from '@ruzlet/users/create-users';
import postgres from 'postgres';
import { takePort } from '../src/door.js';
import { domains, type Domain } from '../src/engines.js';
import { createLocalTransport } from '../src/local-transport.js';

/** Those that may be away while the others go on; auth is who is asked for tokens. */
type Absentee = Exclude<Domain, 'auth'>;

const migrations: Record<Domain, string> = {
  auth: authMigrations,
  users: usersMigrations,
  decks: decksMigrations,
  teaching: teachingMigrations,
  analytics: analyticsMigrations,
};

/** The five subgraphs behind the router, over one bus, each of which can be stopped and started again. */
export async function openDomains() {
  let offsetMs = 0;
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const logger = createLogger({ name: 'domains-test', level: 'silent' });
  const bus = createInProcessBus({ logger });
  const rateLimiter = createMemoryRateLimiter({ clock });
  const objects = await openTestObjects(clock);
  const clickhouse = await openTestClickHouse();
  const databases = new Map(
    await Promise.all(domains.map(async (name) => [name, await createTestDatabase(migrations[name])] as const)),
  );
  const databaseUrl = (domain: Domain) => databases.get(domain)?.url ?? '';

  const carried: IncomingMessage[] = [];
  await bus.subscribe({
    group: 'test',
    topics: [...topics],
    handle: (batch) => {
      carried.push(...batch);
      return Promise.resolve();
    },
  });

  const shared = (domain: Domain) => ({ databaseUrl: databaseUrl(domain), bus, objects, clock, logger, rateLimiter });
  const auth = await createAuth({
    ...shared('auth'),
    keyEncryptionSecret: 'a secret for tests that is long enough',
    argon2: { memoryKib: 64, iterations: 1, parallelism: 1 },
  });
  const verifyToken = createTokenVerifier({ jwks: auth.jwks, issuer: 'ruzlet', audience: 'ruzlet', clock });
  const create: Record<Absentee, () => Promise<Subgraph>> = {
    users: () => createUsers({ ...shared('users'), verifyToken }),
    decks: () => createDecks({ ...shared('decks'), verifyToken }),
    teaching: () => createTeaching({ ...shared('teaching'), verifyToken }),
    analytics: () => createAnalytics({ ...shared('analytics'), clickhouse, verifyToken }),
  };
  const running = new Map<Domain, Subgraph>([['auth', auth]]);
  const start = async (domain: Absentee) => {
    const subgraph = await create[domain]();
    running.set(domain, subgraph);
    await subgraph.start();
  };
  const stop = async (domain: Absentee) => {
    const subgraph = running.get(domain);
    running.delete(domain);
    await subgraph?.close();
  };
  for (const domain of ['users', 'decks', 'teaching', 'analytics'] as const) await start(domain);
  await auth.start();

  /** Leads to the subgraph that runs at the time of the request. */
  const transportTo = (domain: Domain) => {
    const current = () => {
      const subgraph = running.get(domain);
      if (!subgraph) throw new Error(`${domain} is away.`);
      return createLocalTransport(subgraph);
    };
    return {
      execute: async (operation: SubgraphOperation) => current().execute(operation),
      ready: async () => running.has(domain) && current().ready(),
      close: () => Promise.resolve(),
    };
  };
  const router = createRouter({
    supergraphSdl: readSupergraph(),
    transports: Object.fromEntries(domains.map((domain) => [domain, transportTo(domain)])),
    verifyToken,
    corsOrigins: [],
    trustedProxies: 0,
    introspection: false,
    explorer: false,
    rateLimiter,
    logger,
  });
  await router.start();
  const door = await takePort('router', 0, '127.0.0.1');
  door.open(router.handler);

  async function ask(query: string, variables: object = {}, token?: string): Promise<any> {
    const response = await fetch(`http://127.0.0.1:${String(door.port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  return {
    stores: { databaseUrl, clickhouse, objectsFolder: objects.folder },
    /** All that the bus has carried so far. */
    carried,
    start,
    stop,
    ask,
    /** As `ask`, for what has to succeed. */
    async must(query: string, variables: object = {}, token?: string): Promise<any> {
      const { data, errors } = await ask(query, variables, token);
      if (errors) throw new Error(`The graph refused: ${JSON.stringify(errors)}`);
      return data;
    },
    /** Lets time pass (milliseconds). */
    pass: (ms: number) => {
      offsetMs += ms;
    },
    /** Publishes messages as if nobody had ever had them: resolves when every subgraph has taken them. */
    async publishAnew(messages: readonly IncomingMessage[]): Promise<void> {
      for (const domain of domains) {
        const sql = postgres(databaseUrl(domain), { max: 1, onnotice: () => undefined });
        const [inbox] = await sql`select to_regclass('inbox') is not null as there`;
        if (inbox?.there === true) await sql`truncate inbox`;
        await sql.end();
      }
      await bus.publish(messages.map(({ topic, key, value }) => ({ topic, key, value })));
    },
    async close(): Promise<void> {
      await door.close();
      await router.close();
      await bus.close();
      await Promise.all([...running.values()].map((subgraph) => subgraph.close()));
      await Promise.all([rateLimiter.close(), objects.close(), clickhouse.close()]);
      await Promise.all([...databases.values()].map((database) => database.drop()));
    },
  };
}

export type Domains = Awaited<ReturnType<typeof openDomains>>;
