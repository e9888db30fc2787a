import { z } from 'zod';
import { numeric, type Query } from './run-query.js';
import { certainRate } from './wilson.js';

const row = z.object({ deck_id: z.string(), card_id: z.string(), reviews: numeric, error_rate: numeric });

/**
 * The cards of decks that are rated AGAIN most, without those that left their deck. In order of what is certain: see
 * `certainRate`. Reads a row for each card and day, however many learners a deck has.
 */
export const hardestCards = {
  name: 'hardest-cards',
  row,
  sql: `
    SELECT deck_id, card_id, reviews, error_rate
    FROM (
      SELECT
        scope_id AS deck_id,
        card_id,
        sum(card.reviews) AS reviews,
        (reviews - sum(card.correct)) / reviews AS error_rate,
        ${certainRate} AS certain_rate
      FROM totals AS card FINAL
      WHERE scope = 'CARD' AND scope_id IN {deckIds:Array(UUID)} AND period = 'DAY'
        AND start BETWEEN {from:Date} AND {to:Date} AND card.reviews > 0
        AND (scope_id, card_id) NOT IN (
          SELECT deck_id, card_id FROM deck_contents FINAL WHERE deck_id IN {deckIds:Array(UUID)} AND deleted != 0
        )
      GROUP BY deck_id, card_id
      HAVING error_rate > 0
    )
    ORDER BY deck_id, certain_rate DESC, card_id
    LIMIT {first:UInt32} BY deck_id`,
} satisfies Query<typeof row>;
