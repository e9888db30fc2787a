import { z } from 'zod';
import { retrievabilityBounds, retrievabilityDecay, stabilityBoundsDays } from '../domain/memory-buckets.js';
import { noId } from '../storage/event-row.js';
import { learnerCards } from './learner-cards.js';
import { numeric, type Query } from './run-query.js';

/** Days of a forecast at most: a year. */
export const forecastDaysMax = 366;

const row = z.object({
  user_id: z.string(),
  /** Days after `today` and the cards due on each; -1 stands for all that is overdue, `forecastDaysMax` for all that is later. */
  due: z.tuple([z.array(numeric), z.array(numeric)]),
  /** Cells of stability and retrievability (see `cellOf`), with cards, the sum of their stabilities and of their retrievabilities. */
  known: z.tuple([z.array(numeric), z.array(numeric), z.array(numeric), z.array(numeric)]),
});

/** The forgetting curve of FSRS-6: it passes 90 % when as many days have passed as the stability says. */
const retrievability = `pow(1 + (pow(0.9, 1 / -decay) - 1)
          * greatest(0, {now:Int64} - toUnixTimestamp64Milli(reviewed_at)) / 86400000 / greatest(stability, 0.001),
          -decay)`;

/** A value's bucket, from 0: how many bounds it has reached. */
const bucketOf = (value: string, bounds: readonly number[]) =>
  `arrayCount(bound -> ${value} >= bound, [${bounds.join(', ')}])`;

const retrievabilityBuckets = retrievabilityBounds.length + 1;

/** The buckets of a cell. */
export const cellOf = (cell: number) => ({
  stability: Math.floor(cell / retrievabilityBuckets),
  retrievability: cell % retrievabilityBuckets,
});

/**
 * What learners know now, from one reading of their cards: how many cards, but for those out of study, are due on each of their days, and
 * how stable and how likely remembered all of them are, by the weights of their deck, else by the learner's for all decks, else by the
 * defaults. A moment belongs to a day as in platform/src/localtime.ts.
 */
export const learnerMemory = {
  name: 'learner-memory',
  row,
  sql: `
    WITH ${learnerCards},
      weights AS (SELECT user_id, deck_id, decay FROM scheduler_weights FINAL WHERE user_id IN {userIds:Array(UUID)}),
      known AS (
        SELECT
          cards.user_id AS user_id,
          suspended,
          toTimeZone(due_at, {timeZone:String}) AS moment,
          toDate(moment) - if(toHour(moment) < {dayStartsAt:UInt8}, 1, 0) AS due_day,
          toInt32(least(greatest(dateDiff('day', {today:Date}, due_day), -1), ${String(forecastDaysMax)})) AS due_in,
          stability,
          multiIf(own.decay > 0, own.decay, usual.decay > 0, usual.decay, ${String(retrievabilityDecay)}) AS decay,
          ${retrievability} AS chance,
          toUInt16(${bucketOf('stability', stabilityBoundsDays)} * ${String(retrievabilityBuckets)}
            + ${bucketOf('chance', retrievabilityBounds)}) AS cell
        FROM cards
        LEFT JOIN weights AS own ON own.user_id = cards.user_id AND own.deck_id = cards.lies_in
        LEFT JOIN (SELECT user_id, decay FROM weights WHERE deck_id = toUUID('${noId}')) AS usual ON usual.user_id = cards.user_id
      )
    SELECT
      user_id,
      sumMapIf([due_in], [1], suspended = 0) AS due,
      sumMap([cell], [1], [stability], [chance]) AS known
    FROM known
    GROUP BY user_id`,
} satisfies Query<typeof row>;
