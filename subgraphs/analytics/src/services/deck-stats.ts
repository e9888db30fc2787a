import { pageArgs } from '@ruzlet/platform/pagination';
import type { DayRange } from '../domain/day-range.js';
import { dayRangeOf } from './day-range.js';
import { share } from './learning.js';
import type { Scope } from './scope.js';

/** Figures of one deck in a range of days; the viewer may see them. */
export interface DeckFigures {
  deckId: string;
  range: DayRange;
}

/** How a deck is studied, for those who may see the deck. */
export async function deckStatsOf(
  { access }: Scope,
  deckId: string,
  range: DayRange | null | undefined,
): Promise<DeckFigures | null> {
  const days = dayRangeOf(range);
  return (await access.deck.load(deckId)) ? { deckId, range: days } : null;
}

export async function deckTotals({ figures }: Scope, { deckId, range }: DeckFigures) {
  const [row] = await figures.deckTotals.load({ id: deckId, range });
  const { learners, reviews, correct, study_time_ms } = row ?? {
    learners: 0,
    reviews: 0,
    correct: 0,
    study_time_ms: 0,
  };
  return { learners, reviews, accuracy: share(correct, reviews), studyTimeMs: study_time_ms };
}

/** @throws AppError BAD_USER_INPUT when `first` is outside 1..100. */
export async function hardestCardsOf({ figures }: Scope, { deckId, range }: DeckFigures, wanted: number) {
  const { first } = pageArgs({ first: wanted });
  const rows = await figures.hardestCards.load({ id: deckId, range, first });
  return rows.map(({ card_id, reviews, error_rate }) => ({
    card: { id: card_id, deck: { id: deckId } },
    reviews,
    errorRate: error_rate,
  }));
}
