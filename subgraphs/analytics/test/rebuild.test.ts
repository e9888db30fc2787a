import { newId } from '@ruzlet/platform/ids';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseLearner } from '../src/storage/erase-learner.js';
import { keepRawEvents, rawRetentionDays } from '../src/storage/raw-retention.js';
import * as tables from '../src/storage/tables.js';
import {
  courseCreated,
  deckAttached,
  deckCreated,
  enrolled,
  lessonAdded,
  lessonCompleted,
  registered,
  reviewed,
  testSubmitted,
  undone,
} from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('rebuilding the figures', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await openAnalytics();
  });
  afterAll(() => analytics.close());
  const adminToken = () => analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });

  async function rebuild() {
    const { data, errors } = await analytics.query('mutation { rebuildFigures { state } }', {}, await adminToken());
    expect(errors).toEqual([]);
    expect(data.rebuildFigures.state).toBe('RUNNING');
    return waitFor(
      async () => {
        const status = await analytics.query(
          'query { collectorStatus { rebuild { state detail finishedAt } } }',
          {},
          await adminToken(),
        );
        const { rebuild: latest } = status.data.collectorStatus;
        return latest.state === 'RUNNING' ? undefined : latest;
      },
      { what: 'the end of the rebuild' },
    );
  }

  function scene() {
    const [learner, teacher, courseId, lessonId, deckId, cardId] = [
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
      newId(),
    ];
    const review = (userId: string, days: number, rating = 3) =>
      reviewed({ userId, deckId, cardId, rating, reviewedAt: daysAgo(days).toISOString() });
    const takenBack = review(learner, 5, 1);
    const events = [
      deckCreated({ deckId, ownerId: teacher, visibility: 'PUBLIC' }, daysAgo(60)),
      courseCreated(courseId, teacher, daysAgo(59)),
      lessonAdded(courseId, lessonId, 'Europe', daysAgo(58)),
      deckAttached(courseId, lessonId, deckId, teacher, daysAgo(57)),
      registered(learner, daysAgo(56)),
      enrolled(courseId, learner, daysAgo(55)),
      review(learner, 40),
      review(learner, 9, 1),
      takenBack,
      undone(takenBack.data, daysAgo(5)),
      testSubmitted({ userId: learner, deckId, score: 0.5, submittedAt: daysAgo(4) }),
      lessonCompleted(courseId, lessonId, learner, daysAgo(3)),
    ];
    const figures = async () => {
      const { data, errors } = await analytics.query(
        `query ($of: [_Any!]!, $deckId: ID!) {
          _entities(representations: $of) {
            ... on User { learning { reviews testsSubmitted streak { longest } memory { cards } daily { day reviews correct } } }
            ... on Course { analytics { students activeStudents reviews completionFunnel { completed } participation { day reviews } } }
            ... on Deck { stats { learners reviews accuracy hardestCards { reviews errorRate } } } }
          leaderboard(scope: DECK, period: ALL_TIME, id: $deckId) { entries { user { id } reviews correct } } }`,
        {
          of: [
            { __typename: 'User', id: learner },
            { __typename: 'Course', id: courseId },
            { __typename: 'Deck', id: deckId },
          ],
          deckId,
        },
        await adminToken(),
      );
      expect(errors).toEqual([]);
      return data;
    };
    return { learner, deckId, events, figures, review };
  }

  /** Every table of figures, spoilt: rows lost here, rows there that no event stands behind. */
  async function spoil() {
    const { writer } = analytics.clickhouse;
    for (const table of ['reviews', 'tests', 'course_members', 'lesson_completions', 'registrations'])
      await writer.command({ query: `TRUNCATE TABLE ${table}` });
    await writer.command({
      query: `INSERT INTO totals SELECT 'DECK', generateUUIDv4(), 'DAY', '2026-03-01', generateUUIDv4(), generateUUIDv4(), 9, 9, 9, now64(3), 1`,
    });
    await writer.command({
      query: `INSERT INTO deck_reviews (deck_id, card_id, user_id, review_id, rating, local_day)
        SELECT deck_id, card_id, user_id, generateUUIDv4(), 1, local_day FROM deck_reviews`,
    });
  }

  it('gives the figures back from the raw events alone, also those of spoilt tables', async () => {
    const { events, figures } = scene();
    await analytics.publish(...events);
    const before = await figures();
    await spoil();
    expect(await figures()).not.toEqual(before);
    expect(await rebuild()).toMatchObject({ state: 'DONE' });
    expect(await figures()).toEqual(before);
  });

  it('leaves views and tables so that what comes afterwards counts', async () => {
    const { learner, events, figures, review } = scene();
    await analytics.publish(...events);
    expect(await rebuild()).toMatchObject({ state: 'DONE' });
    await analytics.publish(review(learner, 1), ...events);
    const found = await figures();
    expect(found._entities[0].learning.reviews).toBe(3);
    expect(found._entities[1].analytics.reviews).toBe(3);
    expect(found._entities[2].stats).toMatchObject({ learners: 1, reviews: 3, hardestCards: [{ reviews: 3 }] });
    expect(found.leaderboard.entries).toEqual([{ user: { id: learner }, reviews: 3, correct: 2 }]);
  });

  it('loses nothing of what is collected while it runs, and brings back nothing that is erased meanwhile', async () => {
    const [kept, erased] = [scene(), scene()];
    await analytics.publish(...kept.events, ...erased.events);
    const database = connectDatabase({
      url: analytics.databaseUrl,
      schema: tables,
      applicationName: 'test',
      poolMax: 2,
    });
    const [done] = await Promise.all([
      rebuild(),
      ...[1, 2, 3, 4].map((days) => analytics.publish(kept.review(kept.learner, days))),
      eraseLearner({ db: database.db, writer: analytics.clickhouse.writer }, erased.learner, analytics.clock.now()),
    ]);
    await database.close();
    expect(done).toMatchObject({ state: 'DONE' });
    const found = await kept.figures();
    expect(found._entities[0].learning.reviews).toBe(6);
    expect(found._entities[2].stats.reviews).toBe(6);
    expect(found.leaderboard.entries).toMatchObject([{ reviews: 6 }]);
    expect((await erased.figures())._entities[0].learning.reviews).toBe(0);
  });

  it('refuses while raw events are kept for a limited time', async () => {
    const { writer } = analytics.clickhouse;
    await keepRawEvents(writer, 365);
    expect(await rawRetentionDays(writer)).toBe(365);
    const { errors } = await analytics.query('mutation { rebuildFigures { state } }', {}, await adminToken());
    expect(errors[0]?.extensions?.code).toBe('CONFLICT');
    await keepRawEvents(writer, 0);
    expect(await rawRetentionDays(writer)).toBe(0);
  });

  it('drops raw events that are older than their retention, keeps the figures, and still takes back a review', async () => {
    const { learner, events, figures, review } = scene();
    const { writer, reader } = analytics.clickhouse;
    await analytics.publish(...events);
    const without = await figures();
    const later = review(learner, 2, 1);
    await analytics.publish(later);
    const before = await figures();
    const countOld = async () => {
      const rows = await reader.query({
        query: `SELECT count() AS n FROM events WHERE time < now() - INTERVAL 100 DAY`,
        format: 'JSONEachRow',
      });
      return Number((await rows.json<{ n: number }>())[0]?.n);
    };
    expect(await countOld()).toBeGreaterThan(0);
    await keepRawEvents(writer, 100);
    await writer.command({ query: 'OPTIMIZE TABLE events FINAL' });
    expect(await countOld()).toBe(0);
    expect(await figures()).toEqual(before);
    await analytics.publish(undone(later.data, daysAgo(1)));
    expect(await figures()).toEqual(without);
    await keepRawEvents(writer, 0);
  });

  it('is for administrators', async () => {
    const { errors } = await analytics.query(
      'mutation { rebuildFigures { state } }',
      {},
      await analytics.tokenFor({ userId: newId() }),
    );
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
