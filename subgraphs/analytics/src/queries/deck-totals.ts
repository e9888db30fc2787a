import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  deck_id: z.string(),
  learners: numeric,
  reviews: numeric,
  correct: numeric,
  study_time_ms: numeric,
});

/** Learners and reviews of decks in a range of the learners' days. */
export const deckTotals = {
  name: 'deck-totals',
  row,
  sql: `
    SELECT
      deck_id,
      uniqExact(user_id) AS learners,
      count() AS reviews,
      countIf(rating > 1) AS correct,
      sum(duration_ms) AS study_time_ms
    FROM deck_reviews FINAL
    WHERE deck_id IN {deckIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
    GROUP BY deck_id`,
} satisfies Query<typeof row>;
