import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';
import { addDays } from '@ruzlet/platform/localtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assigned,
  assignmentDeleted,
  courseCreated,
  deckAttached,
  deckDetached,
  enrolled,
  handedIn,
  lessonAdded,
  lessonCompleted,
  lessonDeleted,
  lessonUpdated,
  registered,
  reviewed,
  testSubmitted,
  undone,
  unenrolled,
} from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';
import { slowCourseStory, slowPlatform } from './slow-course-story.js';

const today = '2026-03-18';
const begin = new Date('2026-01-01T00:00:00Z');
const cardsPerDeck = 2;

/** What happens in a course, in numbers; made into events below, so that fast-check can shrink it. */
const deed = fc.record({
  user: fc.nat({ max: 2 }),
  lesson: fc.nat({ max: 2 }),
  /** Of three decks the first belongs to lessons, the second to assignments, the third to neither. */
  deck: fc.nat({ max: 2 }),
  /** Each deck has cards of its own. */
  card: fc.nat({ max: cardsPerDeck - 1 }),
  rating: fc.constantFrom(1, 1, 3, 4),
  times: fc.constantFrom(1, 1, 1, 12),
  minutesAgo: fc.integer({ min: 1, max: 60 * 24 * 40 }),
  on: fc.boolean(),
  kind: fc.constantFrom(
    ...(['review', 'review', 'review', 'undone', 'test', 'completed', 'completed', 'handedIn', 'enrolment'] as const),
    ...(['attachment', 'assignment', 'assignmentDeleted', 'lesson'] as const),
  ),
});

