import { and, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { CardStudy } from '../domain/memory.js';
import type { DecksDb } from './database.js';
import { cardMemory, cards } from './tables.js';

/** A learner's memories of cards. */

export interface StoredCardStudy extends CardStudy {
  cardId: string;
  deckId: string;
}

const columns = {
  cardId: cardMemory.cardId,
  deckId: cardMemory.deckId,
  state: cardMemory.state,
  due: cardMemory.due,
  stability: cardMemory.stability,
  difficulty: cardMemory.difficulty,
  scheduledDays: cardMemory.scheduledDays,
  learningSteps: cardMemory.learningSteps,
  reps: cardMemory.reps,
  lapses: cardMemory.lapses,
  lastReview: cardMemory.lastReview,
  lastReviewDay: cardMemory.lastReviewDay,
  leech: cardMemory.leech,
  suspended: cardMemory.suspended,
  buriedUntil: cardMemory.buriedUntil,
};

/**
 * Lets only one transaction at a time change what a learner remembers, until it ends. Reviews of one learner come one
 * after another anyway; batches from two devices wait for each other instead of meeting in a deadlock.
 */
export async function lockStudy(tx: DecksDb, userId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`study ${userId}`}, 0))`);
}

/** Memories of the given cards, by card id; cards never touched are absent. */
export async function findMemories(
  db: DecksDb,
  userId: string,
  cardIds: readonly string[],
): Promise<Map<string, StoredCardStudy>> {
  if (cardIds.length === 0) return new Map();
  const rows = await db
    .select(columns)
    .from(cardMemory)
    .where(and(eq(cardMemory.userId, userId), inArray(cardMemory.cardId, [...cardIds])));
  return new Map(rows.map((row) => [row.cardId, row]));
}

/** Memories of cards of many learners; cards never touched are absent. */
export async function findMemoriesOfMany(
  db: DecksDb,
  wanted: readonly { userId: string; cardId: string }[],
): Promise<(StoredCardStudy & { userId: string })[]> {
  return db
    .select({ userId: cardMemory.userId, ...columns })
    .from(cardMemory)
    .where(
      sql`(${cardMemory.userId}, ${cardMemory.cardId}) in (
        select wanted."userId", wanted."cardId"
        from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted("userId" uuid, "cardId" uuid))`,
    );
}

/** Learned cards of a deck (state Review) by card id, `limit` after the given one: to go through all of them in bounded steps. */
export async function findReviewMemories(
  db: DecksDb,
  userId: string,
  deckId: string,
  page: { after: string | null; limit: number },
): Promise<StoredCardStudy[]> {
  return db
    .select(columns)
    .from(cardMemory)
    .innerJoin(cards, and(eq(cards.id, cardMemory.cardId), isNull(cards.deletedAt)))
    .where(
      and(
        eq(cardMemory.userId, userId),
        eq(cardMemory.deckId, deckId),
        eq(cardMemory.state, 2),
        page.after === null ? undefined : gt(cardMemory.cardId, page.after),
      ),
    )
    .orderBy(cardMemory.cardId)
    .limit(page.limit);
}

/**
 * A sample of a learner's studied cards of decks that are not suspended, always the same, and how many there are in all.
 */
export async function sampleMemories(
  db: DecksDb,
  userId: string,
  deckIds: readonly string[],
  limit: number,
): Promise<{ sample: StoredCardStudy[]; total: number }> {
  const rows = await db
    .select({ ...columns, total: sql<number>`(count(*) over ())::int` })
    .from(cardMemory)
    .innerJoin(cards, and(eq(cards.id, cardMemory.cardId), isNull(cards.deletedAt)))
    .where(
      and(
        eq(cardMemory.userId, userId),
        inArray(cardMemory.deckId, [...deckIds]),
        ne(cardMemory.state, 0),
        eq(cardMemory.suspended, false),
      ),
    )
    .orderBy(sql`hashtextextended(${cardMemory.cardId}::text, 0)`, cardMemory.cardId)
    .limit(limit);
  return { sample: rows, total: rows[0]?.total ?? 0 };
}

/** Writes memories, whether or not they are there already. The caller holds the learner's lock. */
export async function saveMemories(tx: DecksDb, userId: string, studies: readonly StoredCardStudy[]): Promise<void> {
  if (studies.length === 0) return;
  const rows = studies.map((study) => ({ ...study, userId }));
  await tx
    .insert(cardMemory)
    .values(rows)
    .onConflictDoUpdate({
      target: [cardMemory.userId, cardMemory.cardId],
      set: {
        deckId: sql`excluded.deck_id`,
        state: sql`excluded.state`,
        due: sql`excluded.due`,
        stability: sql`excluded.stability`,
        difficulty: sql`excluded.difficulty`,
        scheduledDays: sql`excluded.scheduled_days`,
        learningSteps: sql`excluded.learning_steps`,
        reps: sql`excluded.reps`,
        lapses: sql`excluded.lapses`,
        lastReview: sql`excluded.last_review`,
        lastReviewDay: sql`excluded.last_review_day`,
        leech: sql`excluded.leech`,
        suspended: sql`excluded.suspended`,
        buriedUntil: sql`excluded.buried_until`,
      },
    });
}
