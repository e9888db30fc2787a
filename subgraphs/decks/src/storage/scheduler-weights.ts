import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { FitEntry } from '../domain/fit-reviews.js';
import type { DecksDb } from './database.js';
import { schedulerWeights } from './tables.js';

/** The weights that learners' cards are scheduled with, version by version. */

export type WeightsRecord = typeof schedulerWeights.$inferSelect;

/** The newest versions first, for one deck, or those for all decks (null). */
export async function findWeights(
  db: DecksDb,
  userId: string,
  deckId: string | null,
  limit: number,
): Promise<WeightsRecord[]> {
  return db
    .select()
    .from(schedulerWeights)
    .where(
      and(
        eq(schedulerWeights.userId, userId),
        deckId === null ? isNull(schedulerWeights.deckId) : eq(schedulerWeights.deckId, deckId),
      ),
    )
    .orderBy(desc(schedulerWeights.version))
    .limit(limit);
}

/** The caller holds the learner's lock, so versions have no gaps and no ties. */
export async function appendWeights(tx: DecksDb, row: Omit<WeightsRecord, 'version'>): Promise<WeightsRecord> {
  const [last] = await findWeights(tx, row.userId, row.deckId, 1);
  const record = { ...row, version: (last?.version ?? 0) + 1 };
  await tx.insert(schedulerWeights).values(record);
  return record;
}

/** Where a page of the log ended. */
export interface LogPlace {
  cardId: string;
  replayAt: string;
  seq: number;
}

/**
 * A page of a learner's log, card by card, each card's oldest first: an index range, whatever the length of the log.
 *
 * @param deckId entries of this deck only, unless it is null.
 */
export async function findLogPage(
  db: DecksDb,
  userId: string,
  deckId: string | null,
  page: { after: LogPlace | null; limit: number },
): Promise<{ entries: FitEntry[]; end: LogPlace | null }> {
  const after = page.after;
  const rows = await db.execute<{
    card_id: string;
    rating: FitEntry['rating'];
    change: FitEntry['change'];
    local_day: string;
    replay_at: string;
    seq: string;
  }>(sql`
    select card_id, rating, change, local_day, replay_at, seq from review_log
    where user_id = ${userId} and undone_at is null
      ${deckId === null ? sql`` : sql`and deck_id = ${deckId}`}
      ${after ? sql`and (card_id, replay_at, seq) > (${after.cardId}::uuid, ${after.replayAt}::timestamptz, ${after.seq}::bigint)` : sql``}
    order by card_id, replay_at, seq limit ${page.limit}`);
  const last = rows.at(-1);
  const whole = rows.length === page.limit;
  return {
    entries: rows.map((row) => ({
      cardId: row.card_id,
      rating: row.rating,
      change: row.change,
      localDay: row.local_day,
    })),
    end: last && whole ? { cardId: last.card_id, replayAt: last.replay_at, seq: Number(last.seq) } : null,
  };
}
