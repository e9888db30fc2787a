import { z } from 'zod';
import { day, numeric, type Query } from './run-query.js';

/** Scheduled this far ahead or farther, a card is mature (days); the bound that Anki uses. */
export const matureDaysMin = 21;

/**
 * What is listed of a span beside its sums: nothing, the hours of the learner's clock, the days with what was done on them, or only
 * which days these were.
 */
export type SpanList = 'NOTHING' | 'HOURS' | 'DAYS' | 'STUDY_DAYS';

const row = z.object({
  user_id: z.string(),
  from: day,
  to: day,
  list: z.enum(['NOTHING', 'HOURS', 'DAYS', 'STUDY_DAYS']),
  reviews: numeric,
  again: numeric,
  hard: numeric,
  good: numeric,
  easy: numeric,
  study_time_ms: numeric,
  young_passed: numeric,
  young_failed: numeric,
  mature_passed: numeric,
  mature_failed: numeric,
  /** Hours, their reviews, and how many of these were right. */
  hours: z.tuple([z.array(numeric), z.array(numeric), z.array(numeric)]),
  /** Days in order, with reviews, how many of these were right, new cards and milliseconds. */
  days: z.array(z.tuple([day, z.tuple([numeric, numeric, numeric, numeric])])),
  study_days: z.array(day),
});

export type SpanRow = z.output<typeof row>;

/**
 * What learners did in spans of their days, each with both its ends: any number of spans from one reading of their reviews. A span
 * without reviews has no row. Passed and failed are true retention: reviews of cards in the state Review (2) that were scheduled a
 * day or more ahead.
 *
 * Duplicates and the undoing of a review have its learner, so this one condition may stand before FINAL; days may not, see `reviews`.
 */
export const learnerSpans = {
  name: 'learner-spans',
  row,
  sql: `
    WITH days AS (
      SELECT
        user_id,
        local_day AS day,
        count() AS day_reviews,
        countIf(rating = 1) AS day_again,
        countIf(rating = 2) AS day_hard,
        countIf(rating = 3) AS day_good,
        countIf(rating = 4) AS day_easy,
        countIf(state_before = 0) AS day_new,
        sum(duration_ms) AS day_ms,
        countIf(state_before = 2 AND scheduled_days_before >= 1) AS day_due,
        countIf(state_before = 2 AND scheduled_days_before >= 1 AND rating = 1) AS day_failed,
        countIf(state_before = 2 AND scheduled_days_before >= ${String(matureDaysMin)}) AS day_mature,
        countIf(state_before = 2 AND scheduled_days_before >= ${String(matureDaysMin)} AND rating = 1) AS day_mature_failed,
        sumMap([local_hour], [1], [rating > 1]) AS day_hours
      FROM reviews FINAL
      PREWHERE user_id IN {userIds:Array(UUID)}
      WHERE local_day BETWEEN arrayMin({froms:Array(Date)}) AND arrayMax({tos:Array(Date)})
      GROUP BY user_id, local_day
    )
    SELECT
      user_id,
      span.1 AS from,
      span.2 AS to,
      span.3 AS list,
      sum(day_reviews) AS reviews,
      sum(day_again) AS again,
      sum(day_hard) AS hard,
      sum(day_good) AS good,
      sum(day_easy) AS easy,
      sum(day_ms) AS study_time_ms,
      sum(day_due - day_mature - day_failed + day_mature_failed) AS young_passed,
      sum(day_failed - day_mature_failed) AS young_failed,
      sum(day_mature - day_mature_failed) AS mature_passed,
      sum(day_mature_failed) AS mature_failed,
      sumMapIf(day_hours.1, day_hours.2, day_hours.3, list = 'HOURS') AS hours,
      arraySort(groupArrayIf((day, (day_reviews, day_reviews - day_again, day_new + 0, day_ms + 0)), list = 'DAYS')) AS days,
      arraySort(groupArrayIf(day, list = 'STUDY_DAYS')) AS study_days
    FROM days
    ARRAY JOIN arrayZip({froms:Array(Date)}, {tos:Array(Date)}, {lists:Array(String)}) AS span
    WHERE day BETWEEN span.1 AND span.2
    GROUP BY user_id, span`,
} satisfies Query<typeof row>;
