import { sql as raw } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { parsePostgresUrl } from './connection-url.js';
import { guardTransactions } from './guard-transactions.js';

/** What repository functions take: the database itself and a transaction both fit. */
export type Db<S extends Record<string, unknown> = Record<string, unknown>> = PgDatabase<PostgresJsQueryResultHKT, S>;

export interface Database<S extends Record<string, unknown> = Record<string, unknown>> {
  db: PostgresJsDatabase<S>;
  /** The driver below, for LISTEN, reserved connections and the like. */
  sql: postgres.Sql;
  /** True when the server answers a trivial query. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Milliseconds that a statement may run; a request never needs that long. */
const statementTimeoutMs = 30_000;
const connectTimeoutSeconds = 10;
const closeTimeoutSeconds = 5;

/** After an outage the pool is back within a second, however long it lasted. */
function reconnectSeconds(attempt: number): number {
  return Math.min(1, 0.05 * attempt);
}

/**
 * A pool of connections to one private database.
 *
 * @param options.url with TLS as in `parsePostgresUrl`.
 * @param options.poolMax connections at most (count), 10 by default.
 * @param options.onQuery called with the text of each query, for tests that count them.
 */
export function connectDatabase<S extends Record<string, unknown>>(options: {
  url: string;
  schema: S;
  poolMax?: number;
  applicationName: string;
  onQuery?: (query: string) => void;
}): Database<S> {
  const { url, ssl } = parsePostgresUrl(options.url);
  const sql = postgres(url, {
    ssl,
    max: options.poolMax ?? 10,
    connect_timeout: connectTimeoutSeconds,
    backoff: reconnectSeconds,
    connection: { application_name: options.applicationName, statement_timeout: statementTimeoutMs },
    onnotice: () => undefined,
  });
  guardTransactions(sql);
  const { onQuery } = options;
  const db = drizzle(sql, {
    schema: options.schema,
    ...(onQuery && { logger: { logQuery: onQuery } }),
  });
  return {
    db,
    sql,
    async ready() {
      try {
        await sql`select 1`;
        return true;
      } catch {
        return false;
      }
    },
    close: () => sql.end({ timeout: closeTimeoutSeconds }),
  };
}

/** One number for the whole project, so that two migrating replicas of a domain exclude each other. */
const migrationLock = 7_240_001;

/**
 * Brings a database to the newest committed migration. Replicas that start together take turns: the lock is held for
 * the session that migrates, and the second finds nothing left to do.
 *
 * @param whileLocked what else is to be done by one replica at a time, after the migration.
 */
export async function migrateDatabase(
  databaseUrl: string,
  migrationsFolder: string,
  whileLocked?: () => Promise<unknown>,
): Promise<void> {
  const { url, ssl } = parsePostgresUrl(databaseUrl);
  // One connection, so that lock, migrations and unlock share a session; no statement timeout, an index may take long.
  const sql = postgres(url, { ssl, max: 1, connect_timeout: connectTimeoutSeconds, onnotice: () => undefined });
  try {
    const db = drizzle(sql);
    await db.execute(raw`select pg_advisory_lock(${migrationLock})`);
    await migrate(db, { migrationsFolder });
    await whileLocked?.();
  } finally {
    // The session's end gives the lock back.
    await sql.end({ timeout: closeTimeoutSeconds });
  }
}
