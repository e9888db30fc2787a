import { encodeEvent } from '@ruzlet/contracts/codec';
import type { Bus } from '@ruzlet/platform/bus/bus';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { testClock } from '@ruzlet/testkit/clock';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { waitFor } from '@ruzlet/testkit/wait';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../src/collect/collector.js';
import { clickhouseMigrationsFolder, migrationsFolder } from '../src/create-analytics.js';
import * as tables from '../src/storage/tables.js';
import { reviewed } from './events.js';
import { now } from './open-analytics.js';

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
  }, 60_000);
});
