import { join } from 'node:path';
import { openChdb } from '@ruzlet/embedded/clickhouse';
import { startEmbeddedPostgres } from '@ruzlet/embedded/postgres';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import type { Clock } from '@ruzlet/platform/clock';
import type { Logger } from '@ruzlet/platform/log';
import { createEmlMailer } from '@ruzlet/platform/mail/eml-mailer';

/** The domains with a private database each; the role that owns it has the same name. */
export const domains = ['auth', 'users', 'decks', 'teaching', 'analytics'] as const;

export type Domain = (typeof domains)[number];

/** Postgres and ClickHouse in or beside this process, and the drivers that need no server at all. */
export async function openEngines(dataDir: string, logger: Logger, clock: Clock, onFailure: (error: Error) => void) {
  const [postgres, clickhouse] = await Promise.all([
    startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), onUnexpectedExit: onFailure }),
    openChdb({ path: join(dataDir, 'clickhouse') }),
  ]);
  await postgres.provision({ databases: domains.map((name) => ({ name, role: name })) });
  // Held until every subgraph has subscribed: what one finds in its outbox must not pass the others by.
  const bus = createInProcessBus({ logger: logger.child({ part: 'bus' }), held: true });
  const cache = createMemoryCache();
  const rateLimiter = createMemoryRateLimiter({ clock });
  const mailer = createEmlMailer({ folder: join(dataDir, 'mail') });
  return {
    bus,
    cache,
    rateLimiter,
    mailer,
    clickhouse,
    databaseUrl: (domain: Domain) => postgres.urlFor(domain, domain),
    async close() {
      await Promise.all([cache.close(), rateLimiter.close(), mailer.close(), clickhouse.close()]);
      await postgres.close();
    },
  };
}

export type Engines = Awaited<ReturnType<typeof openEngines>>;
