import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cardsDeleted,
  courseCreated,
  deckAttached,
  deckCreated,
  enrolled,
  lessonAdded,
  lessonCompleted,
  lessonDeleted,
  preferencesUpdated,
  registered,
  reviewed,
  testSubmitted,
  unenrolled,
} from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const daysAgo = (days: number) => minutesAgo(days * 24 * 60);

describe('queries', () => {
  let analytics: TestAnalytics;
  let admin: string;
  beforeAll(async () => {
    analytics = await openAnalytics();
    admin = await analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });
  });
  afterAll(() => analytics.close());

  const review = (userId: string, deckId: string, rating: number, at: Date, cardId = newId()) =>
    reviewed({ userId, deckId, cardId, rating, reviewedAt: at.toISOString() });

  it('loads the figures of twenty decks with one query', async () => {
    const decks = Array.from({ length: 20 }, () => newId());
    await analytics.publish(
      ...decks.flatMap((deckId, index) => [
        deckCreated({ deckId, ownerId: newId(), visibility: 'PUBLIC' }, daysAgo(1)),
        ...Array.from({ length: index }, () => review(newId(), deckId, 3, minutesAgo(5))),
      ]),
    );
    analytics.queries.length = 0;
    const { data, errors } = await analytics.query(
      `query ($decks: [_Any!]!) { _entities(representations: $decks) { ... on Deck { id stats { reviews learners accuracy } } } }`,
      { decks: decks.map((id) => ({ __typename: 'Deck', id })) },
    );
    expect(errors).toEqual([]);
    expect(data._entities.map((deck: { stats: { reviews: number } }) => deck.stats.reviews)).toEqual(
      decks.map((_, index) => index),
    );
    expect(analytics.queries).toHaveLength(1);
  });

  it('loads the dashboards of a class with three statements: spans of days, cards, tests', async () => {
    const students = [newId(), newId(), newId()];
    const deckId = newId();
    await analytics.publish(
      ...students.flatMap((userId) => [registered(userId, daysAgo(30)), review(userId, deckId, 3, daysAgo(2))]),
    );
    analytics.queries.length = 0;
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User {
        month: learning(range: { from: "2026-03-01", to: "2026-03-31" }) { reviews hourly { hour reviews } daily { day } testsSubmitted }
        learning {
          reviews goalProgress streak { lastDay } heatmap(year: 2026) { day } trueRetention { rows { window } }
          short: forecast(days: 3) { overdue } long: forecast(days: 300) { overdue } memory { cards }
        }
      } } }`,
      { of: students.map((id) => ({ __typename: 'User', id })) },
      admin,
    );
    expect(errors).toEqual([]);
    expect(data._entities).toEqual(
      students.map(() => ({
        month: expect.objectContaining({ reviews: 1, daily: [{ day: '2026-03-16' }] }),
        learning: expect.objectContaining({
          reviews: 1,
          goalProgress: 0,
          streak: { lastDay: '2026-03-16' },
          short: { overdue: 1 },
          long: { overdue: 1 },
          memory: { cards: 1 },
        }),
      })),
    );
    // Tests of a range are a statement of their own.
    expect(analytics.queries).toHaveLength(3);
  });

  it('counts days in the time zone of the learner, and progress towards the daily goal', async () => {
    const userId = newId();
    const deckId = newId();
    // Noon in UTC is one o'clock of the next day in Auckland, before that learner's day begins.
    await analytics.publish(
      // Of two publishers, so either may come first.
      preferencesUpdated({ userId, timeZone: 'Pacific/Auckland', dailyGoalReviews: 4, dayStartsAt: 4 }, daysAgo(29)),
      registered(userId, daysAgo(30)),
      reviewed({
        userId,
        deckId,
        cardId: newId(),
        rating: 3,
        reviewedAt: minutesAgo(10).toISOString(),
        timeZone: 'Pacific/Auckland',
      }),
    );
    const { data } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning { goalProgress streak { current lastDay } daily { day reviews } } } } }`,
      { of: [{ __typename: 'User', id: userId }] },
      await analytics.tokenFor({ userId }),
    );
    expect(data._entities[0].learning).toEqual({
      goalProgress: 0.25,
      streak: { current: 1, lastDay: '2026-03-18' },
      daily: [{ day: '2026-03-18', reviews: 1 }],
    });
  });

  it('knows no goal of a learner who is unknown here, or whose goal is 0', async () => {
    const users = [newId(), newId()];
    await analytics.publish(preferencesUpdated({ userId: users[1] ?? '', dailyGoalReviews: 0 }, daysAgo(1)));
    const { data } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning { goalProgress accuracy reviews streak { current lastDay } } } } }`,
      { of: users.map((id) => ({ __typename: 'User', id })) },
      admin,
    );
    const nothing = { goalProgress: null, accuracy: null, reviews: 0, streak: { current: 0, lastDay: null } };
    expect(data._entities).toEqual([{ learning: nothing }, { learning: nothing }]);
  });

  it('ranks learners, ties on one place, the viewer wherever they stand, and nobody who opted out', async () => {
    const deckId = newId();
    const [first, second, third, hidden] = [newId(), newId(), newId(), newId()];
    const reviews = (userId: string, count: number, at = minutesAgo(30)) =>
      Array.from({ length: count }, () => review(userId, deckId, 3, at));
    await analytics.publish(
      deckCreated({ deckId, ownerId: newId(), visibility: 'PUBLIC' }, daysAgo(9)),
      preferencesUpdated({ userId: hidden, showOnLeaderboards: false }, daysAgo(8)),
      ...reviews(first, 2),
      ...reviews(second, 2),
      ...reviews(third, 1),
      // Last week's do not count: 18 March 2026 is a Wednesday.
      ...reviews(third, 5, daysAgo(3)),
      ...reviews(hidden, 9),
    );
    const ask = async (userId: string, size: number) =>
      (
        await analytics.query(
          `query ($id: ID!, $first: Int) { leaderboard(scope: DECK, period: WEEK, id: $id, first: $first) {
            from entries { rank reviews user { id } } viewerEntry { rank reviews } } }`,
          { id: deckId, first: size },
          await analytics.tokenFor({ userId }),
        )
      ).data.leaderboard;
    const seen = await ask(third, 2);
    expect(seen.from).toBe('2026-03-16');
    expect(seen.entries.map((entry: { rank: number; reviews: number }) => [entry.rank, entry.reviews])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(seen.viewerEntry).toEqual({ rank: 3, reviews: 1 });
    expect((await ask(hidden, 10)).viewerEntry).toBeNull();
    expect((await ask(hidden, 10)).entries).toHaveLength(3);
  });

  it('counts one day of everybody on the board of a day, also of those who are a day ahead', async () => {
    const [deckId, east] = [newId(), newId()];
    // At noon in UTC it is two o'clock on the next day in Kiritimati, where the day begins at midnight.
    const timeZone = 'Pacific/Kiritimati';
    const on = (localDay: string) => ({
      ...{ userId: east, deckId, cardId: newId(), rating: 3, timeZone, localDay },
      reviewedAt: minutesAgo(30).toISOString(),
    });
    await analytics.publish(
      deckCreated({ deckId, ownerId: newId(), visibility: 'PUBLIC' }, daysAgo(9)),
      preferencesUpdated({ userId: east, timeZone, dayStartsAt: 0 }, daysAgo(8)),
      // More than anybody else of this file, to stand among the first of all.
      ...Array.from({ length: 50 }, () => reviewed(on('2026-03-18'))),
      ...Array.from({ length: 60 }, () => reviewed(on('2026-03-19'))),
    );
    const reviewsOf = async (viewer: string) => {
      const { data } = await analytics.query(
        `query ($id: ID!) {
          deck: leaderboard(scope: DECK, period: DAY, id: $id) { from entries { reviews } }
          everyone: leaderboard(scope: EVERYONE, period: DAY, first: 100) { entries { reviews user { id } } }
          week: leaderboard(scope: DECK, period: WEEK, id: $id) { entries { reviews } } }`,
        { id: deckId },
        await analytics.tokenFor({ userId: viewer }),
      );
      const everyone = data.everyone.entries.find((entry: { user: { id: string } }) => entry.user.id === east);
      return [data.deck.from, data.deck.entries[0].reviews, everyone.reviews, data.week.entries[0].reviews];
    };
    expect(await reviewsOf(newId())).toEqual(['2026-03-18', 50, 50, 110]);
    expect(await reviewsOf(east)).toEqual(['2026-03-19', 60, 60, 110]);
  });

  it('lists no card that was deleted or moved away, and counts its reviews', async () => {
    const [deckId, otherDeck, courseId, lessonId, teacher, student] = [
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
    ];
    const [stays, deleted, movedAway, cameBack] = [newId(), newId(), newId(), newId()];
    await analytics.publish(
      deckCreated({ deckId, ownerId: teacher }, daysAgo(9)),
      courseCreated(courseId, teacher, daysAgo(9)),
      lessonAdded(courseId, lessonId, 'Europe', daysAgo(9)),
      deckAttached(courseId, lessonId, deckId, teacher, daysAgo(8)),
      enrolled(courseId, student, daysAgo(8)),
      ...[stays, deleted, movedAway, cameBack].map((cardId) => review(student, deckId, 1, daysAgo(2), cardId)),
      cardsDeleted(deckId, [deleted], daysAgo(1)),
      cardsDeleted(deckId, [movedAway, cameBack], daysAgo(1), otherDeck),
      cardsDeleted(otherDeck, [cameBack], minutesAgo(10), deckId),
    );
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on Deck { stats { reviews hardestCards { card { id } } } }
        ... on Course { analytics { reviews itemAnalysis { card { id } } } } } }`,
      {
        of: [
          { __typename: 'Deck', id: deckId },
          { __typename: 'Course', id: courseId },
        ],
      },
      await analytics.tokenFor({ userId: teacher }),
    );
    expect(errors).toEqual([]);
    const [{ stats }, { analytics: course }] = data._entities;
    const idsOf = (list: { card: { id: string } }[]) => list.map(({ card }) => card.id).sort();
    expect([stats.reviews, course.reviews]).toEqual([4, 4]);
    expect(idsOf(stats.hardestCards)).toEqual([stays, cameBack].sort());
    expect(idsOf(course.itemAnalysis)).toEqual([stays, cameBack].sort());
  });

  it('shows who is not signed in the day of a learner who has set nothing: it begins at four, in UTC', async () => {
    const ask = async (token?: string) =>
      (await analytics.query('query { leaderboard(scope: EVERYONE, period: DAY) { from } }', {}, token)).data
        .leaderboard;
    analytics.clock.set(new Date('2026-03-18T03:59:00Z'));
    const before = [await ask(), await ask(await analytics.tokenFor({ userId: newId() }))];
    analytics.clock.set(now);
    expect(before).toEqual([{ from: '2026-03-17' }, { from: '2026-03-17' }]);
    expect(await ask()).toEqual({ from: '2026-03-18' });
  });

  it('tells how a course does: activity, funnel in the order of lessons, students at risk', async () => {
    const [courseId, teacher, deckId] = [newId(), newId(), newId()];
    const [eager, idle, away, gone] = [newId(), newId(), newId(), newId()];
    const [lesson1, lesson2, lesson3] = [newId(), newId(), newId()];
    const events = [
      deckCreated({ deckId, ownerId: teacher }, daysAgo(60)),
      courseCreated(courseId, teacher, daysAgo(50)),
      lessonAdded(courseId, lesson1, 'Europe', daysAgo(40)),
      lessonAdded(courseId, lesson2, 'Asia', daysAgo(39)),
      lessonAdded(courseId, lesson3, 'Atlantis', daysAgo(38)),
      lessonDeleted(courseId, lesson3, daysAgo(37)),
      deckAttached(courseId, lesson1, deckId, teacher, daysAgo(36)),
      ...[eager, idle, away, gone].map((student) => enrolled(courseId, student, daysAgo(35))),
      unenrolled(courseId, gone, daysAgo(1)),
      lessonCompleted(courseId, lesson1, eager, daysAgo(2)),
      lessonCompleted(courseId, lesson2, eager, daysAgo(2)),
      lessonCompleted(courseId, lesson1, away, daysAgo(20)),
      lessonCompleted(courseId, lesson3, away, daysAgo(37)),
      ...Array.from({ length: 20 }, (_, index) => review(eager, deckId, index < 10 ? 1 : 3, minutesAgo(index))),
      review(gone, deckId, 3, minutesAgo(5)),
      review(eager, newId(), 3, minutesAgo(5)),
    ];
    await analytics.publish(...events);
    // Once more, the other way round: the newest state of each thing stays.
    await analytics.publish(...[...events].reverse());
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { analytics {
        students activeStudents reviews accuracy studyTimeMs
        completionFunnel { lesson { id } title completed share }
        studentsAtRisk { student { id } reasons lessonsCompleted lastActiveAt accuracy } } } } }`,
      { of: [{ __typename: 'Course', id: courseId }] },
      await analytics.tokenFor({ userId: teacher }),
    );
    expect(errors).toEqual([]);
    expect(data._entities[0].analytics).toEqual({
      students: 3,
      activeStudents: 2,
      reviews: 20,
      accuracy: 0.5,
      studyTimeMs: 80_000,
      completionFunnel: [
        { lesson: { id: lesson1 }, title: 'Europe', completed: 2, share: expect.closeTo(2 / 3, 9) },
        { lesson: { id: lesson2 }, title: 'Asia', completed: 1, share: expect.closeTo(1 / 3, 9) },
      ],
      studentsAtRisk: [
        { student: { id: idle }, reasons: ['NEVER_STARTED'], lessonsCompleted: 0, lastActiveAt: null, accuracy: null },
        {
          student: { id: away },
          reasons: ['INACTIVE'],
          lessonsCompleted: 1,
          lastActiveAt: daysAgo(20).toISOString(),
          accuracy: null,
        },
        {
          student: { id: eager },
          reasons: ['LOW_ACCURACY'],
          lessonsCompleted: 2,
          lastActiveAt: minutesAgo(0).toISOString(),
          accuracy: 0.5,
        },
      ],
    });
  });

  it('orders the hardest cards by what is certain: nine errors in ten stand before one in one', async () => {
    const [deckId, often, once, never] = [newId(), newId(), newId(), newId()];
    await analytics.publish(
      deckCreated({ deckId, ownerId: newId(), visibility: 'PUBLIC' }, daysAgo(1)),
      ...Array.from({ length: 10 }, (_, index) =>
        review(newId(), deckId, index === 0 ? 3 : 1, minutesAgo(index + 1), often),
      ),
      review(newId(), deckId, 1, minutesAgo(3), once),
      review(newId(), deckId, 4, minutesAgo(3), never),
    );
    const { data } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Deck { stats { hardestCards { card { id } reviews errorRate } } } } }`,
      { of: [{ __typename: 'Deck', id: deckId }] },
    );
    expect(data._entities[0].stats.hardestCards).toEqual([
      { card: { id: often }, reviews: 10, errorRate: 0.9 },
      { card: { id: once }, reviews: 1, errorRate: 1 },
    ]);
  });

  it('sums up the platform for a range of days', async () => {
    const userId = newId();
    const longAgo = new Date('2020-05-05T10:00:00Z');
    const courseId = newId();
    const events = [
      registered(userId, longAgo),
      review(userId, newId(), 3, longAgo),
      testSubmitted({ userId, deckId: newId(), score: 1, submittedAt: longAgo }),
      lessonCompleted(courseId, newId(), userId, longAgo),
    ];
    await analytics.publish(...events, ...events);
    const { data, errors } = await analytics.query(
      `query { platformStats(range: { from: "2020-05-01", to: "2020-05-31" }) {
        activeLearners newUsers reviews studyTimeMs testsSubmitted lessonsCompleted daily { day learners reviews } } }`,
      {},
      admin,
    );
    expect(errors).toEqual([]);
    expect(data.platformStats).toEqual({
      activeLearners: 1,
      newUsers: 1,
      reviews: 1,
      studyTimeMs: 4_000,
      testsSubmitted: 1,
      lessonsCompleted: 1,
      daily: [{ day: '2020-05-05', learners: 1, reviews: 1 }],
    });
  });

  it('refuses ranges, years and page sizes that are none', async () => {
    const of = [{ __typename: 'User', id: newId() }];
    const codes = [];
    for (const field of [
      'learning(range: { from: "2026-03-02", to: "2026-03-01" }) { reviews }',
      'learning(range: { from: "1990-01-01", to: "2026-03-01" }) { reviews }',
      'learning(range: { from: "1890-01-01", to: "1890-01-02" }) { reviews }',
      'learning { heatmap(year: 1200) { day } }',
    ]) {
      const response = await analytics.query(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { ${field} } } }`,
        { of },
        admin,
      );
      codes.push(response.code);
    }
    const board = await analytics.query('query { leaderboard(scope: EVERYONE, period: DAY, first: 0) { from } }');
    expect([...codes, board.code]).toEqual(Array.from({ length: 5 }, () => 'BAD_USER_INPUT'));
  });

  it('takes ids that are no ids for nothing', async () => {
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Deck { stats { reviews } } ... on User { learning { reviews } } ... on Course { analytics { reviews } } } }`,
      { of: ['Deck', 'User', 'Course'].map((__typename) => ({ __typename, id: `'; DROP TABLE events; --` })) },
      await analytics.tokenFor({ userId: newId() }),
    );
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([{ stats: null }, { learning: null }, { analytics: null }]);
  });
});
