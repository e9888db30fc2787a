import type { EventData, RuzletEvent } from '@ruzlet/contracts/registry';
import { addDays } from '@ruzlet/platform/localtime';
import type { DayRange } from '../src/domain/day-range.js';
import { streakOf } from '../src/domain/streak.js';

/**
 * The figures once more, slowly and without a database: from the raw events, each counted once by its id. It shares the
 * streak with the code under test, which has tests of its own, and nothing else.
 */

type Review = EventData<'ruzlet.learning.card.reviewed.v1'>;
type Submission = EventData<'ruzlet.learning.test.submitted.v1'>;

/** Each review once, without those that were undone. */
export function reviewsThatCount(events: readonly RuzletEvent[]): Review[] {
  const reviews = new Map<string, Review>();
  const undone = new Set<string>();
  for (const event of events) {
    if (event.type === 'ruzlet.learning.card.reviewed.v1') reviews.set(event.data.reviewId, event.data);
    if (event.type === 'ruzlet.learning.review.undone.v1') undone.add(event.data.reviewId);
  }
  return [...reviews.values()].filter(({ reviewId }) => !undone.has(reviewId));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
export const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
export const within =
  ({ from, to }: DayRange) =>
  ({ localDay }: { localDay: string }) =>
    localDay >= from && localDay <= to;
const right = ({ rating }: Review) => rating > 1;

function perDay(reviews: Review[]) {
  return [...new Set(reviews.map(({ localDay }) => localDay))].sort().map((day) => {
    const ofDay = reviews.filter(({ localDay }) => localDay === day);
    return {
      day,
      reviews: ofDay.length,
      correct: ofDay.filter(right).length,
      newCards: ofDay.filter(({ stateBefore }) => stateBefore === 0).length,
      studyTimeMs: sum(ofDay.map(({ durationMs }) => durationMs)),
    };
  });
}

function retention(reviews: Review[]) {
  const due = reviews.filter(({ stateBefore, scheduledDaysBefore }) => stateBefore === 2 && scheduledDaysBefore >= 1);
  const counts = (some: Review[]) => {
    const passed = some.filter(right).length;
    return { passed, failed: some.length - passed, rate: share(passed, some.length) };
  };
  return {
    young: counts(due.filter(({ scheduledDaysBefore }) => scheduledDaysBefore < 21)),
    mature: counts(due.filter(({ scheduledDaysBefore }) => scheduledDaysBefore >= 21)),
    total: counts(due),
  };
}

export function slowLearning(events: readonly RuzletEvent[], userId: string, range: DayRange, today: string) {
  const all = reviewsThatCount(events).filter((review) => review.userId === userId);
  const reviews = all.filter(within(range));
  const submissions = new Map<string, Submission>();
  for (const event of events) {
    if (event.type === 'ruzlet.learning.test.submitted.v1') submissions.set(event.data.testId, event.data);
  }
  const scores = [...submissions.values()]
    .filter((test) => test.userId === userId && within(range)(test))
    .map(({ score }) => score);
  const rated = (rating: number) => reviews.filter((review) => review.rating === rating).length;
  const since = (from: string, to = today) => retention(all.filter(within({ from, to })));
  return {
    reviews: reviews.length,
    studyTimeMs: sum(reviews.map(({ durationMs }) => durationMs)),
    accuracy: share(reviews.filter(right).length, reviews.length),
    testsSubmitted: scores.length,
    averageTestScore: share(sum(scores), scores.length),
    ratings: { again: rated(1), hard: rated(2), good: rated(3), easy: rated(4) },
    daily: perDay(reviews),
    heatmap: perDay(all.filter(within({ from: '2026-01-01', to: '2026-12-31' }))).map(
      ({ day, reviews: count, studyTimeMs }) => ({
        day,
        reviews: count,
        studyTimeMs,
      }),
    ),
    hourly: Array.from({ length: 24 }, (_, hour) => {
      const ofHour = reviews.filter(({ localHour }) => localHour === hour);
      return { hour, reviews: ofHour.length, accuracy: share(ofHour.filter(right).length, ofHour.length) };
    }),
    streak: streakOf(
      all.map(({ localDay }) => localDay),
      today,
    ),
    trueRetention: {
      rows: [
        { window: 'RANGE', ...retention(reviews) },
        { window: 'TODAY', ...since(today) },
        { window: 'YESTERDAY', ...since(addDays(today, -1), addDays(today, -1)) },
        { window: 'LAST_7_DAYS', ...since(addDays(today, -6)) },
        { window: 'LAST_30_DAYS', ...since(addDays(today, -29)) },
        { window: 'LAST_365_DAYS', ...since(addDays(today, -364)) },
        { window: 'ALL_TIME', ...retention(all) },
      ],
    },
  };
}

/** Cards that lie in their deck no more: what is listed of the deck leaves them out. */
export function leftCards(events: readonly RuzletEvent[]): Set<string> {
  return new Set(
    events.flatMap((event) => (event.type === 'ruzlet.content.cards.deleted.v1' ? event.data.cardIds : [])),
  );
}

export function slowDeck(events: readonly RuzletEvent[], deckId: string, range: DayRange) {
  const reviews = reviewsThatCount(events).filter((review) => review.deckId === deckId && within(range)(review));
  const cards = [...new Set(reviews.map(({ cardId }) => cardId))].map((cardId) => {
    const ofCard = reviews.filter((review) => review.cardId === cardId);
    return { card: { id: cardId }, reviews: ofCard.length, errorRate: 1 - ofCard.filter(right).length / ofCard.length };
  });
  return {
    learners: new Set(reviews.map(({ userId }) => userId)).size,
    reviews: reviews.length,
    accuracy: share(reviews.filter(right).length, reviews.length),
    studyTimeMs: sum(reviews.map(({ durationMs }) => durationMs)),
    cards: cards.filter(({ card, errorRate }) => errorRate > 0 && !leftCards(events).has(card.id)),
  };
}

export function slowCard(events: readonly RuzletEvent[], cardId: string) {
  const reviews = reviewsThatCount(events)
    .filter((review) => review.cardId === cardId)
    .sort((a, b) => a.reviewedAt.localeCompare(b.reviewedAt));
  const learners = [...new Set(reviews.map(({ userId }) => userId))];
  const failedAt = (pick: (ofLearner: Review[]) => Review | undefined) =>
    learners.filter((userId) => pick(reviews.filter((review) => review.userId === userId))?.rating === 1).length;
  const durations = reviews.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  return {
    learners: learners.length,
    reviews: reviews.length,
    errorRate: share(reviews.filter((review) => !right(review)).length, reviews.length),
    firstErrorRate: share(
      failedAt((ofLearner) => ofLearner[0]),
      learners.length,
    ),
    lastErrorRate: share(
      failedAt((ofLearner) => ofLearner.at(-1)),
      learners.length,
    ),
    medianAnswerTimeMs: durations[Math.floor(durations.length / 2)] ?? null,
  };
}

export function slowLeaderboard(
  events: readonly RuzletEvent[],
  deckId: string,
  from: string,
  optedOut: ReadonlySet<string>,
) {
  const reviews = reviewsThatCount(events).filter((review) => review.deckId === deckId && review.localDay >= from);
  const counts = [...new Set(reviews.map(({ userId }) => userId))]
    .filter((userId) => !optedOut.has(userId))
    .map((userId) => {
      const own = reviews.filter((review) => review.userId === userId);
      return {
        user: { id: userId },
        reviews: own.length,
        correct: own.filter(right).length,
        studyTimeMs: sum(own.map(({ durationMs }) => durationMs)),
      };
    });
  return counts
    .map((entry) => ({ rank: 1 + counts.filter(({ reviews: more }) => more > entry.reviews).length, ...entry }))
    .sort((a, b) => a.rank - b.rank || a.user.id.localeCompare(b.user.id));
}
