import { z } from 'zod';
import { rangeDaysMax } from '../domain/day-range.js';
import { day, numeric, type Query } from './run-query.js';

const row = z.object({
  user_id: z.string(),
  day,
  reviews: numeric,
  correct: numeric,
  new_cards: numeric,
  study_time_ms: numeric,
});

/** The days with reviews in a range, in order; of each learner the latest `rangeDaysMax`. */
export const learnerDays = {
  name: 'learner-days',
  row,
  sql: `
    SELECT * FROM (
      SELECT
        user_id,
        local_day AS day,
        count() AS reviews,
        countIf(rating > 1) AS correct,
        countIf(state_before = 0) AS new_cards,
        sum(duration_ms) AS study_time_ms
      FROM reviews FINAL
      WHERE user_id IN {userIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
      GROUP BY user_id, local_day
      ORDER BY user_id, local_day DESC
      LIMIT ${String(rangeDaysMax)} BY user_id
    )
    ORDER BY user_id, day`,
} satisfies Query<typeof row>;
