import { isUuid } from '@ruzlet/platform/ids';
import { inArray } from 'drizzle-orm';
import type { AnalyticsDb } from './database.js';
import { learners } from './tables.js';

/** How a learner's days run, and what the learner aims at. */
export interface LearnerDays {
  userId: string;
  timeZone: string;
  dayStartsAt: number;
  /** 0 for no goal. */
  dailyGoalReviews: number;
}

export async function findLearnersByIds(db: AnalyticsDb, userIds: readonly string[]): Promise<LearnerDays[]> {
  const ids = userIds.filter(isUuid);
  if (ids.length === 0) return [];
  return db
    .select({
      userId: learners.userId,
      timeZone: learners.timeZone,
      dayStartsAt: learners.dayStartsAt,
      dailyGoalReviews: learners.dailyGoalReviews,
    })
    .from(learners)
    .where(inArray(learners.userId, ids));
}
