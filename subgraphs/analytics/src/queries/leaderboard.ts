import { z } from 'zod';
import { noId } from '../storage/event-row.js';
import { courseSets, courseWork } from './course-sets.js';
import { isErased } from './erased.js';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  user_id: z.string(),
  rank: numeric,
  position: numeric,
  reviews: numeric,
  correct: numeric,
  study_time_ms: numeric,
});

/**
 * Learners by their number of reviews: the first places, and the viewer's wherever it is. Those who opted out are taken
 * out before ranks are counted, so that ranks have no holes that tell of them.
 *
 * @param sets common table expressions, ending in a comma, or nothing.
 * @param work a table expression over `totals` with user_id, reviews, correct and study_time_ms, of one period.
 */
function ranking(name: string, sets: string, work: string) {
  return {
    name,
    row,
    sql: `
    WITH ${sets}
      counted AS (
        SELECT user_id, sum(work.reviews) AS reviews, sum(work.correct) AS correct, sum(work.study_time_ms) AS study_time_ms
        FROM ${work} AS work
        WHERE user_id NOT IN (SELECT user_id FROM leaderboard_choices FINAL WHERE shown = 0) AND NOT ${isErased('user_id')}
        GROUP BY user_id
      )
    SELECT user_id, rank, position, reviews, correct, study_time_ms
    FROM (
      SELECT
        *,
        rank() OVER (ORDER BY reviews DESC) AS rank,
        row_number() OVER (ORDER BY reviews DESC, user_id) AS position
      FROM counted
    )
    WHERE position <= {first:UInt32} OR user_id = {viewerId:UUID}
    ORDER BY position`,
  } satisfies Query<typeof row>;
}

const totalsOf = (scope: string) => `(
          SELECT user_id, reviews, correct, study_time_ms FROM totals FINAL
          WHERE ${scope} AND period = {period:String} AND start BETWEEN {from:Date} AND {to:Date} AND reviews > 0
        )`;

export const leaderboards = {
  EVERYONE: ranking('leaderboard-everyone', '', totalsOf(`scope = 'EVERYONE' AND scope_id = toUUID('${noId}')`)),
  DECK: ranking('leaderboard-deck', '', totalsOf(`scope = 'DECK' AND scope_id = {deckId:UUID}`)),
  COURSE: ranking('leaderboard-course', `${courseSets}${courseWork},`, 'course_work'),
};
