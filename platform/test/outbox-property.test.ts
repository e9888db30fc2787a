import type { Bus } from '@ruzlet/platform/bus/bus';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createConsumer, type Consumer } from '@ruzlet/platform/outbox/consumer';
import { createRelay, type Relay } from '@ruzlet/platform/outbox/relay';
import { waitFor } from '@ruzlet/testkit/wait';
import type { inbox, outbox } from '@ruzlet/platform/outbox/tables';
import type { Db } from '@ruzlet/platform/postgres/database';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valuesByKey } from './bus-contract.js';
import {
  append,
  decodeTestEvent,
  killConnections,
  makeEvent,
  openOutboxDatabase,
  outboxRows,
  silent,
  topic,
  type OutboxDatabase,
  type TestEvent,
} from './outbox-fixture.js';

type Tx = Db<{ outbox: typeof outbox; inbox: typeof inbox }>;

const retry = { firstMs: 0, maxMs: 1 };

/** What may go wrong at one publish: refused, or taken without the relay learning of it, or taken twice. */
type PublishFate = 'well' | 'refused' | 'unanswered' | 'twice';

/** What happens, one after another. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('append' as const),
        keys: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 6 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'kill' as const,
          'restart relay' as const,
          'restart consumer' as const,
          'add relay' as const,
        ),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  ),
  { minLength: 3, maxLength: 14 },
);
const scenario = fc.record({
  steps,
  publishes: fc.array(fc.constantFrom<PublishFate>('well', 'refused', 'unanswered', 'twice'), { maxLength: 12 }),
  // For each attempt of a handler in turn: does it fail? Never so often that an event becomes a dead letter.
  failures: fc.array(fc.boolean(), { maxLength: 20 }),
  // Which events may be handled as a set: none, some of each key, all.
  togetherOf: fc.constantFrom(0, 2, 3),
  relayBatchRowsMax: fc.integer({ min: 1, max: 5 }),
  batchRowsMax: fc.integer({ min: 1, max: 8 }),
});

/** A bus whose publishes meet the fates in turn, and all is well after the last. */
function fateful(bus: Bus, fates: PublishFate[]): Bus {
  let turn = 0;
  return {
    ...bus,
    async publish(messages) {
      const fate = fates[turn] ?? 'well';
      turn += 1;
      if (fate === 'refused') throw new Error('refused');
      await bus.publish(messages);
      if (fate === 'twice') await bus.publish(messages);
      if (fate === 'unanswered') throw new Error('the answer was lost');
    },
  };
}

describe('relay and consumer', () => {
  let database: OutboxDatabase;
  let observing: OutboxDatabase;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, observing, drop } = await openOutboxDatabase());
    await observing.sql`create table effects (seq bigserial, key text, n int)`;
  });
  afterAll(() => drop());

  it('lose nothing, double nothing and keep the order of each key, whatever fails in between', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ steps: todo, publishes, failures, togetherOf, ...sizes }) => {
        const { relayBatchRowsMax, batchRowsMax } = sizes;
        await observing.sql`truncate effects, outbox, inbox`;
        const bus = createInProcessBus({ logger: silent, retry });
        const relayBus = fateful(bus, publishes);
        const relays: Relay[] = [];
        let attempts = 0;

        async function addRelay(): Promise<void> {
          const relay = createRelay({
            sql: database.sql,
            bus: relayBus,
            logger: silent,
            retry,
            standbyMs: 5,
            closeTimeoutMs: 2,
            safetyPollMs: 50,
            relayBatchRowsMax,
          });
          relays.push(relay);
          await relay.start();
        }

        async function handle(tx: Tx, { key, n }: TestEvent): Promise<void> {
          await tx.execute(sql`insert into effects (key, n) values (${key}, ${n})`);
          attempts += 1;
          if (failures[attempts - 1] === true) throw new Error('this time not');
        }

        async function startConsumer(): Promise<Consumer> {
          const consumer = createConsumer({
            bus,
            group: 'consumer',
            topics: [topic],
            db: database.db,
            decode: decodeTestEvent,
            logger: silent,
            retry,
            batchRowsMax,
            attemptsMax: 1_000,
            handle,
            together: {
              takes: ({ n }) => togetherOf > 0 && n % togetherOf !== 1,
              handle: async (tx, events) => {
                for (const event of events) await handle(tx, event);
              },
            },
          });
          await consumer.start();
          return consumer;
        }

        await addRelay();
        let consumer = await startConsumer();
        const appended: { key: string; value: string }[] = [];
        const settled = () => waitFor(async () => (await outboxRows(observing)) === 0, { what: 'an empty outbox' });

        for (const step of todo) {
          if (step.do === 'append') {
            const first = appended.length;
            const events = step.keys.map((key, index) => makeEvent(first + index, String(key)));
            // A killed connection may take this transaction along. A service would tell its caller; here we ask what happened.
            await append(database, events).catch(() => undefined);
            const [newest] = events;
            const committed = newest && (await wasAppended(newest.id));
            for (const [index, { key }] of events.entries()) {
              if (committed) appended.push({ key, value: String(first + index) });
            }
          } else if (step.do === 'kill') {
            await killConnections(observing, 'all');
          } else if (step.do === 'restart relay') {
            await relays.shift()?.close();
            await addRelay();
          } else if (step.do === 'restart consumer') {
            await consumer.close();
            consumer = await startConsumer();
          } else if (step.do === 'add relay') {
            await addRelay();
          } else {
            await settled();
          }
        }
        await settled();
        const effects = await observing.sql<{ key: string; value: string }[]>`
          select key, n::text as value from effects order by seq`;
        expect(valuesByKey(effects)).toEqual(valuesByKey(appended));

        await Promise.all(relays.map((relay) => relay.close()));
        await bus.close();
        await consumer.close();
      }),
      { numRuns: 20, endOnFailure: true },
    );
    await waitFor(
      async () => {
        const [row] = await observing.sql<{ listening: number }[]>`
          select count(*)::int as listening from pg_stat_activity
          where datname = current_database() and query ilike 'listen %'`;
        return row?.listening === 0;
      },
      { what: 'the end of the last connection of a relay that was closed' },
    );
  }, 120_000);

  /** In the outbox still, or handled already. */
  async function wasAppended(eventId: string): Promise<boolean> {
    const [row] = await observing.sql<{ found: boolean }[]>`
      select exists (select from outbox where event_id = ${eventId})
          or exists (select from inbox where event_id = ${eventId}) as found`;
    return row?.found === true;
  }
});
