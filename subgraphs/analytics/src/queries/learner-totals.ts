import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  user_id: z.string(),
  reviews: numeric,
  again: numeric,
  hard: numeric,
  good: numeric,
  easy: numeric,
  study_time_ms: numeric,
});

/** Reviews of learners in a range of their days, by rating, and the time they took. */
export const learnerTotals = {
  name: 'learner-totals',
  row,
  sql: `
    SELECT
      user_id,
      count() AS reviews,
      countIf(rating = 1) AS again,
      countIf(rating = 2) AS hard,
      countIf(rating = 3) AS good,
      countIf(rating = 4) AS easy,
      sum(duration_ms) AS study_time_ms
    FROM reviews FINAL
    WHERE user_id IN {userIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
    GROUP BY user_id`,
} satisfies Query<typeof row>;
