import { inArray } from 'drizzle-orm';
import type { LearnerDay } from '../domain/learner-day.js';
import type { DecksDb } from './database.js';
import { learners } from './tables.js';

/** The copies of learners' preferences; who is absent, none has arrived of. */
export async function findLearnerDays(
  db: DecksDb,
  userIds: readonly string[],
): Promise<(LearnerDay & { userId: string })[]> {
  return db
    .select({ userId: learners.userId, timeZone: learners.timeZone, dayStartsAt: learners.dayStartsAt })
    .from(learners)
    .where(inArray(learners.userId, [...userIds]));
}
