import { fileURLToPath } from 'node:url';
import { newId } from '@ruzlet/platform/ids';
import type { Bus, OutgoingMessage } from '@ruzlet/platform/bus/bus';
import { createLogger, type Logger } from '@ruzlet/platform/log';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import * as schema from '@ruzlet/platform/outbox/tables';
import { connectDatabase, type Database } from '@ruzlet/platform/postgres/database';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { z } from 'zod';

export const silent = createLogger({ name: 'test', level: 'silent' });
export const topic = 'test.events';

/** Quick back-off, so that a test of many failures is a test of milliseconds. */
export const retry = { firstMs: 1, maxMs: 10 };
/** No test may pass thanks to the safety poll, unless it asks for one. */
export const noSafetyPoll = { safetyPollMs: 3_600_000 };

const observer = 'observer';

export type OutboxDatabase = Database<typeof schema>;

/** A fresh database with outbox and inbox, as drizzle-kit generated them from the tables. */
export async function openOutboxDatabase(): Promise<{
  /** The service's pool. */
  database: OutboxDatabase;
  /** A connection of the test's own, which `killConnections` spares. */
  observing: OutboxDatabase;
  url: string;
  drop: () => Promise<void>;
}> {
  const testDatabase = await createTestDatabase(fileURLToPath(new URL('outbox-drizzle', import.meta.url)));
  const database = connectDatabase({ url: testDatabase.url, schema, poolMax: 8, applicationName: 'service' });
  const observing = connectDatabase({ url: testDatabase.url, schema, poolMax: 1, applicationName: observer });
  return {
    database,
    observing,
    url: testDatabase.url,
    async drop() {
      await Promise.all([database.close(), observing.close()]);
      await testDatabase.drop();
    },
  };
}

export interface TestEvent {
  id: string;
  type: string;
  key: string;
  n: number;
}

const testEvent = z.object({ id: z.string(), type: z.string(), key: z.string(), n: z.number() });

export function decodeTestEvent(text: string): TestEvent {
  return testEvent.parse(JSON.parse(text));
}

export function makeEvent(n: number, key = 'key'): EncodedEvent {
  const event: TestEvent = { id: newId(), type: 'test.happened.v1', key, n };
  return { id: event.id, type: event.type, topic, key, value: JSON.stringify(event) };
}

export function toMessage({ topic: to, key, value }: EncodedEvent): OutgoingMessage {
  return { topic: to, key, value };
}

export async function append(database: OutboxDatabase, events: EncodedEvent[]): Promise<void> {
  await database.db.transaction((tx) => appendEvents(tx, events));
}

/** A bus that only remembers what was published; `onPublish` may refuse or delay it. */
export function recordingBus(
  onPublish: (messages: OutgoingMessage[]) => Promise<void> = () => Promise.resolve(),
): Bus & {
  published: TestEvent[];
} {
  const published: TestEvent[] = [];
  return {
    published,
    async publish(messages) {
      await onPublish(messages);
      published.push(...messages.map(({ value }) => decodeTestEvent(value)));
    },
    listen: () => Promise.resolve({ close: () => Promise.resolve() }),
    subscribe: () => Promise.resolve({ close: () => Promise.resolve() }),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

export async function outboxRows(database: OutboxDatabase): Promise<number> {
  return database.db.$count(schema.outbox);
}

/**
 * Kills the connections to this database, except the asking one; the number killed. Leaves those alone that are just being opened:
 * postgres.js asks for the array types then, and nobody handles the rejection of that question.
 */
export async function killConnections(asking: OutboxDatabase, which: 'listening' | 'all'): Promise<number> {
  const killed = await asking.sql<{ pid: number }[]>`
    select pid, pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and application_name <> ${observer}
      and query <> '' and query not like '%typarray%'
      and (${which === 'all'} or query ilike 'listen %')`;
  return killed.length;
}

/** A logger that keeps its lines. */
export function keepingLogger(): { logger: Logger; lines: { level: number; msg: string }[] } {
  const lines: { level: number; msg: string }[] = [];
  const line = z.object({ level: z.number(), msg: z.string() });
  const logger = createLogger({
    name: 'test',
    level: 'debug',
    destination: { write: (text) => lines.push(line.parse(JSON.parse(text))) },
  });
  return { logger, lines };
}

/** The level of an error line. */
export const errorLevel = 50;
