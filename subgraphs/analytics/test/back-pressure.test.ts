import { encodeEvent } from '@ruzlet/contracts/codec';
import type { Bus } from '@ruzlet/platform/bus/bus';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { createRelay } from '@ruzlet/platform/outbox/relay';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { testClock } from '@ruzlet/testkit/clock';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { waitFor } from '@ruzlet/testkit/wait';
import { describe, expect, it } from 'vitest';
import { batchLimitsDefault } from '../src/collect/batcher.js';
import { createCollector } from '../src/collect/collector.js';
import { clickhouseMigrationsFolder, migrationsFolder } from '../src/create-analytics.js';
import * as tables from '../src/storage/tables.js';
import { reviewed } from './events.js';
import { now } from './open-analytics.js';

/** By then the bus would be trying for ten minutes: its pauses grow to five seconds. Nothing changes from there on. */
const attemptsOfLong = 120;
const eventsMeanwhile = 4_000;
const learners = 40;
const limits = { relayBatchRowsMax: 400, relayBatchBytesMax: 360_000 };

describe('while ClickHouse is away for long', () => {
  it('no more than one batch of the relay is in memory, the rest stays in the outbox; afterwards every event counts once', async () => {
    const logger = createLogger({ name: 'test', level: 'silent' });
    const inner = createInProcessBus({ logger, retry: { firstMs: 0, maxMs: 1 } });
    const held = { rows: 0, bytes: 0, rowsMost: 0, bytesMost: 0 };
    /** Counts what was published and is not acknowledged: the in-process bus holds nothing else. */
    const bus: Bus = {
      ...inner,
      publish: async (messages) => {
        const bytes = messages.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0);
        held.rows += messages.length;
        held.bytes += bytes;
        held.rowsMost = Math.max(held.rowsMost, held.rows);
        held.bytesMost = Math.max(held.bytesMost, held.bytes);
        try {
          await inner.publish(messages);
        } finally {
          held.rows -= messages.length;
          held.bytes -= bytes;
        }
      },
    };
    const [database, clickhouse] = await Promise.all([createTestDatabase(migrationsFolder), openTestClickHouse()]);
    await migrateClickHouse(clickhouse, clickhouseMigrationsFolder);
    const connection = connectDatabase({ url: database.url, schema: tables, applicationName: 'test', poolMax: 4 });
    let away = true;
    let refused = 0;
    const failing = new Proxy(clickhouse.writer, {
      get: (target, name) => {
        if (name !== 'insert') return Reflect.get(target, name);
        return (parameters: Parameters<typeof target.insert>[0]) => {
          if (!away) return target.insert(parameters);
          refused += 1;
          return Promise.reject(new Error('connect ECONNREFUSED'));
        };
      },
    });
    const collector = createCollector({
      bus,
      writer: failing,
      db: connection.db,
      clock: testClock(now),
      logger,
      limits: { ...batchLimitsDefault, collectBatchWaitMs: 0, collectRestFactor: 0 },
    });
    await collector.start();
    const relay = createRelay({ sql: connection.sql, bus, logger, ...limits });
    await relay.start();

    const users = Array.from({ length: learners }, () => newId());
    const [deckId, cardId] = [newId(), newId()];
    let largest = 0;
    for (let appended = 0; appended < eventsMeanwhile; appended += limits.relayBatchRowsMax) {
      const portion = Array.from({ length: limits.relayBatchRowsMax }, (_, index) => {
        const userId = users[(appended + index) % learners] ?? '';
        const reviewedAt = new Date(now.getTime() - 60_000 - appended - index).toISOString();
        return encodeEvent(reviewed({ userId, deckId, cardId, rating: 3, reviewedAt }));
      });
      largest = Math.max(largest, ...portion.map(({ value }) => Buffer.byteLength(value)));
      await connection.db.transaction((tx) => appendEvents(tx, portion));
    }
    await waitFor(() => refused >= attemptsOfLong, { what: 'many refusals', timeoutMs: 60_000 });
    expect(await connection.db.$count(tables.outbox)).toBe(eventsMeanwhile);
    expect(held.rows).toBeGreaterThan(0);

    away = false;
    await waitFor(async () => (await connection.db.$count(tables.outbox)) === 0, {
      what: 'an empty outbox',
      timeoutMs: 60_000,
    });
    expect(held.rowsMost).toBeLessThanOrEqual(limits.relayBatchRowsMax);
    expect(held.bytesMost).toBeLessThanOrEqual(limits.relayBatchBytesMax + largest);
    const counted = await clickhouse.reader.query({
      query: `SELECT
        (SELECT count() FROM events FINAL) AS events,
        (SELECT count() FROM reviews FINAL) AS reviews,
        (SELECT groupUniqArray(reviews) FROM totals FINAL WHERE scope = 'DECK' AND period = 'ALL_TIME') AS ofLearners,
        (SELECT sum(reviews) FROM totals FINAL WHERE scope = 'CARD') AS ofCards`,
      format: 'JSONEachRow',
    });
    expect(await counted.json()).toEqual([
      {
        events: eventsMeanwhile,
        reviews: eventsMeanwhile,
        ofLearners: [eventsMeanwhile / learners],
        ofCards: eventsMeanwhile,
      },
    ]);
    await relay.close();
    await collector.close();
    await inner.close();
    await connection.close();
    await clickhouse.close();
    await database.drop();
  }, 150_000);
});

