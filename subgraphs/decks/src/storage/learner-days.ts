import { eq } from 'drizzle-orm';
import type { LearnerDay } from '../domain/learner-day.js';
import type { DecksDb } from './database.js';
import { learners } from './tables.js';

/** The copy of a learner's preferences; undefined while none has arrived. */
export async function findLearnerDay(db: DecksDb, userId: string): Promise<LearnerDay | undefined> {
  const [row] = await db
    .select({ timeZone: learners.timeZone, dayStartsAt: learners.dayStartsAt })
    .from(learners)
    .where(eq(learners.userId, userId));
  return row;
}
