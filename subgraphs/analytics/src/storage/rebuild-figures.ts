import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { feedingViews, type FeedingView } from './feeding-views.js';
import { reckonAllTotals } from './rebuild-totals.js';

/**
 * How far before the newest event of the start events are taken in once more when the new tables are in place (minutes). Times of
 * arrival are written by collectors: this is how far their clocks may differ.
 */
const catchUpMinutes = 10;

/** A statement may take longer than the client waits for a sign of life; a server then sends its progress meanwhile. */
const longStatement = { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: '5000' } as const;

const shadowOf = (table: string) => `${table}_rebuilt`;

/**
 * Makes every table that is fed from the raw events anew, beside the present ones, and then puts the new ones into their
 * place: readers see the old figures until the new ones are whole, and collecting goes on. Can be repeated after a crash.
 *
 * @param onStep told what is being done.
 * @param signal stops between two statements; the present tables then stay.
 */
export async function rebuildFigures(
  writer: ClickHouseClient,
  { onStep, signal }: { onStep: (step: string) => Promise<void>; signal: AbortSignal },
): Promise<void> {
  const run = async (query: string) => {
    signal.throwIfAborted();
    await writer.command({ query, clickhouse_settings: longStatement });
  };
  const views = await feedingViews(writer);
  const tables = [...new Set(views.map(({ target }) => target))];
  const newest = await newestArrival(writer);
  for (const table of tables) {
    await run(`DROP TABLE IF EXISTS ${shadowOf(table)}`);
    await run(`CREATE TABLE ${shadowOf(table)} AS ${table}`);
  }
  for (const month of await months(writer)) {
    await onStep(`raw events of ${String(month)}`);
    for (const view of views.filter(({ source }) => source === undefined)) {
      await run(fill(view, shadowOf(view.target), `(SELECT * FROM events WHERE toYYYYMM(time) = ${String(month)})`));
    }
  }
  for (const view of views) {
    if (view.source === undefined) continue;
    await onStep(`the table ${view.target}`);
    await run(fill(view, shadowOf(view.target), shadowOf(view.source)));
  }
  await onStep('the new tables');
  for (const table of tables) await run(`EXCHANGE TABLES ${table} AND ${shadowOf(table)}`);
  // What came while the shadows were filled went to the tables that are gone now. These inserts also go through the views behind.
  const fresh = `(SELECT * FROM events WHERE received_at >= fromUnixTimestamp64Milli(${String(newest)}) - INTERVAL ${String(catchUpMinutes)} MINUTE)`;
  for (const view of views.filter(({ source }) => source === undefined)) await run(fill(view, view.target, fresh));
  await onStep('the totals');
  await rebuildTotals(writer, run, signal);
  for (const table of [...tables, 'totals']) await run(`DROP TABLE IF EXISTS ${shadowOf(table)}`);
}

/**
 * Totals that no review stands behind any more would stay if they were only reckoned again, so they begin empty too. Collectors
 * write to the table that has the name; the second pass brings what they wrote to the old one.
 */
async function rebuildTotals(
  writer: ClickHouseClient,
  run: (query: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const check = () => {
    signal.throwIfAborted();
  };
  await run(`DROP TABLE IF EXISTS ${shadowOf('totals')}`);
  await run(`CREATE TABLE ${shadowOf('totals')} AS totals`);
  await reckonAllTotals(writer, { table: shadowOf('totals'), onRange: check });
  await run(`EXCHANGE TABLES totals AND ${shadowOf('totals')}`);
  await reckonAllTotals(writer, { onRange: check });
}

/** A view's statement over other rows, into another table; by the names of its columns, as the view does it. */
function fill(view: FeedingView, table: string, source: string): string {
  return `INSERT INTO ${table} (${view.columns.join(', ')}) ${view.select(source)}`;
}

/** When the newest event arrived (milliseconds since 1970), by the clock of its collector. */
async function newestArrival(writer: ClickHouseClient): Promise<number> {
  const result = await writer.query({
    query: 'SELECT toUnixTimestamp64Milli(max(received_at)) AS newest FROM events',
    format: 'JSONEachRow',
  });
  return z.tuple([z.object({ newest: z.coerce.number() })]).parse(await result.json())[0].newest;
}

async function months(writer: ClickHouseClient): Promise<number[]> {
  const result = await writer.query({
    query: 'SELECT DISTINCT toYYYYMM(time) AS month FROM events ORDER BY month',
    format: 'JSONEachRow',
  });
  const rows = z.array(z.object({ month: z.coerce.number() })).parse(await result.json());
  return rows.map(({ month }) => month);
}