const rowsMax = 100;
const publishes = 8;

describe('while ClickHouse is away', () => {
  it('the collector holds one batch and takes no more; afterwards everything counts once', async () => {
    const logger = createLogger({ name: 'test', level: 'silent' });
    const inner = createInProcessBus({ logger, retry: { firstMs: 1, maxMs: 5 } });
    let held = 0;
    let heldMost = 0;
    /** Counts what the collector has been given and has not acknowledged. */
    const bus: Bus = {
      ...inner,
      subscribe: (options) =>
        inner.subscribe({
          ...options,
          handle: async (batch) => {
            held += batch.length;
            heldMost = Math.max(heldMost, held);
            try {
              await options.handle(batch);
            } finally {
              held -= batch.length;
            }
          },
        }),
    };
    const [database, clickhouse] = await Promise.all([createTestDatabase(migrationsFolder), openTestClickHouse()]);
    await migrateClickHouse(clickhouse, clickhouseMigrationsFolder);
    const connection = connectDatabase({ url: database.url, schema: tables, applicationName: 'test', poolMax: 2 });
    let away = true;
    let refused = 0;
    let rowsMost = 0;
    const { writer } = clickhouse;
    const failing = new Proxy(writer, {
      get: (target, name) => {
        if (name !== 'insert') return Reflect.get(target, name);
        return (parameters: Parameters<typeof target.insert>[0]) => {
          if (Array.isArray(parameters.values)) rowsMost = Math.max(rowsMost, parameters.values.length);
          if (!away) return target.insert(parameters);
          refused += 1;
          return Promise.reject(new Error('connect ECONNREFUSED'));
        };
      },
    });
    const collector = createCollector({
      bus,
      writer: failing,
      db: connection.db,
      clock: testClock(now),
      logger,
      limits: {
        collectBatchRowsMax: rowsMax,
        collectBatchBytesMax: 1_000_000,
        collectBatchWaitMs: 0,
        collectRestFactor: 0,
        collectRestMsMax: 0,
      },
    });
    await collector.start();

    const [userId, deckId, cardId] = [newId(), newId(), newId()];
    const reviewedAt = new Date(now.getTime() - 60_000).toISOString();
    const message = () => {
      const { topic, key, value } = encodeEvent(reviewed({ userId, deckId, cardId, rating: 3, reviewedAt }));
      return { topic, key, value };
    };
    const published = Array.from({ length: publishes }, () => bus.publish(Array.from({ length: rowsMax }, message)));
    let acknowledged = 0;
    for (const one of published) void one.then(() => (acknowledged += 1));
    await waitFor(() => refused >= 8, { what: 'eight refused inserts' });
    expect(heldMost).toBeLessThanOrEqual(rowsMax);
    expect(acknowledged).toBe(0);

    away = false;
    await Promise.all(published);
    expect(heldMost).toBeLessThanOrEqual(rowsMax);
    expect(rowsMost).toBeLessThanOrEqual(rowsMax);
    const counted = await clickhouse.reader.query({
      query: 'SELECT count() AS n FROM reviews FINAL',
      format: 'JSONEachRow',
    });
    expect(await counted.json()).toEqual([{ n: publishes * rowsMax }]);
    await collector.close();
    await inner.close();
    await connection.close();
    await clickhouse.close();
    await database.drop();
  });
});
