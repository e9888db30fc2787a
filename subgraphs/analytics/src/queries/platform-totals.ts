import { z } from 'zod';
import { day, numeric, type Query } from './run-query.js';

const totalsRow = z.object({
  active_learners: numeric,
  reviews: numeric,
  study_time_ms: numeric,
  new_users: numeric,
  tests: numeric,
  lessons: numeric,
});

/** Figures of the whole platform in a range of days: one row. */
export const platformTotals = {
  name: 'platform-totals',
  row: totalsRow,
  sql: `
    SELECT
      active_learners,
      reviews,
      study_time_ms,
      (SELECT count() FROM registrations FINAL
        WHERE toDate(registered_at) BETWEEN {from:Date} AND {to:Date}) AS new_users,
      (SELECT count() FROM tests FINAL WHERE local_day BETWEEN {from:Date} AND {to:Date}) AS tests,
      (SELECT count() FROM lesson_completions FINAL
        WHERE toDate(completed_at) BETWEEN {from:Date} AND {to:Date}) AS lessons
    FROM (
      SELECT uniqExact(user_id) AS active_learners, count() AS reviews, sum(duration_ms) AS study_time_ms
      FROM reviews FINAL
      WHERE local_day BETWEEN {from:Date} AND {to:Date}
    )`,
} satisfies Query<typeof totalsRow>;

const dayRow = z.object({ day, learners: numeric, reviews: numeric });

/** The days of a range that have reviews, in order. */
export const platformDays = {
  name: 'platform-days',
  row: dayRow,
  sql: `
    SELECT local_day AS day, uniqExact(user_id) AS learners, count() AS reviews
    FROM reviews FINAL
    WHERE local_day BETWEEN {from:Date} AND {to:Date}
    GROUP BY local_day
    ORDER BY local_day`,
} satisfies Query<typeof dayRow>;
