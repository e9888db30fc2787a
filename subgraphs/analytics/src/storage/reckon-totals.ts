import type { ClickHouseClient } from '@clickhouse/client';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { noId } from './event-row.js';

/** Reviews whose cells are reckoned by one statement (count); their ids travel in its parameters, which are part of a URL. */
const reckonReviewsMax = 500;

/** What a batch changed in `totals`: each review touches the cells of its learner, deck and day. */
export interface TouchedReviews {
  reviewed: { userId: string; deckId: string; day: string }[];
  /** The day of an undone review stands in the raw event of the review. */
  undone: { userId: string; reviewId: string }[];
}

export function touchedReviews(events: readonly RuzletEvent[]): TouchedReviews {
  const reviewed = new Map<string, TouchedReviews['reviewed'][number]>();
  const undone = new Map<string, TouchedReviews['undone'][number]>();
  for (const { type, data } of events) {
    if (type === 'ruzlet.learning.card.reviewed.v1') {
      const { userId, deckId, localDay: day } = data;
      reviewed.set(`${userId} ${deckId} ${day}`, { userId, deckId, day });
    } else if (type === 'ruzlet.learning.review.undone.v1') {
      const { userId, reviewId } = data;
      undone.set(`${userId} ${reviewId}`, { userId, reviewId });
    }
  }
  return { reviewed: [...reviewed.values()], undone: [...undone.values()] };
}

/**
 * The cells that a review counts in. Weeks begin on Monday. A deck has no weeks and months: its days are read by key and are few,
 * while those of everybody are many.
 */
const cells = `[
        ('EVERYONE', toUUID('${noId}'), 'DAY', local_day),
        ('EVERYONE', toUUID('${noId}'), 'WEEK', toStartOfWeek(local_day, 1)),
        ('EVERYONE', toUUID('${noId}'), 'MONTH', toStartOfMonth(local_day)),
        ('EVERYONE', toUUID('${noId}'), 'ALL_TIME', toDate('1970-01-01')),
        ('DECK', deck_id, 'DAY', local_day),
        ('DECK', deck_id, 'ALL_TIME', toDate('1970-01-01'))
      ]`;

/** By learner, deck and day first: the cells are then made of a few rows instead of every review. */
const perDay = `
      SELECT
        user_id, deck_id, local_day,
        toUInt32(count()) AS day_reviews,
        toUInt32(countIf(rating > 1)) AS day_correct,
        sum(duration_ms) AS day_ms,
        max(reviewed_at) AS day_last
      FROM reviews FINAL`;

const intoTotals = (table: string) => `
    INSERT INTO ${table} (scope, scope_id, period, start, user_id, reviews, correct, study_time_ms, last_reviewed_at, version)`;

const summed = `
      cell.1, cell.2, cell.3, cell.4, user_id, sum(day_reviews), sum(day_correct), sum(day_ms), max(day_last),
      toUInt64(toUnixTimestamp64Nano(now64(9)))`;

/**
 * Touched cells come as rows of nothing beside the reviews, so that one whose reviews are all undone is written as well. With
 * FINAL no condition may be moved before it: see `reviews`.
 */
const touchedStatement = `${intoTotals('totals')}
    WITH touched AS (
      SELECT pair.1 AS user_id, pair.2 AS deck_id, pair.3 AS local_day
      FROM (SELECT arrayJoin(arrayZip({users:Array(UUID)}, {decks:Array(UUID)}, {days:Array(Date)})) AS pair)
      UNION DISTINCT
      SELECT user_id, deck_id, toDateOrZero(JSONExtractString(data, 'localDay')) AS local_day
      FROM events
      WHERE user_id IN {undoneUsers:Array(UUID)} AND type = 'ruzlet.learning.card.reviewed.v1'
        AND JSONExtract(data, 'reviewId', 'UUID') IN {undoneReviews:Array(UUID)}
    )
    SELECT ${summed}
    FROM (
      SELECT user_id, deck_id, local_day, 0 AS day_reviews, 0 AS day_correct, 0 AS day_ms, toDateTime64(0, 3, 'UTC') AS day_last
      FROM touched
      UNION ALL ${perDay}
      WHERE user_id IN (arrayConcat({users:Array(UUID)}, {undoneUsers:Array(UUID)}))
      GROUP BY user_id, deck_id, local_day
    )
    ARRAY JOIN ${cells} AS cell
    WHERE (user_id, cell) IN (SELECT user_id, arrayJoin(${cells}) FROM touched)
    GROUP BY user_id, cell
    SETTINGS optimize_move_to_prewhere_if_final = 0`;

const rangeStatement = (table: string) => `${intoTotals(table)}
    SELECT ${summed}
    FROM (${perDay}
      WHERE user_id BETWEEN {from:UUID} AND {to:UUID}
      GROUP BY user_id, deck_id, local_day
    )
    ARRAY JOIN ${cells} AS cell
    GROUP BY user_id, cell
    SETTINGS optimize_move_to_prewhere_if_final = 0`;

/** Reckons what a batch touched. Call it after the batch is in ClickHouse; to call it again changes nothing. */
export async function reckonTotals(writer: ClickHouseClient, { reviewed, undone }: TouchedReviews): Promise<void> {
  const portions = Math.ceil(Math.max(reviewed.length, undone.length) / reckonReviewsMax);
  for (let portion = 0; portion < portions; portion += 1) {
    const [from, to] = [portion * reckonReviewsMax, (portion + 1) * reckonReviewsMax];
    const [some, taken] = [reviewed.slice(from, to), undone.slice(from, to)];
    await writer.command({
      query: touchedStatement,
      query_params: {
        users: some.map(({ userId }) => userId),
        decks: some.map(({ deckId }) => deckId),
        days: some.map(({ day }) => day),
        undoneUsers: taken.map(({ userId }) => userId),
        undoneReviews: taken.map(({ reviewId }) => reviewId),
      },
    });
  }
}

/** Reckons all cells of the learners whose ids lie between two ids, both included. @param table where they are written. */
export async function reckonTotalsOfRange(
  writer: ClickHouseClient,
  from: string,
  to: string,
  table = 'totals',
): Promise<void> {
  await writer.command({ query: rangeStatement(table), query_params: { from, to } });
}
