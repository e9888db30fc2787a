import { z } from 'zod';
import { learnerCards } from './learner-cards.js';
import { day, numeric, type Query } from './run-query.js';

const row = z.object({ user_id: z.string(), day, cards: numeric });

/**
 * How many cards of learners are due on each of their days, from the day before `today`, which stands for all that is overdue, to
 * the day after `to`, which stands for all that is later. A moment belongs to a day as in platform/src/localtime.ts.
 */
export const learnerForecast = {
  name: 'learner-forecast',
  row,
  sql: `
    WITH ${learnerCards},
      due AS (
        SELECT
          user_id,
          toTimeZone(due_at, {timeZone:String}) AS moment,
          toDate(moment) - if(toHour(moment) < {dayStartsAt:UInt8}, 1, 0) AS due_day
        FROM cards
      )
    SELECT user_id, least(greatest(due_day, {today:Date} - 1), {to:Date} + 1) AS day, count() AS cards
    FROM due
    GROUP BY user_id, day
    ORDER BY user_id, day`,
} satisfies Query<typeof row>;
