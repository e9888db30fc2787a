import { z } from 'zod';
import { numeric, type Query } from './run-query.js';
import { certainRate } from './wilson.js';

const row = z.object({ deck_id: z.string(), card_id: z.string(), reviews: numeric, error_rate: numeric });

/**
 * The cards of decks that are rated AGAIN most. In order of what is certain: see `certainRate`.
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
        ${certainRate} AS certain_rate
      FROM deck_reviews FINAL
      WHERE deck_id IN {deckIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
      GROUP BY deck_id, card_id
      HAVING error_rate > 0
    )
    ORDER BY deck_id, certain_rate DESC, card_id
    LIMIT {first:UInt32} BY deck_id`,
} satisfies Query<typeof row>;
