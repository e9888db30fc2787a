import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { createLogger } from '@ruzlet/platform/log';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { testClock } from '@ruzlet/testkit/clock';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { clickhouseMigrationsFolder, migrationsFolder } from '../src/create-analytics.js';
import * as tables from '../src/storage/tables.js';
import { crashPlan, everyStep, runExactness } from './exactness.js';
import { now } from './open-analytics.js';

describe('figures over the in-process bus', () => {
  it('stay exact whatever is published twice, replayed, or left half done by a collector that dies', async () => {
    const bus = createInProcessBus({
      logger: createLogger({ name: 'test', level: 'silent' }),
      retry: { firstMs: 1, maxMs: 5 },
    });
    const [database, clickhouse] = await Promise.all([createTestDatabase(migrationsFolder), openTestClickHouse()]);
    await migrateClickHouse(clickhouse, clickhouseMigrationsFolder);
    const connection = connectDatabase({ url: database.url, schema: tables, applicationName: 'test', poolMax: 3 });
    const means = { bus, clickhouse, db: connection.db, clock: testClock(now), settled: () => Promise.resolve() };
    await fc.assert(
      fc.asyncProperty(crashPlan, (plan) => runExactness(means, plan)),
      { numRuns: 10, examples: everyStep.map((plan): [typeof plan] => [plan]), endOnFailure: true },
    );
    await bus.close();
    await connection.close();
    await clickhouse.close();
    await database.drop();
  }, 120_000);
});
