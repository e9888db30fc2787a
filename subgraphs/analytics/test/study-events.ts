import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';

/** Events that change a learner's cards beside reviews, as decks publishes them. */

interface Study {
  userId: string;
  deckId: string;
  cardId: string;
}

const source = '/decks' as const;

export function suspended({ userId, deckId, cardId }: Study, taken: boolean, time: Date) {
  const data = { userId, cards: [{ cardId, deckId }], suspended: taken, changedAt: time.toISOString() };
  return makeEvent('ruzlet.learning.cards.suspended.v1', { source, subject: userId, time, data });
}

export function leeched(study: Study, taken: boolean, time: Date) {
  const data = { ...study, reviewId: newId(time), lapses: 8, suspended: taken, leechedAt: time.toISOString() };
  return makeEvent('ruzlet.learning.card.leeched.v1', { source, subject: study.cardId, time, data });
}

export function reset({ userId, deckId, cardId }: Study, time: Date) {
  const data = { userId, cards: [{ cardId, deckId }], resetAt: time.toISOString() };
  return makeEvent('ruzlet.learning.cards.reset.v1', { source, subject: userId, time, data });
}

type Merged = EventData<'ruzlet.learning.memory.merged.v1'>;

export function merged(merge: Study & Pick<Merged, 'reviewId' | 'laterReviews' | 'stability' | 'due'>, time: Date) {
  const data = { state: 2, difficulty: 5, scheduledDays: 3, ...merge, mergedAt: time.toISOString() };
  return makeEvent('ruzlet.learning.memory.merged.v1', { source, subject: merge.cardId, time, data });
}

/** @param deckId the deck that the weights are for, or undefined for all decks. */
export function fitted(
  userId: string,
  deckId: string | undefined,
  fit: { decay: number; counts: boolean },
  time: Date,
) {
  const data = {
    userId,
    ...(deckId !== undefined && { deckId }),
    version: 1,
    source: 'FIT' as const,
    weights: [...Array.from({ length: 20 }, (_, index) => index / 10), fit.decay],
    counts: fit.counts,
    reviewCount: 1_000,
    fittedAt: time.toISOString(),
  };
  return makeEvent('ruzlet.learning.scheduler.fitted.v1', { source, subject: userId, time, data });
}
