import { encodeEvent } from '@ruzlet/contracts/codec';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createLogger } from '@ruzlet/platform/log';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { testClock } from '@ruzlet/testkit/clock';
import { graphqlClient } from '@ruzlet/testkit/graphql';
import { openTestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { createTestTokens, type TestUser } from '@ruzlet/testkit/tokens';
import { createAnalytics, migrationsFolder } from '../src/create-analytics.js';

/** The moment at which the tests' clock stands. */
export const now = new Date('2026-03-18T12:00:00Z');

/** How an insert goes wrong: before, in the middle of, or after ClickHouse took the rows. */
export type InsertFault = 'BEFORE' | 'HALF' | 'AFTER';

/** The analytics subgraph over a real Postgres, chdb and the in-process bus. */
export async function openAnalytics() {
  const clock = testClock(now);
  const logger = createLogger({ name: 'test', level: 'silent' });
  const bus = createInProcessBus({ logger, retry: { firstMs: 5, maxMs: 20 } });
  const [database, clickhouse, tokens] = await Promise.all([
    createTestDatabase(migrationsFolder),
    openTestClickHouse(),
    createTestTokens({ clock }),
  ]);
  const queries: string[] = [];
  const counting = new Proxy(clickhouse.reader, {
    get: (target, name) => {
      if (name !== 'query') return Reflect.get(target, name);
      return (parameters: Parameters<typeof target.query>[0]) => {
        queries.push(parameters.query);
        return target.query(parameters);
      };
    },
  });
  /** Faults of the next inserts of events, in order; the first is used up by each insert. */
  const insertFaults: (InsertFault | undefined)[] = [];
  /** Runs before the next insert of events. */
  let beforeInsert: (() => Promise<void>) | undefined;
  const failing = new Proxy(clickhouse.writer, {
    get: (target, name) => {
      if (name !== 'insert') return Reflect.get(target, name);
      return async (parameters: Parameters<typeof target.insert>[0]) => {
        const fault = parameters.table.endsWith('_feed') ? insertFaults.shift() : undefined;
        const before = beforeInsert;
        beforeInsert = undefined;
        await before?.();
        const { values } = parameters;
        const rows = Array.isArray(values) ? values.slice(0, fault === 'HALF' ? values.length / 2 : undefined) : values;
        if (fault !== 'BEFORE' && (!Array.isArray(rows) || rows.length > 0))
          await target.insert({ ...parameters, values: rows });
        if (fault !== undefined) throw new Error(`the connection broke: ${fault}`);
      };
    },
  });
  const objects = await openTestObjects(clock);
  const subgraph = await createAnalytics({
    databaseUrl: database.url,
    clickhouse: { ...clickhouse, reader: counting, writer: failing },
    bus,
    objects,
    clock,
    verifyToken: tokens.verifyToken,
    logger,
    collect: {
      collectBatchRowsMax: 1_000,
      collectBatchBytesMax: 1_000_000,
      collectBatchWaitMs: 1,
      collectRestFactor: 0,
      collectRestMsMax: 0,
    },
  });
  await subgraph.start();
  return {
    subgraph,
    bus,
    clock,
    clickhouse,
    databaseUrl: database.url,
    /** The queries that ClickHouse was asked, in order. */
    queries,
    insertFaults,
    onInsert: (run: () => Promise<void>) => {
      beforeInsert = run;
    },
    tokenFor: (user: TestUser) => tokens.tokenFor(user),
    query: graphqlClient(subgraph),
    /** Resolves when every consumer has taken the events: in process, publishing waits for that. */
    publish: async (...events: RuzletEvent[]) => {
      await bus.publish(
        events.map((event) => encodeEvent(event)).map(({ topic, key, value }) => ({ topic, key, value })),
      );
    },
    close: async () => {
      await subgraph.close();
      await bus.close();
      await objects.close();
      await clickhouse.close();
      await database.drop();
    },
  };
}

export type TestAnalytics = Awaited<ReturnType<typeof openAnalytics>>;
