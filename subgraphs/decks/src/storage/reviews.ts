import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Memory, memoryIn } from '../domain/memory.js';
import type { LoggedReview } from '../domain/scheduling.js';
import type { DecksDb } from './database.js';
import { groupBy } from './group-by.js';
import { reviewLog, schedulers } from './tables.js';

/** The log of reviews. */

/** An entry as it is written: the review, and the memory as it was before it (`memoryIn`). */
export type NewLogEntry = Omit<typeof reviewLog.$inferInsert, 'seq' | 'undoneAt'>;
export type LogEntry = typeof reviewLog.$inferSelect;

/** Entries by review id, whoever made them. */
export async function findLogEntries(db: DecksDb, ids: readonly string[]): Promise<Map<string, LogEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(reviewLog)
    .where(inArray(reviewLog.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * What entries led to, by entry id: the memory before the entry that followed for the same learner and card, taken back
 * or not. Entries that nothing followed are absent; they led to the memory as it stands.
 */
export async function findMemoriesAfter(db: DecksDb, entries: readonly LogEntry[]): Promise<Map<string, Memory>> {
  if (entries.length === 0) return new Map();
  const ids = entries.map(({ id }) => id);
  const rows = await db.execute<{ id: string; next_id: string }>(sql`
    select entry.id, following.id as next_id
    from review_log entry cross join lateral (
      select next.id from review_log next
      where next.user_id = entry.user_id and next.card_id = entry.card_id and (next.replay_at, next.seq) > (entry.replay_at, entry.seq)
      order by next.replay_at, next.seq limit 1
    ) following
    where entry.id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) value)`);
  const following = await findLogEntries(
    db,
    rows.map((row) => row.next_id),
  );
  return new Map(
    rows.flatMap((row) => {
      const next = following.get(row.next_id);
      return next ? [[row.id, memoryIn(next)] as const] : [];
    }),
  );
}

/** The newest entry of a learner's card that was not taken back. */
export async function findLatestEntry(db: DecksDb, userId: string, cardId: string): Promise<LogEntry | undefined> {
  const [latest] = await db
    .select()
    .from(reviewLog)
    .where(and(eq(reviewLog.userId, userId), eq(reviewLog.cardId, cardId), isNull(reviewLog.undoneAt)))
    .orderBy(desc(reviewLog.replayAt), desc(reviewLog.seq))
    .limit(1);
  return latest;
}

/** Appends entries in the given order. */
export async function appendLogEntries(tx: DecksDb, entries: readonly NewLogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(reviewLog).values([...entries]);
}

export async function markUndone(tx: DecksDb, id: string, now: Date): Promise<void> {
  await tx.update(reviewLog).set({ undoneAt: now }).where(eq(reviewLog.id, id));
}

/** Answers from which a learner's pace is reckoned: the latest of the cards studied last (counts). */
const paceCardsMax = 100;
const paceAnswersMax = 500;

/** Mean time of a learner's recent answers in decks (milliseconds); null before the first that was measured. */
export async function findAnswerPace(db: DecksDb, userId: string, deckIds: readonly string[]): Promise<number | null> {
  const [row] = await db.execute<{ pace: number | null }>(sql`
    select avg(duration_ms)::float8 as pace from (
      select entry.duration_ms
      from (select card_id from card_memory where user_id = ${userId} and state <> 0
          and deck_id in (select value::uuid from json_array_elements_text(${JSON.stringify(deckIds)}::json) value)
        order by last_review desc limit ${paceCardsMax}) recent
      join review_log entry on entry.user_id = ${userId} and entry.card_id = recent.card_id
      where entry.rating > 0 and entry.duration_ms > 0 and entry.undone_at is null
      limit ${paceAnswersMax}
    ) answers`);
  return row?.pace ?? null;
}

/** An entry of a card's history, with what the log says about the memory before it. */
export interface HistoryEntry extends LoggedReview {
  id: string;
  cardId: string;
  deckId: string;
  before: Memory;
}

/** What of a learner's log counts for cards, each card's oldest first, with the scheduler of each entry: enough to rebuild the memories. */
export async function findReviewHistories(
  db: DecksDb,
  userId: string,
  cardIds: readonly string[],
): Promise<Map<string, HistoryEntry[]>> {
  if (cardIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(reviewLog)
    .innerJoin(schedulers, eq(schedulers.id, reviewLog.schedulerId))
    .where(and(eq(reviewLog.userId, userId), inArray(reviewLog.cardId, [...cardIds]), isNull(reviewLog.undoneAt)))
    .orderBy(asc(reviewLog.cardId), asc(reviewLog.replayAt), asc(reviewLog.seq));
  return groupBy(
    rows.map(({ review_log: entry, schedulers: scheduler }) => ({
      id: entry.id,
      cardId: entry.cardId,
      deckId: entry.deckId,
      rating: entry.rating,
      change: entry.change,
      intervalDays: entry.intervalDays,
      // The time that counts: a clock that was a little behind the review before was set to it.
      reviewedAt: entry.replayAt,
      localDay: entry.localDay,
      scheduler,
      before: memoryIn(entry),
    })),
    ({ cardId }) => cardId,
  );
}

/** When each card's latest entry counts from; cards without entries are absent. */
export async function findLatestReplays(
  db: DecksDb,
  userId: string,
  cardIds: readonly string[],
): Promise<Map<string, Date>> {
  if (cardIds.length === 0) return new Map();
  const rows = await db.execute<{ card_id: string; replay_at: string }>(sql`
    select wanted.card_id, latest.replay_at
    from (select value::uuid as card_id from json_array_elements_text(${JSON.stringify(cardIds)}::json) value) wanted
    cross join lateral (
      select replay_at from review_log
      where user_id = ${userId} and card_id = wanted.card_id and undone_at is null
      order by replay_at desc, seq desc limit 1
    ) latest`);
  return new Map(rows.map((row) => [row.card_id, new Date(row.replay_at)]));
}

/** Writes anew what entries say about the memory before them: after a review found its place in front of them. */
export async function rewriteMemoriesBefore(
  tx: DecksDb,
  rewritten: readonly { id: string; before: Memory }[],
): Promise<void> {
  if (rewritten.length === 0) return;
  const rows = rewritten.map(({ id, before }) => ({ id, ...before }));
  await tx.execute(sql`
    update review_log set state = given.state, due = given.due, stability = given.stability, difficulty = given.difficulty,
      scheduled_days = given."scheduledDays", learning_steps = given."learningSteps", reps = given.reps, lapses = given.lapses,
      last_review = given."lastReview", last_review_day = given."lastReviewDay", leech = given.leech
    from json_to_recordset(${JSON.stringify(rows)}::json) as given(id uuid, state smallint, due timestamptz, stability float8,
      difficulty float8, "scheduledDays" int, "learningSteps" smallint, reps int, lapses int, "lastReview" timestamptz,
      "lastReviewDay" date, leech boolean)
    where review_log.id = given.id`);
}
