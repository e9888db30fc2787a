import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsDeleted, deckDeleted, preferencesUpdated, rescheduled, reviewed, undone } from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';
import { slowForecast, slowMemory } from './slow-memory.js';
import { fitted, leeched, merged, reset, suspended } from './study-events.js';

const today = '2026-03-18';
const dayMs = 86_400_000;

/** What happened to a card, a step after the one before it. */
const step = fc.record({
  card: fc.nat({ max: 1 }),
  kind: fc.constantFrom(
    ...(['review', 'review', 'review', 'late', 'late', 'late', 'undo', 'undo'] as const),
    ...(['moved', 'suspended', 'leeched', 'reset', 'fitted'] as const),
  ),
  minutesSince: fc.integer({ min: 60, max: 3_000 }),
  stability: fc.constantFrom(0.4, 1, 2.9, 14, 80, 364.9),
  dueInDays: fc.integer({ min: -20, max: 20 }),
  yes: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface History {
  deckId: string;
  cardId: string;
  /** Its reviews since it was last new, those that were taken back left out. */
  reviews: ReturnType<typeof reviewed>[];
  /** When it was moved last: a review from before cannot be taken back any more. */
  movedAt: string;
}

/** A learner's steps as decks tells of them: what decks would refuse is left out. */
function eventsOf(steps: readonly Step[], userId: string): RuzletEvent[] {
  const deckId = newId();
  const histories = [newId(), newId()].map((cardId): History => ({ deckId, cardId, reviews: [], movedAt: '' }));
  const startsMs = now.getTime() - steps.reduce((sum, { minutesSince }) => sum + minutesSince, 1) * 60_000;
  let atMs = startsMs;
  return steps.flatMap((of): RuzletEvent[] => {
    atMs += of.minutesSince * 60_000;
    const history = histories[of.card];
    return history ? eventsOfStep(of, userId, history, new Date(atMs)) : [];
  });
}

function eventsOfStep({ kind, stability, dueInDays, yes }: Step, userId: string, history: History, at: Date) {
  const { deckId, cardId, reviews } = history;
  const study = { userId, deckId, cardId };
  const due = new Date(now.getTime() + dueInDays * dayMs).toISOString();
  const review = (moment: Date) => {
    const receivedAt = at.toISOString();
    const memory = { stabilityAfter: stability, dueAfter: due };
    return reviewed({ ...study, ...memory, rating: 3, reviewedAt: moment.toISOString(), receivedAt });
  };
  switch (kind) {
    case 'review': {
      const event = review(at);
      reviews.push(event);
      return [event];
    }
    case 'late': {
      // Just before the latest review, or the one before that.
      const place = reviews.length - (yes ? 1 : 2);
      const following = reviews[place];
      if (!following) return [];
      // In the middle of the time since the one before: no two at the same moment.
      const beforeMs = Date.parse(following.data.reviewedAt);
      const previous = reviews[place - 1];
      const afterMs = previous ? Date.parse(previous.data.reviewedAt) : beforeMs - 3_600_000;
      const event = review(new Date(Math.round((beforeMs + afterMs) / 2)));
      const memory = { stability: stability * 1.5, due: new Date(Date.parse(due) - 3 * dayMs).toISOString() };
      const laterReviews = reviews.length - place;
      reviews.splice(place, 0, event);
      return [event, merged({ ...study, ...memory, reviewId: event.data.reviewId, laterReviews }, at)];
    }
    case 'undo': {
      const last = reviews.at(-1);
      // What was taken last is taken back first.
      if (!last || last.data.receivedAt < history.movedAt) return [];
      if (reviews.some(({ data }) => data.receivedAt > last.data.receivedAt)) return [];
      reviews.pop();
      return [undone(last.data, at)];
    }
    case 'reset':
      reviews.length = 0;
      return [reset(study, at)];
    case 'moved':
      history.movedAt = at.toISOString();
      return [rescheduled(userId, deckId, [{ cardId, dueAfter: due }], at)];
    case 'suspended':
      return [suspended(study, yes, at)];
    case 'leeched':
      return [leeched(study, yes, at)];
    case 'fitted':
      return [
        fitted(userId, yes ? deckId : undefined, { decay: 0.1 + stability / 1_000, counts: dueInDays > -10 }, at),
      ];
  }
}

describe('what a learner remembers', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await openAnalytics();
  });
  afterAll(() => analytics.close());

  it('knows the zone of a learner by whatever name the learner gave it', async () => {
    const userId = newId();
    const study = {
      userId,
      deckId: newId(),
      cardId: newId(),
      rating: 3,
      reviewedAt: new Date(now.getTime() - dayMs).toISOString(),
    };
    // Half past eleven in the evening here, tomorrow in Berlin; the day begins at midnight.
    const dueAfter = '2026-03-18T23:30:00.000Z';
    await analytics.publish(
      preferencesUpdated({ userId, timeZone: 'europe/berlin', dayStartsAt: 0 }, new Date(now.getTime() - 2 * dayMs)),
      reviewed({ ...study, dueAfter }),
    );
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning {
        forecast(days: 2) { days { day due } } memory { cards } } } } }`,
      { of: [{ __typename: 'User', id: userId }] },
      await analytics.tokenFor({ userId }),
    );
    expect(errors).toEqual([]);
    const days = [
      { day: '2026-03-18', due: 0 },
      { day: '2026-03-19', due: 1 },
    ];
    expect(data._entities[0].learning).toEqual({ forecast: { days }, memory: { cards: 1 } });
  });

  it('knows cards that were moved to another deck, until they or that deck are deleted', async () => {
    const [userId, from, to] = [newId(), newId(), newId()];
    const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    const studied = (deckId: string, hours: number, cardId = newId()) =>
      reviewed({ userId, deckId, cardId, rating: 3, reviewedAt: hoursAgo(hours).toISOString() });
    const [moved, movedBack, movedThenDeleted, reviewedThere, stayed] = Array.from({ length: 5 }, () =>
      studied(from, 50),
    );
    const idOf = (review: typeof moved) => review?.data.cardId ?? '';
    const away = (hours: number, ...reviews: (typeof moved)[]) =>
      cardsDeleted(from, reviews.map(idOf), hoursAgo(hours), to);
    const events: RuzletEvent[] = [
      ...[moved, movedBack, movedThenDeleted, reviewedThere, stayed].flatMap((review) => review ?? []),
      away(40, moved, movedBack, movedThenDeleted, reviewedThere),
      cardsDeleted(to, [idOf(movedBack)], hoursAgo(30), from),
      cardsDeleted(to, [idOf(movedThenDeleted)], hoursAgo(20)),
      studied(to, 7, idOf(reviewedThere)),
    ];
    const cardsAfter = async (...more: RuzletEvent[]) => {
      await analytics.publish(...more);
      await analytics.publish(...[...more].reverse());
      const { data, errors } = await analytics.query(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning { memory { cards } forecast { overdue } } } } }`,
        { of: [{ __typename: 'User', id: userId }] },
        await analytics.tokenFor({ userId }),
      );
      expect(errors).toEqual([]);
      const { memory, forecast } = data._entities[0].learning;
      return [memory.cards, forecast.overdue];
    };
    // All but the one that was deleted; that which was reviewed again is due today.
    expect(await cardsAfter(...events)).toEqual([4, 3]);
    // One of them lies there no more.
    expect(await cardsAfter(deckDeleted(to, newId(), hoursAgo(5)))).toEqual([2, 2]);
    expect(await cardsAfter(deckDeleted(from, newId(), hoursAgo(4)))).toEqual([0, 0]);
  });

  it('follows late, undone and moved reviews, cards out of study or new again, and fitted weights, in whatever order they arrive', async () => {
    const token = await analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });
    const scenario = fc.record({
      steps: fc.array(step, { minLength: 3, maxLength: 16, size: 'max' }),
      order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ steps, order }) => {
        const userId = newId();
        const events = eventsOf(steps, userId);
        const shuffled = events
          .map((event, index) => ({ event, rank: order[index % 40] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        await analytics.publish(...shuffled, ...events);
        const { data, errors } = await analytics.query(
          `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning {
            forecast(days: 10) { overdue later days { day due } }
            memory { cards averageStabilityDays averageRetrievability stability { cards } retrievability { cards } } } } } }`,
          { of: [{ __typename: 'User', id: userId }] },
          token,
        );
        expect(errors).toEqual([]);
        const { averageStabilityDays, averageRetrievability, ...memory } = slowMemory(events, userId, now);
        expect(data._entities[0].learning).toEqual({
          forecast: slowForecast(events, userId, today, 10),
          memory: {
            ...memory,
            averageStabilityDays: averageStabilityDays && expect.closeTo(averageStabilityDays, 9),
            averageRetrievability: averageRetrievability && expect.closeTo(averageRetrievability, 9),
          },
        });
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);
});
