import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { addDays, localDay } from '@ruzlet/platform/localtime';

/** What a learner's cards stand at, once more, slowly and from the raw events; each card by itself. */

const dayMs = 86_400_000;

/** FSRS-6: R(t, S) = (1 + factor · t / S) ^ -decay, where R(S, S) = 0.9. */
function chance(stability: number, days: number, decay: number): number {
  const factor = 0.9 ** (-1 / decay) - 1;
  return (1 + (factor * Math.max(0, days)) / Math.max(stability, 0.001)) ** -decay;
}

/** The last of the default weights of FSRS-6. */
const decayDefault = 0.1542;

interface Memory {
  stability: number;
  due: string;
  /** The latest moment at which the card was answered. */
  reviewedAt: string;
}

interface Card {
  memory?: Memory;
  suspended: boolean;
  /** What the memory was before each review. */
  before: Map<string, Memory | undefined>;
}

type Change = [at: string, apply: () => void];

/** The cards as decks has them: everything happens once, in the order in which the server did it. */
function cardsOf(events: readonly RuzletEvent[], userId: string): (Memory & { suspended: boolean })[] {
  const cards = new Map<string, Card>();
  const cardOf = (cardId: string) => {
    const card: Card = cards.get(cardId) ?? { suspended: false, before: new Map() };
    cards.set(cardId, card);
    return card;
  };
  const changes = events.flatMap((event): Change[] => {
    if (!('userId' in event.data) || event.data.userId !== userId) return [];
    switch (event.type) {
      case 'ruzlet.learning.card.reviewed.v1': {
        const { cardId, reviewId, reviewedAt, receivedAt, stabilityAfter: stability, dueAfter: due } = event.data;
        const apply = () => {
          const card = cardOf(cardId);
          card.before.set(reviewId, card.memory);
          // A late one changes nothing by itself: the merge that comes with it does.
          if (reviewedAt >= (card.memory?.reviewedAt ?? '')) card.memory = { stability, due, reviewedAt };
        };
        return [[receivedAt, apply]];
      }
      case 'ruzlet.learning.review.undone.v1': {
        const { cardId, reviewId, undoneAt } = event.data;
        const apply = () => {
          const card = cardOf(cardId);
          const memory = card.before.get(reviewId);
          if (memory) card.memory = memory;
          else delete card.memory;
        };
        return [[undoneAt, apply]];
      }
      case 'ruzlet.learning.memory.merged.v1': {
        const { cardId, stability, due, mergedAt } = event.data;
        const apply = () => {
          const { memory } = cardOf(cardId);
          if (memory) cardOf(cardId).memory = { ...memory, stability, due };
        };
        return [[mergedAt, apply]];
      }
      case 'ruzlet.learning.cards.rescheduled.v1':
        return event.data.cards.map(({ cardId, dueAfter: due }) => [
          event.time,
          () => {
            const { memory } = cardOf(cardId);
            if (memory) cardOf(cardId).memory = { ...memory, due };
          },
        ]);
      case 'ruzlet.learning.cards.suspended.v1': {
        const { cards: some, suspended } = event.data;
        return some.map(({ cardId }) => [event.time, () => (cardOf(cardId).suspended = suspended)]);
      }
      case 'ruzlet.learning.card.leeched.v1': {
        const { cardId, suspended } = event.data;
        return suspended ? [[event.time, () => (cardOf(cardId).suspended = true)]] : [];
      }
      case 'ruzlet.learning.cards.reset.v1':
        return event.data.cards.map(({ cardId }) => [event.time, () => delete cardOf(cardId).memory]);
      default:
        return [];
    }
  });
  // Sorting is stable: a late review stands before its merge.
  for (const [, apply] of changes.sort(([a], [b]) => a.localeCompare(b))) apply();
  for (const event of events) {
    if (event.type === 'ruzlet.content.cards.deleted.v1') for (const id of event.data.cardIds) cards.delete(id);
  }
  return [...cards.values()].flatMap(({ memory, suspended }) => (memory ? [{ ...memory, suspended }] : []));
}

/** All cards of a scenario lie in one deck: its weights, else those for all decks. */
function decayOf(events: readonly RuzletEvent[], userId: string): number {
  const fits = events
    .flatMap((event) => (event.type === 'ruzlet.learning.scheduler.fitted.v1' ? [event.data] : []))
    .filter((fit) => fit.userId === userId && fit.counts)
    .sort((a, b) => b.fittedAt.localeCompare(a.fittedAt));
  const fit = fits.find(({ deckId }) => deckId !== undefined) ?? fits[0];
  return fit?.weights[20] ?? decayDefault;
}

export function slowForecast(events: readonly RuzletEvent[], userId: string, today: string, count: number) {
  const days = cardsOf(events, userId)
    .filter(({ suspended }) => !suspended)
    .map(({ due }) => localDay(new Date(due), 'UTC', 4));
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
  const decay = decayOf(events, userId);
  const cards = cardsOf(events, userId).map(({ stability, reviewedAt }) => ({
    stability,
    chance: chance(stability, (now.getTime() - Date.parse(reviewedAt)) / dayMs, decay),
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
