import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChdb } from '@ruzlet/embedded/clickhouse';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { newId } from '@ruzlet/platform/ids';
import { clickhouseMigrationsFolder } from '../../subgraphs/analytics/src/create-analytics.js';
import { eventRow } from '../../subgraphs/analytics/src/storage/event-row.js';
import { insertEvents } from '../../subgraphs/analytics/src/storage/insert-events.js';
import { reckonTotals, touchedReviews } from '../../subgraphs/analytics/src/storage/reckon-totals.js';
import { reviewed } from '../../subgraphs/analytics/test/events.js';

/**
 * What writing a batch costs in processor time, merges in the background included: `UV_THREADPOOL_SIZE=16 npx tsx
 * --conditions=@ruzlet/source bench/analytics/insert-cost.ts [batches]`. Prints also the cost as it was before feeds: all views at one
 * table, in the same run, so that the ratio holds on a busy machine.
 */
const batches = Number(process.argv[2] ?? '60');
const folder = await mkdtemp(join(tmpdir(), 'ruzlet-insert-cost-'));
const clickhouse = await openChdb({ path: folder });
await migrateClickHouse(clickhouse, clickhouseMigrationsFolder);
const { writer } = clickhouse;

const reviews = (count: number) =>
  Array.from({ length: count }, () =>
    reviewed({ userId: newId(), deckId: newId(), cardId: newId(), rating: 3, reviewedAt: new Date().toISOString() }),
  );
const rowsOf = (events: ReturnType<typeof reviews>) =>
  events.map((event) => eventRow(event, 'learning.events', new Date()));

/** Mean processor times of several ways (milliseconds), which take turns: merges in the background then burden all alike. */
async function costs(...ways: (() => Promise<unknown>)[]): Promise<number[]> {
  for (const way of ways) for (let warm = 0; warm < 5; warm += 1) await way();
  const spent = ways.map(() => 0);
  for (let batch = 0; batch < batches; batch += 1) {
    for (const [index, way] of ways.entries()) {
      const before = process.cpuUsage();
      await way();
      const { user, system } = process.cpuUsage(before);
      spent[index] = (spent[index] ?? 0) + (user + system) / 1_000;
    }
  }
  return spent.map((all) => all / batches);
}

// Every view that a feed has, at one table, as it was.
await writer.command({ query: 'CREATE TABLE one_feed AS events ENGINE = Null' });
const listed = await writer.query({
  query: `SELECT name, extract(create_table_query, ' TO \\\\S+\\\\.(\\\\S+) ') AS target, as_select FROM system.tables
    WHERE database = currentDatabase() AND engine = 'MaterializedView' AND name NOT LIKE 'events_from_%'`,
  format: 'JSONEachRow',
});
const views = await listed.json<{ name: string; target: string; as_select: string }>();
const fed = views.filter(({ as_select }) => /_feed\b/.test(as_select));
await writer.command({ query: 'CREATE MATERIALIZED VIEW one_events TO events AS SELECT * FROM one_feed' });
for (const { name, target, as_select } of fed) {
  const select = as_select.replace(/FROM \S+_feed\b/, 'FROM one_feed');
  await writer.command({ query: `CREATE MATERIALIZED VIEW one_${name} TO ${target} AS ${select}` });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
say('| reviews of a batch | insert, all views ms | insert by feeds ms | ratio | totals of learners and cards ms |');
say('| ---: | ---: | ---: | ---: | ---: |');
for (const count of [1, 10, 100]) {
  const [all = 0, feeds = 0, totals = 0] = await costs(
    () => writer.insert({ table: 'one_feed', values: rowsOf(reviews(count)), format: 'JSONEachRow' }),
    () => insertEvents(writer, rowsOf(reviews(count))),
    () => reckonTotals(writer, touchedReviews(reviews(count))),
  );
  say(
    `| ${String(count)} | ${all.toFixed(1)} | ${feeds.toFixed(1)} | ${(feeds / all).toFixed(2)} | ${totals.toFixed(1)} |`,
  );
}
await clickhouse.close();
await rm(folder, { recursive: true, force: true });
