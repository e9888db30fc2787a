import { z } from 'zod';
import { day, type Query } from './run-query.js';

const row = z.object({ user_id: z.string(), days: z.array(day) });

/** All days on which learners reviewed at least one card, for streaks. */
export const learnerStudyDays = {
  name: 'learner-study-days',
  row,
  sql: `
    SELECT user_id, arraySort(groupUniqArray(local_day)) AS days
    FROM reviews FINAL
    WHERE user_id IN {userIds:Array(UUID)}
    GROUP BY user_id`,
} satisfies Query<typeof row>;
