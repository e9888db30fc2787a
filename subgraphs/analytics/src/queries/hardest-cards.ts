import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

const row = z.object({ deck_id: z.string(), card_id: z.string(), reviews: numeric, error_rate: numeric });

/**
 * The cards of decks that are rated AGAIN most. In order of the lower bound of the Wilson score interval at 95 %
 * (z = 1.96; E. B. Wilson, 1927), so that nine errors in ten reviews stand before one error in one.
 */
export const hardestCards = {
  name: 'hardest-cards',
  row,
  sql: `
    SELECT deck_id, card_id, reviews, error_rate
    FROM (
      SELECT
        deck_id,
        card_id,
        count() AS reviews,
        countIf(rating = 1) / reviews AS error_rate,
        1.96 AS z,
        (error_rate + z * z / (2 * reviews)
          - z * sqrt((error_rate * (1 - error_rate) + z * z / (4 * reviews)) / reviews)) / (1 + z * z / reviews) AS certain_rate
      FROM deck_reviews FINAL
      WHERE deck_id IN {deckIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
      GROUP BY deck_id, card_id
      HAVING error_rate > 0
    )
    ORDER BY deck_id, certain_rate DESC, card_id
    LIMIT {first:UInt32} BY deck_id`,
} satisfies Query<typeof row>;
