import { z } from 'zod';
import { courseSets } from './course-sets.js';
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
 * @param reviews a table expression with user_id, rating, duration_ms and local_day.
 */
function ranking(name: string, sets: string, reviews: string) {
  return {
    name,
    row,
    sql: `
    WITH ${sets}
      counted AS (
        SELECT user_id, count() AS reviews, countIf(rating > 1) AS correct, sum(duration_ms) AS study_time_ms
        FROM ${reviews}
        WHERE local_day BETWEEN {from:Date} AND {to:Date}
          AND user_id NOT IN (SELECT user_id FROM leaderboard_choices FINAL WHERE shown = 0)
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

export const leaderboards = {
  EVERYONE: ranking('leaderboard-everyone', '', 'reviews FINAL'),
  DECK: ranking(
    'leaderboard-deck',
    '',
    '(SELECT user_id, rating, duration_ms, local_day FROM deck_reviews FINAL WHERE deck_id = {deckId:UUID})',
  ),
  COURSE: ranking('leaderboard-course', `${courseSets},`, 'course_reviews'),
};
