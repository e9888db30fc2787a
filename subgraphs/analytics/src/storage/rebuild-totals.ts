import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { reckonCardsOfRange, reckonTotalsOfRange } from './reckon-totals.js';

/** Learners or decks of one statement (count): few enough to fit into memory, so many that the statements are few. */
const idsPerStatement = 2_000;
/** Reviews of decks in one statement (count), near enough: a deck may have any number of them. */
const deckReviewsPerStatement = 4_000_000;

const nextLearners = `
  SELECT min(id) AS from, max(id) AS to
  FROM (SELECT DISTINCT user_id AS id FROM reviews WHERE id > {after:UUID} ORDER BY id LIMIT ${String(idsPerStatement)})
  HAVING count() > 0
  SETTINGS optimize_distinct_in_order = 1`;

/** At least one deck, and as many more as have no more reviews together than a statement may look at. */
const nextDecks = `
  SELECT min(id) AS from, max(id) AS to
  FROM (
    SELECT id, sum(n) OVER (ORDER BY id) - n AS before
    FROM (
      SELECT deck_id AS id, count() AS n FROM deck_reviews WHERE id > {after:UUID}
      GROUP BY id ORDER BY id LIMIT ${String(idsPerStatement)}
      SETTINGS optimize_aggregation_in_order = 1
    )
  )
  WHERE before < ${String(deckReviewsPerStatement)}
  HAVING count() > 0`;

const range = z.array(z.object({ from: z.string(), to: z.string() }));

interface Options {
  /** Where totals are written, `totals` by default. */
  table?: string;
  /** Called after each portion. */
  onRange?: () => void;
}

/** Reckons all totals, some learners at a time, then some decks at a time. */
export async function reckonAllTotals(writer: ClickHouseClient, options: Options = {}): Promise<void> {
  await byRange(writer, nextLearners, reckonTotalsOfRange, options);
  await byRange(writer, nextDecks, reckonCardsOfRange, options);
}

async function byRange(
  writer: ClickHouseClient,
  next: string,
  reckon: typeof reckonTotalsOfRange,
  { table, onRange }: Options,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const result = await writer.query({ query: next, query_params: { after }, format: 'JSONEachRow' });
    const [found] = range.parse(await result.json());
    if (!found) return;
    await reckon(writer, found.from, found.to, table);
    onRange?.();
    after = found.to;
  }
}

/** Reckons totals when there are none though there are reviews: after the migrations that introduced them. */
export async function fillTotals(writer: ClickHouseClient): Promise<void> {
  const some = (from: string) => `(SELECT count() FROM (SELECT 1 FROM ${from} LIMIT 1))`;
  const result = await writer.query({
    query: `SELECT ${some('reviews')} AS reviews, ${some("totals WHERE scope != 'CARD'")} AS learners, ${some("totals WHERE scope = 'CARD'")} AS cards`,
    format: 'JSONEachRow',
  });
  const counted = z.object({ reviews: z.coerce.number(), learners: z.coerce.number(), cards: z.coerce.number() });
  const [row] = z.array(counted).parse(await result.json());
  if (!row || row.reviews === 0) return;
  if (row.learners === 0) await byRange(writer, nextLearners, reckonTotalsOfRange, {});
  if (row.cards === 0) await byRange(writer, nextDecks, reckonCardsOfRange, {});
}
