import { z } from 'zod';
import { counted } from './deck-answers.js';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  deck_id: z.string(),
  card_id: z.string(),
  learners: numeric,
  reviews: numeric,
  error_rate: numeric,
  first_error_rate: numeric,
  last_error_rate: numeric,
  median_answer_time_ms: numeric,
});

const ofCards = 'deck_id IN {deckIds:Array(UUID)} AND card_id IN {cardIds:Array(UUID)}';

/**
 * How cards are answered: over all reviews, at each learner's first review and at the latest. Reviews at the same
 * millisecond are ordered by id, so the answer is the same every time.
 */
export const cardTotals = {
  name: 'card-totals',
  row,
  sql: `
    SELECT
      deck_id,
      card_id,
      count() AS learners,
      sum(learner_reviews) AS reviews,
      sum(learner_errors) / reviews AS error_rate,
      avg(first_rating = 1) AS first_error_rate,
      avg(last_rating = 1) AS last_error_rate,
      quantileExactArray(0.5)(durations) AS median_answer_time_ms
    FROM (
      SELECT
        deck_id,
        card_id,
        user_id,
        count() AS learner_reviews,
        countIf(rating = 1) AS learner_errors,
        argMin(rating, (reviewed_at, review_id)) AS first_rating,
        argMax(rating, (reviewed_at, review_id)) AS last_rating,
        groupArray(duration_ms) AS durations
      FROM deck_reviews FINAL
      WHERE ${ofCards} AND ${counted(ofCards)}
      GROUP BY deck_id, card_id, user_id
    )
    GROUP BY deck_id, card_id`,
} satisfies Query<typeof row>;
