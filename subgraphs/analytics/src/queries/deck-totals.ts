import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  deck_id: z.string(),
  learners: numeric,
  reviews: numeric,
  correct: numeric,
  study_time_ms: numeric,
});

/** Learners and reviews of decks in a range of the learners' days. @see periodOfRange for `period`. */
export const deckTotals = {
  name: 'deck-totals',
  row,
  sql: `
    SELECT
      scope_id AS deck_id,
      uniqExact(user_id) AS learners,
      sum(deck.reviews) AS reviews,
      sum(deck.correct) AS correct,
      sum(deck.study_time_ms) AS study_time_ms
    FROM totals AS deck FINAL
    WHERE scope = 'DECK' AND scope_id IN {deckIds:Array(UUID)} AND period = {period:String}
      AND start BETWEEN {from:Date} AND {to:Date} AND deck.reviews > 0
    GROUP BY scope_id`,
} satisfies Query<typeof row>;
