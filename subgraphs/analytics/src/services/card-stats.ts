import { isUuid } from '@ruzlet/platform/ids';
import type { Scope } from './scope.js';

/**
 * How a card is answered, for those who may see its deck.
 *
 * @param deckId comes from outside and is not believed: only reviews count that were made of this card in this deck.
 */
export async function cardStatsOf({ access, figures }: Scope, cardId: string, deckId: string | undefined) {
  if (deckId === undefined || !isUuid(cardId) || !(await access.deck.load(deckId))) return null;
  const rows = await figures.cardTotals.load({ id: cardId, deckId });
  const row = rows.find((candidate) => candidate.deck_id === deckId);
  return {
    learners: row?.learners ?? 0,
    reviews: row?.reviews ?? 0,
    errorRate: row?.error_rate ?? null,
    firstErrorRate: row?.first_error_rate ?? null,
    lastErrorRate: row?.last_error_rate ?? null,
    medianAnswerTimeMs: row?.median_answer_time_ms ?? null,
  };
}