const scenario = fc.record({
  deeds: fc.uniqueArray(deed, { minLength: 1, maxLength: 40, selector: ({ minutesAgo }) => minutesAgo }),
  rangeFrom: fc.integer({ min: 0, max: 40 }),
  rangeDays: fc.integer({ min: 0, max: 40 }),
  order: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 100, maxLength: 100 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

/** Ids are new in each run, so that runs share a database and do not meet. */
function storyOf({ deeds }: Scenario) {
  const courseId = newId();
  const [users, lessons, decks, cards] = [3, 3, 3, 3 * cardsPerDeck].map((count) =>
    Array.from({ length: count }, () => newId()),
  );
  const assignmentId = newId();
  const teacher = newId();
  const pick = (ids: string[] | undefined, index: number) => ids?.[index] ?? '';
  const events: RuzletEvent[] = [
    courseCreated(courseId, teacher, begin),
    ...(lessons ?? []).map((lesson, index) =>
      lessonAdded(courseId, lesson, 'Lesson', new Date(begin.getTime() + index * 1_000)),
    ),
    deckAttached(courseId, pick(lessons, 0), pick(decks, 0), teacher, begin),
    ...(users ?? []).flatMap((user) => [registered(user, begin), enrolled(courseId, user, begin)]),
  ];
  for (const { kind, minutesAgo, on, ...deed } of deeds) {
    const at = new Date(now.getTime() - minutesAgo * 60_000);
    const [userId, lessonId, deckId] = [pick(users, deed.user), pick(lessons, deed.lesson), pick(decks, deed.deck)];
    const assignment = { courseId, assignmentId, deckId: pick(decks, 1) };
    if (kind === 'review' || kind === 'undone') {
      for (let time = 0; time < deed.times; time += 1) {
        const reviewedAt = new Date(at.getTime() + time * 1_000).toISOString();
        const review = reviewed({
          userId,
          deckId,
          cardId: pick(cards, deed.deck * cardsPerDeck + deed.card),
          rating: deed.rating,
          reviewedAt,
        });
        events.push(review, ...(kind === 'undone' ? [undone(review.data, new Date(at.getTime() + 30_000))] : []));
      }
    }
    if (kind === 'test') events.push(testSubmitted({ userId, deckId, score: 0.5, submittedAt: at }));
    if (kind === 'completed') events.push(lessonCompleted(courseId, lessonId, userId, at));
    if (kind === 'handedIn') events.push(handedIn(courseId, assignmentId, userId, at));
    if (kind === 'enrolment') events.push(on ? enrolled(courseId, userId, at) : unenrolled(courseId, userId, at));
    if (kind === 'attachment') {
      const change = on ? deckAttached : deckDetached;
      events.push(change(courseId, lessonId, pick(decks, 0), teacher, at));
    }
    if (kind === 'assignment') events.push(assigned({ ...assignment, published: on }, at));
    if (kind === 'assignmentDeleted') events.push(assignmentDeleted(courseId, assignmentId, at));
    if (kind === 'lesson')
      events.push(on ? lessonUpdated(courseId, lessonId, 'New title', at) : lessonDeleted(courseId, lessonId, at));
  }
  return { courseId, events };
}

const document = /* GraphQL */ `
  query Story($courses: [_Any!]!, $range: DateRange!) {
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
          completionFunnel {
            lesson {
              id
            }
            title
            completed
            share
          }
          studentsAtRisk(first: 100) {
            student {
              id
            }
            reasons
            lastActiveAt
            lessonsCompleted
            accuracy
          }
          itemAnalysis(first: 100) {
            card {
              id
            }
            learners
            reviews
            errorRate
          }
        }
      }
    }
    platformStats(range: $range) {
      activeLearners
      newUsers
      reviews
      studyTimeMs
      testsSubmitted
      lessonsCompleted
      daily {
        day
        learners
        reviews
      }
    }
  }
`;

describe('figures of courses and of the platform', () => {
  let analytics: TestAnalytics;
  let token: string;
  beforeAll(async () => {
    analytics = await openAnalytics();
    token = await analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });
  });
  afterAll(() => analytics.close());

  /** Figures of the platform are of all runs together. */
  const everything: RuzletEvent[] = [];

  async function expectFigures(courseId: string, events: RuzletEvent[], range: { from: string; to: string }) {
    const { data, errors } = await analytics.query(
      document,
      { courses: [{ __typename: 'Course', id: courseId }], range },
      token,
    );
    expect(errors).toEqual([]);
    const [{ analytics: course }] = data.courses;
    course.studentsAtRisk.sort(by((row: { student: { id: string } }) => row.student.id));
    course.itemAnalysis.sort(by((row: { card: { id: string } }) => row.card.id));
    expect(course).toEqual(slowCourseStory(events, courseId, range, now));
    expect(data.platformStats).toEqual(slowPlatform(everything, range));
  }

  it('equal a slow count while students, lessons, decks and assignments come and go, in whatever order they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (plan) => {
        const { courseId, events } = storyOf(plan);
        const range = { from: addDays(today, -plan.rangeFrom), to: addDays(today, plan.rangeDays - plan.rangeFrom) };
        const shuffled = events
          .map((event, index) => ({ event, rank: plan.order[index % 100] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        everything.push(...events);
        await analytics.publish(...shuffled);
        await expectFigures(courseId, events, range);
        // Everything once more counts nothing twice.
        await analytics.publish(...events);
        await expectFigures(courseId, events, range);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('count study for an assignment from when it is published, whether or not a lesson has the deck', async () => {
    const [courseId, assignmentId, deckId, userId] = [newId(), newId(), newId(), newId()];
    const hours = (ago: number) => new Date(now.getTime() - ago * 3_600_000);
    const answer = reviewed({ userId, deckId, cardId: newId(), rating: 3, reviewedAt: hours(9).toISOString() });
    const events: RuzletEvent[] = [courseCreated(courseId, newId(), begin), enrolled(courseId, userId, begin), answer];
    everything.push(...events);
    await analytics.publish(...events);
    const reviews = async () => {
      const { data } = await analytics.query(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { analytics { reviews activeStudents } } } }`,
        { of: [{ __typename: 'Course', id: courseId }] },
        token,
      );
      return data._entities[0].analytics;
    };
    await analytics.publish(assigned({ courseId, assignmentId, deckId, published: false }, hours(8)));
    expect(await reviews()).toEqual({ reviews: 0, activeStudents: 0 });
    await analytics.publish(assigned({ courseId, assignmentId, deckId, published: true }, hours(7)));
    expect(await reviews()).toEqual({ reviews: 1, activeStudents: 1 });
    await analytics.publish(assignmentDeleted(courseId, assignmentId, hours(6)));
    expect(await reviews()).toEqual({ reviews: 0, activeStudents: 0 });
  });
});

const by =
  <Row>(key: (row: Row) => string) =>
  (a: Row, b: Row) =>
    key(a).localeCompare(key(b));
