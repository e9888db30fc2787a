import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { reckonTotalsOfRange } from './reckon-totals.js';

/** Learners of one statement (count): few enough to fit into memory, so many that the statements are few. */
const learnersPerStatement = 2_000;

const nextLearners = `
  SELECT min(user_id) AS from, max(user_id) AS to
  FROM (SELECT DISTINCT user_id FROM reviews WHERE user_id > {after:UUID} ORDER BY user_id LIMIT ${String(learnersPerStatement)})
  HAVING count() > 0
  SETTINGS optimize_distinct_in_order = 1`;

const range = z.array(z.object({ from: z.string(), to: z.string() }));

/**
 * Reckons all totals from `reviews`, some learners at a time.
 *
 * @param options.table where they are written, `totals` by default.
 * @param options.onRange called after each portion.
 */
export async function reckonAllTotals(
  writer: ClickHouseClient,
  options: { table?: string; onRange?: () => void } = {},
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const result = await writer.query({ query: nextLearners, query_params: { after }, format: 'JSONEachRow' });
    const [next] = range.parse(await result.json());
    if (!next) return;
    await reckonTotalsOfRange(writer, next.from, next.to, options.table);
    options.onRange?.();
    after = next.to;
  }
}

/** Reckons the totals when there are none though there are reviews: after the migration that introduced them. */
export async function fillTotals(writer: ClickHouseClient): Promise<void> {
  const result = await writer.query({
    query: `SELECT (SELECT count() FROM (SELECT 1 FROM totals LIMIT 1)) AS totals, (SELECT count() FROM (SELECT 1 FROM reviews LIMIT 1)) AS reviews`,
    format: 'JSONEachRow',
  });
  const [row] = z.array(z.object({ totals: z.coerce.number(), reviews: z.coerce.number() })).parse(await result.json());
  if (row?.totals === 0 && row.reviews > 0) await reckonAllTotals(writer);
}
