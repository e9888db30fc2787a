import { and, eq, inArray, sql } from 'drizzle-orm';
import type { CardStudy } from '../domain/memory.js';
import type { DecksDb } from './database.js';
import { cardMemory } from './tables.js';

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
