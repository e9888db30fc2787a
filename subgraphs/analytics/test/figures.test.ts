import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';
import { addDays, localDay, localHour } from '@ruzlet/platform/localtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cardsDeleted,
  courseCreated,
  deckAttached,
  deckCreated,
  enrolled,
  lessonAdded,
  preferencesUpdated,
  registered,
  rescheduled,
  reviewed,
  testSubmitted,
  undone,
} from './events.js';
import { now, openAnalytics, type InsertFault, type TestAnalytics } from './open-analytics.js';
import { slowCourse } from './slow-course.js';
import { slowForecast, slowMemory } from './slow-memory.js';
import { slowCard, slowDeck, slowLeaderboard, slowLearning } from './slow-figures.js';

const timeZones = ['UTC', 'Europe/Moscow', 'America/Los_Angeles'];
const today = '2026-03-18';

/** What a generated learner did: numbers only, made into events below, so that fast-check can shrink it. */
const deed = fc.record({
  user: fc.nat({ max: 2 }),
  card: fc.nat({ max: 3 }),
  rating: fc.integer({ min: 1, max: 4 }),
  minutesAgo: fc.integer({ min: 1, max: 45 * 24 * 60 }),
  durationMs: fc.integer({ min: 0, max: 60_000 }),
  stateBefore: fc.constantFrom(0, 1, 2, 2, 3),
  scheduledDaysBefore: fc.constantFrom(0, 1, 20, 21, 300),
  zone: fc.nat({ max: timeZones.length - 1 }),
  stabilityAfter: fc.constantFrom(0.4, 1, 2.9, 14, 80, 364.9, 9_000),
  dueInDays: fc.integer({ min: -20, max: 60 }),
  kind: fc.constantFrom('review', 'review', 'review', 'review', 'undone', 'test', 'moved', 'deleted'),
});

