import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  courseCreated,
  deckAttached,
  deckCreated,
  deckDeleted,
  enrolled,
  lessonAdded,
  lessonDeleted,
  registered,
  reviewed,
  unenrolled,
} from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('who may see which figures', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await openAnalytics();
  });
  afterAll(() => analytics.close());

  const asUser = async (userId: string, roles = ['LEARNER']) => analytics.tokenFor({ userId, roles });

  async function entity(
    representation: { __typename: string; id: string; deck?: object },
    selection: string,
    token?: string,
  ) {
    const response = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${representation.__typename} { ${selection} } } }`,
      { of: [representation] },
      token,
    );
    expect(response.errors).toEqual([]);
    return response.data._entities[0];
  }

  const learning = async (userId: string, token?: string) =>
    (await entity({ __typename: 'User', id: userId }, 'learning { reviews }', token)).learning;
  const deckStats = async (deckId: string, token?: string) =>
    (await entity({ __typename: 'Deck', id: deckId }, 'stats { reviews learners }', token)).stats;
  const cardStats = async (cardId: string, deckId: string, token?: string) =>
    (
      await entity(
        { __typename: 'Card', id: cardId, deck: { __typename: 'Deck', id: deckId } },
        'stats { reviews }',
        token,
      )
    ).stats;
  const courseAnalytics = async (courseId: string, token?: string) =>
    (await entity({ __typename: 'Course', id: courseId }, 'analytics { students reviews }', token)).analytics;

  async function openCourse() {
    const [courseId, lessonId, teacher, student, deckOwner, deckId, cardId] = [
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
    ] as const;
    await analytics.publish(
      registered(student, hoursAgo(100)),
      deckCreated({ deckId, ownerId: deckOwner, editorIds: [teacher] }, hoursAgo(99)),
      courseCreated(courseId, teacher, hoursAgo(98)),
      enrolled(courseId, student, hoursAgo(97)),
      lessonAdded(courseId, lessonId, 'Europe', hoursAgo(96)),
      deckAttached(courseId, lessonId, deckId, teacher, hoursAgo(95)),
      reviewed({ userId: student, deckId, cardId, rating: 3, reviewedAt: hoursAgo(1).toISOString() }),
    );
    return { courseId, lessonId, teacher, student, deckOwner, deckId, cardId };
  }

  it('shows learning to the learner, to staff of a course of theirs, and to administrators', async () => {
    const { courseId, teacher, student } = await openCourse();
    expect(await learning(student, await asUser(student))).toEqual({ reviews: 1 });
    expect(await learning(student, await asUser(teacher))).toEqual({ reviews: 1 });
    expect(await learning(student, await asUser(newId(), ['ADMIN']))).toEqual({ reviews: 1 });
    expect(await learning(student, await asUser(newId()))).toBeNull();
    expect(await learning(student)).toBeNull();
    // A student sees no teacher, and a teacher no student who has left.
    expect(await learning(teacher, await asUser(student))).toBeNull();
    await analytics.publish(unenrolled(courseId, student, hoursAgo(0)));
    expect(await learning(student, await asUser(teacher))).toBeNull();
  });

  it('shows a private deck to owner, editors and courses that may use it, and to nobody else', async () => {
    const { courseId, lessonId, teacher, student, deckOwner, deckId, cardId } = await openCourse();
    const stats = { reviews: 1, learners: 1 };
    expect(await deckStats(deckId, await asUser(deckOwner))).toEqual(stats);
    expect(await deckStats(deckId, await asUser(teacher))).toEqual(stats);
    expect(await deckStats(deckId, await asUser(student))).toEqual(stats);
    expect(await cardStats(cardId, deckId, await asUser(student))).toEqual({ reviews: 1 });
    expect(await deckStats(deckId, await asUser(newId()))).toBeNull();
    expect(await deckStats(deckId)).toBeNull();
    await analytics.publish(lessonDeleted(courseId, lessonId, hoursAgo(0)));
    expect(await deckStats(deckId, await asUser(student))).toBeNull();
  });

  it('opens no private deck to a course when somebody attached it who may not edit it', async () => {
    const { student, courseId, lessonId, teacher } = await openCourse();
    const [deckId, owner] = [newId(), newId()];
    await analytics.publish(
      deckCreated({ deckId, ownerId: owner }, hoursAgo(90)),
      deckAttached(courseId, lessonId, deckId, teacher, hoursAgo(80)),
    );
    expect(await deckStats(deckId, await asUser(student))).toBeNull();
    expect(await deckStats(deckId, await asUser(teacher))).toBeNull();
  });

  it('shows nothing of a card through a deck that it does not lie in', async () => {
    const { cardId } = await openCourse();
    const [viewer, ownDeck] = [newId(), newId()];
    await analytics.publish(deckCreated({ deckId: ownDeck, ownerId: viewer }, hoursAgo(1)));
    expect(await cardStats(cardId, ownDeck, await asUser(viewer))).toEqual({ reviews: 0 });
  });

  it('shows a public deck to everybody until it is deleted', async () => {
    const [deckId, ownerId] = [newId(), newId()];
    await analytics.publish(deckCreated({ deckId, ownerId, visibility: 'PUBLIC' }, hoursAgo(10)));
    expect(await deckStats(deckId)).toEqual({ reviews: 0, learners: 0 });
    await analytics.publish(deckDeleted(deckId, ownerId, hoursAgo(5)));
    expect(await deckStats(deckId, await asUser(ownerId))).toBeNull();
  });

  it('keeps the newest state of a deck when older events come again', async () => {
    const [deckId, ownerId] = [newId(), newId()];
    const opened = deckCreated({ deckId, ownerId, visibility: 'PUBLIC' }, hoursAgo(10));
    await analytics.publish(opened, deckDeleted(deckId, ownerId, hoursAgo(5)));
    await analytics.publish(deckCreated({ deckId, ownerId, visibility: 'PUBLIC' }, hoursAgo(10)));
    expect(await deckStats(deckId)).toBeNull();
  });

  it('shows a course to its staff and to administrators', async () => {
    const { courseId, teacher, student } = await openCourse();
    const figures = { students: 1, reviews: 1 };
    expect(await courseAnalytics(courseId, await asUser(teacher))).toEqual(figures);
    expect(await courseAnalytics(courseId, await asUser(newId(), ['ADMIN']))).toEqual(figures);
    expect(await courseAnalytics(courseId, await asUser(student))).toBeNull();
    expect(await courseAnalytics(courseId)).toBeNull();
  });

  it('answers leaderboards of courses to members and of decks to those who see them, else NOT_FOUND', async () => {
    const { courseId, deckId, student, teacher } = await openCourse();
    const board = async (scope: string, id: string, token?: string) =>
      analytics.query(
        `query ($scope: LeaderboardScope!, $id: ID) { leaderboard(scope: $scope, period: ALL_TIME, id: $id) { entries { rank reviews user { id } } } }`,
        { scope, id },
        token,
      );
    const entries = [{ rank: 1, reviews: 1, user: { id: student } }];
    for (const member of [student, teacher]) {
      const token = await asUser(member);
      expect((await board('COURSE', courseId, token)).data.leaderboard.entries).toEqual(entries);
      expect((await board('DECK', deckId, token)).data.leaderboard.entries).toEqual(entries);
    }
    const stranger = await asUser(newId());
    expect((await board('COURSE', courseId, stranger)).code).toBe('NOT_FOUND');
    expect((await board('DECK', deckId, stranger)).code).toBe('NOT_FOUND');
    expect((await board('COURSE', courseId)).code).toBe('NOT_FOUND');
    expect((await board('COURSE', 'not-an-id', stranger)).code).toBe('NOT_FOUND');
    expect((await board('EVERYONE', deckId, stranger)).code).toBe('BAD_USER_INPUT');
  });

  it('keeps what is for administrators from others', async () => {
    const documents = [
      'query { collectorStatus { topics { topic } } }',
      'query { platformStats(range: { from: "2026-03-01", to: "2026-03-31" }) { reviews } }',
      'query { deadLetters { edges { node { id } } } }',
      'mutation { replayDeadLetters(topic: "learning.events") { replayed } }',
      'mutation { rebuildFigures { state } }',
    ];
    for (const document of documents) {
      expect((await analytics.query(document)).code).toBe('UNAUTHENTICATED');
      expect((await analytics.query(document, {}, await asUser(newId()))).code).toBe('FORBIDDEN');
      expect((await analytics.query(document, {}, await asUser(newId(), ['ADMIN']))).errors).toEqual([]);
    }
  });

  // A read waits a moment and no longer; on a busy machine an event may take longer than that, so several reads may be needed.
  it('waits a moment for a copy of a deck that is on its way', async () => {
    await waitFor(async () => {
      const [deckId, ownerId] = [newId(), newId()];
      const asked = deckStats(deckId, await asUser(ownerId));
      await analytics.publish(deckCreated({ deckId, ownerId }, hoursAgo(0)));
      return (await asked)?.reviews === 0;
    });
  });

  it('waits a moment for an enrolment that is on its way', async () => {
    const courseId = newId();
    await analytics.publish(courseCreated(courseId, newId(), hoursAgo(1)));
    await waitFor(async () => {
      const student = newId();
      const asked = analytics.query(
        'query ($id: ID) { leaderboard(scope: COURSE, period: DAY, id: $id) { entries { rank } } }',
        { id: courseId },
        await asUser(student),
      );
      await analytics.publish(enrolled(courseId, student, hoursAgo(0)));
      return (await asked).code === undefined;
    });
  });
});
