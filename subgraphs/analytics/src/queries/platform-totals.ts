import { z } from 'zod';
import { noId } from '../storage/event-row.js';
import { day, numeric, type Query } from './run-query.js';

/** The days of a range, a row for each learner that did something. */
const everyDay = `scope = 'EVERYONE' AND scope_id = toUUID('${noId}') AND period = 'DAY'
        AND start BETWEEN {from:Date} AND {to:Date} AND work.reviews > 0`;

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
      SELECT uniqExact(user_id) AS active_learners, sum(work.reviews) AS reviews, sum(work.study_time_ms) AS study_time_ms
      FROM totals AS work FINAL
      WHERE ${everyDay}
    )`,
} satisfies Query<typeof totalsRow>;

const dayRow = z.object({ day, learners: numeric, reviews: numeric });

/** The days of a range that have reviews, in order. */
export const platformDays = {
  name: 'platform-days',
  row: dayRow,
  sql: `
    SELECT start AS day, count() AS learners, sum(work.reviews) AS reviews
    FROM totals AS work FINAL
    WHERE ${everyDay}
    GROUP BY start
    ORDER BY start`,
} satisfies Query<typeof dayRow>;