const scenario = fc.record({
  deeds: fc.uniqueArray(deed, { minLength: 1, maxLength: 60, selector: ({ minutesAgo }) => minutesAgo }),
  optedOut: fc.nat({ max: 3 }),
  rangeFrom: fc.integer({ min: 0, max: 40 }),
  rangeDays: fc.integer({ min: 0, max: 40 }),
  /** In which order, how often and in how many portions the events arrive. */
  order: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 200, maxLength: 200 }),
  copies: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 200, maxLength: 200 }),
  portions: fc.integer({ min: 1, max: 5 }),
  faults: fc.array(fc.option(fc.constantFrom<InsertFault>('BEFORE', 'HALF', 'AFTER'), { nil: undefined }), {
    maxLength: 6,
  }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

/** Ids are new in each run, so that runs share a database and do not meet. */
function eventsOf({ deeds, optedOut }: Scenario) {
  const users = [newId(), newId(), newId()];
  const cards = [newId(), newId(), newId(), newId()];
  const [deckId, courseId, lessonId] = [newId(), newId(), newId()];
  const students = users.slice(0, 2);
  const events: RuzletEvent[] = [
    deckCreated({ deckId, ownerId: newId(), visibility: 'PUBLIC' }, new Date('2026-01-01T00:00:00Z')),
    ...users.map((userId) => registered(userId, new Date('2026-01-01T00:00:00Z'))),
    courseCreated(courseId, newId(), new Date('2026-01-01T00:00:00Z')),
    lessonAdded(courseId, lessonId, 'Europe', new Date('2026-01-01T00:00:00Z')),
    deckAttached(courseId, lessonId, deckId, newId(), new Date('2026-01-01T00:00:00Z')),
    ...students.map((userId) => enrolled(courseId, userId, new Date('2026-01-02T00:00:00Z'))),
  ];
  const hidden = users[optedOut];
  if (hidden !== undefined) {
    events.push(
      preferencesUpdated({ userId: hidden, showOnLeaderboards: true }, new Date('2026-01-02T00:00:00Z')),
      preferencesUpdated({ userId: hidden, showOnLeaderboards: false }, new Date('2026-01-03T00:00:00Z')),
    );
  }
  for (const { user, card, minutesAgo, kind, zone, dueInDays, ...review } of deeds) {
    const userId = users[user] ?? '';
    const at = new Date(now.getTime() - minutesAgo * 60_000);
    const timeZone = timeZones[zone] ?? 'UTC';
    const dueAfter = new Date(now.getTime() + dueInDays * 86_400_000).toISOString();
    if (kind === 'moved') {
      events.push(rescheduled(userId, deckId, [{ cardId: cards[card] ?? '', dueAfter }], at));
      continue;
    }
    if (kind === 'deleted') {
      // One card at most: the others are for the rest.
      events.push(cardsDeleted(deckId, [cards[3] ?? ''], at));
      continue;
    }
    if (kind === 'test') {
      events.push(testSubmitted({ userId, deckId, score: review.rating / 4, submittedAt: at }));
      continue;
    }
    const event = reviewed({
      ...review,
      userId,
      deckId,
      cardId: cards[card] ?? '',
      reviewedAt: at.toISOString(),
      dueAfter,
      timeZone,
      localDay: localDay(at, timeZone, 4),
      localHour: localHour(at, timeZone),
    });
    events.push(event);
    if (kind === 'undone') events.push(undone(event.data, new Date(at.getTime() + 1_000)));
  }
  return { events, users, students, cards, deckId, courseId, optedOut: new Set(hidden === undefined ? [] : [hidden]) };
}

/** The events as a bus at its worst delivers them: repeated, out of order, in portions. */
function deliveries(events: RuzletEvent[], { order, copies, portions }: Scenario): RuzletEvent[][] {
  const repeated = events.flatMap((event, index) => Array.from({ length: copies[index % 200] ?? 1 }, () => event));
  const shuffled = repeated
    .map((event, index) => ({ event, rank: order[(index * 7) % 200] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ event }) => event);
  const size = Math.ceil(shuffled.length / portions);
  return Array.from({ length: portions }, (_, index) => shuffled.slice(index * size, (index + 1) * size));
}

const document = /* GraphQL */ `
  query Figures(
    $users: [_Any!]!
    $decks: [_Any!]!
    $courses: [_Any!]!
    $cards: [_Any!]!
    $deckId: ID!
    $courseId: ID!
    $range: DateRange!
  ) {
    users: _entities(representations: $users) {
      ... on User {
        learning(range: $range) {
          reviews
          studyTimeMs
          accuracy
          testsSubmitted
          averageTestScore
          ratings {
            again
            hard
            good
            easy
          }
          daily {
            day
            reviews
            correct
            newCards
            studyTimeMs
          }
          heatmap(year: 2026) {
            day
            reviews
            studyTimeMs
          }
          hourly {
            hour
            reviews
            accuracy
          }
          streak {
            current
            longest
            freezesLeft
            lastDay
          }
          forecast(days: 10) {
            overdue
            later
            days {
              day
              due
            }
          }
          memory {
            cards
            averageStabilityDays
            averageRetrievability
            stability {
              cards
            }
            retrievability {
              cards
            }
          }
          trueRetention {
            rows {
              window
              young {
                passed
                failed
                rate
              }
              mature {
                passed
                failed
                rate
              }
              total {
                passed
                failed
                rate
              }
            }
          }
        }
      }
    }
    decks: _entities(representations: $decks) {
      ... on Deck {
        stats(range: $range) {
          learners
          reviews
          accuracy
          studyTimeMs
          hardestCards(first: 100) {
            card {
              id
            }
            reviews
            errorRate
          }
        }
      }
    }
    courses: _entities(representations: $courses) {
      ... on Course {
        analytics(range: $range) {
          students
          activeStudents
          reviews
          accuracy
          studyTimeMs
          participation {
            day
            activeStudents
            share
            reviews
            studyTimeMs
            lessonsCompleted
          }
          itemAnalysis(first: 100) {
            card {
              id
            }
            learners
            reviews
            errorRate
            firstErrorRate
            lastErrorRate
            medianAnswerTimeMs
          }
        }
      }
    }
    cards: _entities(representations: $cards) {
      ... on Card {
        stats {
          learners
          reviews
          errorRate
          firstErrorRate
          lastErrorRate
          medianAnswerTimeMs
        }
      }
    }
    leaderboard(scope: DECK, id: $deckId, period: MONTH) {
      entries {
        ...Place
      }
    }
    ofCourse: leaderboard(scope: COURSE, id: $courseId, period: WEEK) {
      entries {
        ...Place
      }
    }
    allTime: leaderboard(scope: DECK, id: $deckId, period: ALL_TIME) {
      entries {
        ...Place
      }
    }
  }

  fragment Place on LeaderboardEntry {
    rank
    user {
      id
    }
    reviews
    correct
    studyTimeMs
  }
`;

describe('figures', () => {
  let analytics: TestAnalytics;
  let token: string;
  beforeAll(async () => {
    analytics = await openAnalytics();
    token = await analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });
  });
  afterAll(() => analytics.close());

  it('equal a slow count of the raw events, whatever is repeated, shuffled, lost in a crash or replayed', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (plan) => {
        const { events, users, students, cards, deckId, courseId, optedOut } = eventsOf(plan);
        const range = { from: addDays(today, -plan.rangeFrom), to: addDays(today, plan.rangeDays - plan.rangeFrom) };
        const ask = async () => {
          const response = await analytics.query(
            document,
            {
              users: users.map((id) => ({ __typename: 'User', id })),
              decks: [{ __typename: 'Deck', id: deckId }],
              courses: [{ __typename: 'Course', id: courseId }],
              cards: cards.map((id) => ({ __typename: 'Card', id, deck: { __typename: 'Deck', id: deckId } })),
              deckId,
              courseId,
              range,
            },
            token,
          );
          expect(response.errors).toEqual([]);
          return response.data;
        };
        const expectFigures = async () => {
          const found = await ask();
          expect(found.users.map((user: { learning: unknown }) => user.learning)).toEqual(
            users.map((userId) =>
              nearly({
                ...slowLearning(events, userId, range, today),
                forecast: slowForecast(events, userId, today, 10),
                memory: slowMemory(events, userId, now),
              }),
            ),
          );
          const { itemAnalysis, ...course } = slowCourse(events, { deckId, students }, range);
          const { itemAnalysis: items, ...courseFound } = found.courses[0].analytics;
          expect(courseFound).toEqual(nearly(course));
          expect(byId(items)).toEqual(nearly(byId(itemAnalysis)));
          const { cards: hardest, ...totals } = slowDeck(events, deckId, range);
          const { hardestCards, ...stats } = found.decks[0].stats;
          expect(stats).toEqual(nearly(totals));
          expect(byId(hardestCards)).toEqual(nearly(byId(hardest)));
          expect(found.cards.map((card: { stats: unknown }) => card.stats)).toEqual(
            cards.map((cardId) => nearly(slowCard(events, cardId))),
          );
          expect(byRank(found.leaderboard.entries)).toEqual(slowLeaderboard(events, deckId, '2026-03-01', optedOut));
          expect(byRank(found.allTime.entries)).toEqual(slowLeaderboard(events, deckId, '1970-01-01', optedOut));
          // The week began on Monday; of the course only its students.
          const ofStudents = events.filter(({ data }) => !('userId' in data) || students.includes(data.userId));
          expect(byRank(found.ofCourse.entries)).toEqual(slowLeaderboard(ofStudents, deckId, '2026-03-16', optedOut));
        };

        analytics.insertFaults.push(...plan.faults);
        for (const portion of deliveries(events, plan)) await analytics.publish(...portion);
        await expectFigures();
        // Merges drop rows of the same key; figures must not depend on whether they have run.
        for (const table of ['events', 'reviews', 'deck_reviews', 'totals', 'tests', 'card_changes']) {
          await analytics.clickhouse.writer.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
        }
        await expectFigures();
        await analytics.publish(...events);
        await expectFigures();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 180_000);
});

/** Sums and shares of floating-point numbers may differ in the last digits. */
function nearly(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return expect.closeTo(value, 9);
  if (Array.isArray(value)) return value.map(nearly);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, nearly(inner)]));
  }
  return value;
}

const byId = (cards: { card: { id: string } }[]) => [...cards].sort((a, b) => a.card.id.localeCompare(b.card.id));
const byRank = (entries: { rank: number; user: { id: string } }[]) =>
  [...entries].sort((a, b) => a.rank - b.rank || a.user.id.localeCompare(b.user.id));
