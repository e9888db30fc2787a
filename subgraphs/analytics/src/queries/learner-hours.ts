import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

const row = z.object({ user_id: z.string(), hour: numeric, reviews: numeric, correct: numeric });

/** Reviews in a range by the hour of the learner's clock; hours without reviews are left out. */
export const learnerHours = {
  name: 'learner-hours',
  row,
  sql: `
    SELECT user_id, local_hour AS hour, count() AS reviews, countIf(rating > 1) AS correct
    FROM reviews FINAL
    WHERE user_id IN {userIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
    GROUP BY user_id, local_hour
    ORDER BY user_id, local_hour`,
} satisfies Query<typeof row>;
