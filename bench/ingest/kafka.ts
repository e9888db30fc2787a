import { execFileSync } from 'node:child_process';
import { createClient } from '@clickhouse/client';
import { encodeEvent } from '@ruzlet/contracts/codec';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { z } from 'zod';
import { reviewed } from '../../subgraphs/analytics/test/events.js';

/**
 * Measures the way of an event from the transaction of its mutation to a query: outbox, relay, Kafka, collector, ClickHouse, as
 * the processes of compose.yaml do it. Bring these up first: `npm run services -- up`, then `node scripts/services/topology.mjs`;
 * then `npx tsx --conditions=@ruzlet/source bench/ingest/kafka.ts [events of the flood] [events a second, steadily] [seconds]`.
 */
const [flood = 50_000, steadyPerSecond = 100, seconds = 30] = process.argv.slice(2).map(Number);
/** How often ClickHouse is asked; adds half of it to the lag on average (milliseconds). */
const askEveryMs = 20;
/** Events of one transaction in the flood (count), and transactions at a time. */
const floodTransactionRows = 500;
const floodWriters = 4;

const description = execFileSync(process.execPath, ['scripts/services/topology.mjs', '--describe'], {
  encoding: 'utf8',
});
const processes = z
  .record(z.string(), z.object({ env: z.record(z.string(), z.string()) }))
  .parse(JSON.parse(description));
const envOf = (name: string) => processes[name]?.env ?? {};

const database = connectDatabase({ url: envOf('decks').DATABASE_URL ?? '', schema: {}, applicationName: 'bench' });
const clickhouse = createClient({
  url: envOf('analytics').CLICKHOUSE_URL ?? '',
  database: 'ruzlet',
  username: 'analytics_reader',
  password: envOf('analytics').CLICKHOUSE_READER_PASSWORD ?? '',
});

/** Reviews of one learner, now; each study pace of its own would only change keys. */
function events(userId: string, count: number) {
  const [deckId, reviewedAt] = [newId(), new Date().toISOString()];
  return Array.from({ length: count }, () =>
    encodeEvent(reviewed({ userId, deckId, cardId: newId(), rating: 3, reviewedAt })),
  );
}

async function rows<T extends z.ZodType>(row: T, query: string, parameters: Record<string, unknown>) {
  const result = await clickhouse.query({ query, query_params: parameters, format: 'JSONEachRow' });
  return z.array(row).parse(await result.json());
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const at = (sorted: number[], share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);

/** Lag at a steady pace: one event a transaction, as a review is. */
async function steady() {
  const userId = newId();
  const committed = new Map<string, number>();
  const lags: number[] = [];
  const total = steadyPerSecond * seconds;
  const writing = (async () => {
    const began = performance.now();
    await Promise.all(
      Array.from({ length: total }, async (_, index) => {
        await pause((index * 1_000) / steadyPerSecond - (performance.now() - began));
        const [event] = events(userId, 1);
        if (!event) return;
        await database.db.transaction((tx) => appendEvents(tx, [event]));
        committed.set(event.id, performance.now());
      }),
    );
  })();
  const seen = new Set<string>();
  const query =
    'SELECT toString(event_id) AS id FROM reviews WHERE user_id = {userId:UUID} AND received_at >= fromUnixTimestamp64Milli({from:Int64})';
  while (seen.size < total) {
    const asked = await rows(z.object({ id: z.string() }), query, {
      userId,
      from: Date.now() - 20_000,
    });
    const now = performance.now();
    for (const { id } of asked) {
      const since = committed.get(id);
      // It may be seen before its writer has heard of the commit: next time, then.
      if (since === undefined || seen.has(id)) continue;
      seen.add(id);
      lags.push(now - since);
    }
    await pause(askEveryMs);
  }
  await writing;
  const sorted = lags.sort((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), most: at(sorted, 1) };
}

/** As many events as possible, until all can be queried. */
async function flooded() {
  const users = Array.from({ length: 200 }, () => newId());
  const portions = Array.from({ length: Math.ceil(flood / floodTransactionRows) }, (_, index) =>
    events(users[index % users.length] ?? '', floodTransactionRows),
  );
  const total = portions.length * floodTransactionRows;
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: floodWriters }, async () => {
      for (let portion = portions[next++]; portion; portion = portions[next++]) {
        const batch = portion;
        await database.db.transaction((tx) => appendEvents(tx, batch));
      }
    }),
  );
  const appended = performance.now();
  const query = 'SELECT toUInt32(count()) AS n FROM reviews WHERE user_id IN {users:Array(UUID)}';
  while (((await rows(z.object({ n: z.number() }), query, { users }))[0]?.n ?? 0) < total) await pause(200);
  const done = performance.now();
  return {
    total,
    appendedPerSecond: Math.round((total / (appended - began)) * 1_000),
    queryablePerSecond: Math.round((total / (done - began)) * 1_000),
  };
}

const lag = await steady();
const rate = await flooded();
process.stdout.write(`| figure | value |
| --- | --- |
| lag from commit to queryable at ${String(steadyPerSecond)} events/s for ${String(seconds)} s: p50, p95, p99, most | ${[lag.p50, lag.p95, lag.p99, lag.most].join(', ')} ms |
| events appended to the outbox, ${String(rate.total)} in all | ${String(rate.appendedPerSecond)} events/s |
| of these, from the first append until all could be queried | ${String(rate.queryablePerSecond)} events/s |
`);
await clickhouse.close();
await database.close();
