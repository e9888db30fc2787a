import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { addDays, localDay } from '@ruzlet/platform/localtime';
import { reviewsThatCount } from './slow-figures.js';

/** What a learner's cards stand at, once more, slowly and from the raw events; each card by itself. */

const dayMs = 86_400_000;

/** FSRS-6, default weights: R(t, S) = (1 + factor · t / S) ^ -decay, where R(S, S) = 0.9. */
function chance(stability: number, days: number): number {
  const decay = 0.1542;
  const factor = 0.9 ** (-1 / decay) - 1;
  return (1 + (factor * Math.max(0, days)) / Math.max(stability, 0.001)) ** -decay;
}

function cardsOf(events: readonly RuzletEvent[], userId: string) {
  const reviews = reviewsThatCount(events)
    .filter((review) => review.userId === userId)
    .sort((a, b) => a.reviewedAt.localeCompare(b.reviewedAt));
  const latest = new Map(reviews.map((review) => [review.cardId, review]));
  const due = new Map(reviews.map((review) => [review.cardId, review.dueAfter]));
  const moves = events.flatMap((event) =>
    event.type === 'ruzlet.learning.cards.rescheduled.v1' && event.data.userId === userId ? [event.data] : [],
  );
  for (const { cards, rescheduledAt } of moves.sort((a, b) => a.rescheduledAt.localeCompare(b.rescheduledAt))) {
    for (const { cardId, dueAfter } of cards) {
      if (rescheduledAt > (latest.get(cardId)?.reviewedAt ?? '9')) due.set(cardId, dueAfter);
    }
  }
  for (const event of events) {
    if (event.type === 'ruzlet.content.cards.deleted.v1') for (const id of event.data.cardIds) latest.delete(id);
  }
  return Array.from(latest, ([cardId, review]) => ({ ...review, due: due.get(cardId) ?? '' }));
}

export function slowForecast(events: readonly RuzletEvent[], userId: string, today: string, count: number) {
  const days = cardsOf(events, userId).map(({ due }) => localDay(new Date(due), 'UTC', 4));
  return {
    overdue: days.filter((day) => day < today).length,
    later: days.filter((day) => day >= addDays(today, count)).length,
    days: Array.from({ length: count }, (_, index) => {
      const day = addDays(today, index);
      return { day, due: days.filter((other) => other === day).length };
    }),
  };
}

export function slowMemory(events: readonly RuzletEvent[], userId: string, now: Date) {
  const cards = cardsOf(events, userId).map(({ stabilityAfter, reviewedAt }) => ({
    stability: stabilityAfter,
    chance: chance(stabilityAfter, (now.getTime() - Date.parse(reviewedAt)) / dayMs),
  }));
  const count = (bounds: [number, number][], value: (card: (typeof cards)[number]) => number) =>
    bounds.map(([from, to]) => ({ cards: cards.filter((card) => value(card) >= from && value(card) < to).length }));
  const mean = (value: (card: (typeof cards)[number]) => number) =>
    cards.length === 0 ? null : cards.reduce((sum, card) => sum + value(card), 0) / cards.length;
  return {
    cards: cards.length,
    averageStabilityDays: mean(({ stability }) => stability),
    averageRetrievability: mean((card) => card.chance),
    stability: count(
      [
        [0, 1],
        [1, 3],
        [3, 7],
        [7, 14],
        [14, 30],
        [30, 90],
        [90, 180],
        [180, 365],
        [365, Infinity],
      ],
      ({ stability }) => stability,
    ),
    retrievability: count(
      Array.from({ length: 10 }, (_, tenth) => [tenth / 10, tenth === 9 ? 2 : (tenth + 1) / 10]),
      (card) => card.chance,
    ),
  };
}
