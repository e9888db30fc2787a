import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

export const retentionWindows = [
  'RANGE',
  'TODAY',
  'YESTERDAY',
  'LAST_7_DAYS',
  'LAST_30_DAYS',
  'LAST_365_DAYS',
  'ALL_TIME',
] as const;

/** Scheduled this far ahead or farther, a card is mature (days); the bound that Anki uses. */
export const matureDaysMin = 21;

const row = z.object({
  user_id: z.string(),
  window: z.enum(retentionWindows),
  young_passed: numeric,
  young_failed: numeric,
  mature_passed: numeric,
  mature_failed: numeric,
});

/**
 * True retention: how reviews of cards in the state Review (2), scheduled a day or more ahead, went, by window of time.
 * The learners' present days come as an array beside the array of their ids.
 */
export const learnerRetention = {
  name: 'learner-retention',
  row,
  sql: `
    WITH
      arrayElement({todays:Array(Date)}, indexOf({userIds:Array(UUID)}, user_id)) AS today,
      arrayJoin([
        ('RANGE', {from:Date}, {to:Date}),
        ('TODAY', today, today),
        ('YESTERDAY', today - 1, today - 1),
        ('LAST_7_DAYS', today - 6, today),
        ('LAST_30_DAYS', today - 29, today),
        ('LAST_365_DAYS', today - 364, today),
        ('ALL_TIME', toDate('1970-01-01'), toDate('2149-06-06'))
      ]) AS span
    SELECT
      user_id,
      span.1 AS window,
      countIf(scheduled_days_before < ${String(matureDaysMin)} AND rating > 1) AS young_passed,
      countIf(scheduled_days_before < ${String(matureDaysMin)} AND rating = 1) AS young_failed,
      countIf(scheduled_days_before >= ${String(matureDaysMin)} AND rating > 1) AS mature_passed,
      countIf(scheduled_days_before >= ${String(matureDaysMin)} AND rating = 1) AS mature_failed
    FROM (
      SELECT user_id, local_day, rating, scheduled_days_before
      FROM reviews FINAL
      WHERE user_id IN {userIds:Array(UUID)} AND state_before = 2 AND scheduled_days_before >= 1
    )
    WHERE local_day BETWEEN span.2 AND span.3
    GROUP BY user_id, window`,
} satisfies Query<typeof row>;
