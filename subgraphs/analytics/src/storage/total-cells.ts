import { noId } from './event-row.js';

/** SQL that reckons cells of `totals`, for statements that begin with `intoTotals`. Wants `cellSettings` at their end. */

export const intoTotals = (table: string) => `
    INSERT INTO ${table}
      (scope, scope_id, period, start, user_id, card_id, reviews, correct, study_time_ms, last_reviewed_at, version)`;

/** With FINAL no condition may be moved before it: see `reviews`. */
export const cellSettings = 'SETTINGS optimize_move_to_prewhere_if_final = 0';

const nil = `toUUID('${noId}')`;
/** The moment of reckoning. Read before the rows are, so that of two that run at once the later has seen more. */
const version = 'toUInt64(toUnixTimestamp64Nano(now64(9)))';

/**
 * The cells of a learner that a review counts in. Weeks begin on Monday. A deck has no weeks and months: its days are read by key and
 * are few, while those of everybody are many.
 */
const cells = `[
        ('EVERYONE', ${nil}, 'DAY', local_day),
        ('EVERYONE', ${nil}, 'WEEK', toStartOfWeek(local_day, 1)),
        ('EVERYONE', ${nil}, 'MONTH', toStartOfMonth(local_day)),
        ('EVERYONE', ${nil}, 'ALL_TIME', toDate('1970-01-01')),
        ('DECK', deck_id, 'DAY', local_day),
        ('DECK', deck_id, 'ALL_TIME', toDate('1970-01-01'))
      ]`;

const measures = `
        toUInt32(count()) AS some_reviews,
        toUInt32(countIf(rating > 1)) AS some_correct,
        sum(duration_ms) AS some_ms,
        max(reviewed_at) AS some_last`;
const nothing = `0 AS some_reviews, 0 AS some_correct, 0 AS some_ms, toDateTime64(0, 3, 'UTC') AS some_last`;
const summed = `sum(some_reviews), sum(some_correct), sum(some_ms), max(some_last), ${version}`;

/**
 * The cells of learners. By learner, deck and day first: the cells are then made of a few rows instead of every review.
 *
 * @param learners a condition on `user_id`.
 * @param touched a table with user_id, deck_id and local_day, to reckon these cells only; they are written also when no review is left.
 */
export const learnerCells = (learners: string, touched?: string) => `
    SELECT cell.1, cell.2, cell.3, cell.4, user_id, ${nil}, ${summed}
    FROM (
      SELECT user_id, deck_id, local_day, ${measures}
      FROM reviews FINAL
      WHERE ${learners}
      GROUP BY user_id, deck_id, local_day${
        touched === undefined ? '' : ` UNION ALL SELECT user_id, deck_id, local_day, ${nothing} FROM ${touched}`
      }
    )
    ARRAY JOIN ${cells} AS cell${
      touched === undefined
        ? ''
        : `\n    WHERE (user_id, cell) IN (SELECT user_id, arrayJoin(${cells}) FROM ${touched})`
    }
    GROUP BY user_id, cell`;

/**
 * The cells of cards: what all learners together did on a day. Undone reviews are left out, see `deck_reviews`.
 *
 * @param decks a condition on `deck_id`, and on `card_id` where there is one.
 * @param touched a table with deck_id, card_id and local_day, as above.
 */
export const cardCells = (decks: string, touched?: string) => `
    SELECT 'CARD', deck_id, 'DAY', local_day, ${nil}, card_id, ${summed}
    FROM (
      SELECT deck_id, card_id, local_day, ${measures}
      FROM deck_reviews FINAL
      WHERE ${
        touched === undefined
          ? decks
          : `(deck_id, card_id, local_day) IN (SELECT deck_id, card_id, local_day FROM ${touched})`
      }
        AND local_day > toDate('1970-01-01') AND (user_id, review_id) NOT IN (
          SELECT user_id, review_id FROM deck_reviews WHERE ${decks} AND local_day = toDate('1970-01-01')
        )
      GROUP BY deck_id, card_id, local_day${
        touched === undefined
          ? ''
          : ` UNION ALL SELECT deck_id, card_id, local_day, ${nothing} FROM ${touched} WHERE local_day > toDate('1970-01-01')`
      }
    )
    GROUP BY deck_id, card_id, local_day`;
