import { z } from 'zod';
import { noId } from '../storage/event-row.js';
import { courseSets } from './course-sets.js';
import { numeric, type Query } from './run-query.js';
import { certainRate } from './wilson.js';

const row = z.object({
  course_id: z.string(),
  deck_id: z.string(),
  card_id: z.string(),
  learners: numeric,
  reviews: numeric,
  error_rate: numeric,
  first_error_rate: numeric,
  last_error_rate: numeric,
  median_answer_time_ms: numeric,
});

/**
 * How the students of courses answer the cards of the course's decks, the hardest cards first: over all their reviews in the
 * range, at each student's first in it and at the latest. Cards that left their deck, and those of deleted decks, are left out.
 * Reads what these students reviewed, not what everybody reviewed in these decks: a deck may have any number of learners.
 */
export const courseItems = {
  name: 'course-items',
  row,
  sql: `
    WITH ${courseSets},
      gone AS (SELECT deck_id, card_id FROM deck_contents FINAL WHERE deck_id IN (SELECT deck_id FROM decks) AND deleted != 0),
      answers AS (
        SELECT
          deck_id, card_id, user_id,
          count() AS student_reviews,
          countIf(rating = 1) AS student_errors,
          argMin(rating, (reviewed_at, review_id)) AS first_rating,
          argMax(rating, (reviewed_at, review_id)) AS last_rating,
          groupArray(duration_ms) AS durations
        FROM reviews FINAL
        PREWHERE user_id IN (SELECT user_id FROM students)
        WHERE deck_id IN (SELECT deck_id FROM decks) AND local_day BETWEEN {from:Date} AND {to:Date}
          AND (deck_id, card_id) NOT IN (SELECT deck_id, card_id FROM gone)
          AND (deck_id, toUUID('${noId}')) NOT IN (SELECT deck_id, card_id FROM gone)
        GROUP BY deck_id, card_id, user_id
      )
    SELECT * EXCEPT certain_rate FROM (
      SELECT
        decks.course_id AS course_id,
        answers.deck_id AS deck_id,
        answers.card_id AS card_id,
        count() AS learners,
        sum(student_reviews) AS reviews,
        sum(student_errors) / reviews AS error_rate,
        avg(first_rating = 1) AS first_error_rate,
        avg(last_rating = 1) AS last_error_rate,
        quantileExactArray(0.5)(durations) AS median_answer_time_ms,
        ${certainRate} AS certain_rate
      FROM answers
      INNER JOIN decks ON decks.deck_id = answers.deck_id
      WHERE (decks.course_id, answers.user_id) IN (SELECT course_id, user_id FROM students)
      GROUP BY course_id, deck_id, card_id
    )
    ORDER BY course_id, certain_rate DESC, error_rate DESC, card_id
    LIMIT {first:UInt32} BY course_id`,
} satisfies Query<typeof row>;
