import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { eraseLearner } from '../src/storage/erase-learner.js';
import * as tables from '../src/storage/tables.js';
import {
  courseCreated,
  deckAttached,
  deckCreated,
  enrolled,
  lessonAdded,
  lessonCompleted,
  preferencesUpdated,
  registered,
  reviewed,
  testSubmitted,
  undone,
} from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('erasing a learner', () => {
  let analytics: TestAnalytics;
  let database: ReturnType<typeof openDatabase>;
  let admin: string;
  const openDatabase = () =>
    connectDatabase({ url: analytics.databaseUrl, schema: tables, applicationName: 'test', poolMax: 2 });
  beforeAll(async () => {
    analytics = await openAnalytics();
    database = openDatabase();
    admin = await analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });
  });
  afterAll(async () => {
    await database.close();
    await analytics.close();
  });

  const erase = (userId: string) =>
    eraseLearner({ db: database.db, writer: analytics.clickhouse.writer }, userId, analytics.clock.now());

  /** Every row of every table that mentions the id, in whatever column. */
  async function traces(userId: string): Promise<string[]> {
    const { reader } = analytics.clickhouse;
    const list = await reader.query({
      query: `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'`,
      format: 'JSONEachRow',
    });
    const found: string[] = [];
    for (const { name } of await list.json<{ name: string }>()) {
      const rows = await reader.query({
        query: `SELECT count() AS n FROM ${name} AS t WHERE positionCaseInsensitive(formatRow('JSONEachRow', *), {userId:String}) > 0`,
        query_params: { userId },
        format: 'JSONEachRow',
      });
      const [row] = await rows.json<{ n: number }>();
      if (Number(row?.n) > 0) found.push(name);
    }
    for (const table of ['learners', 'course_members', 'decks', 'course_decks', 'courses', 'dead_letters']) {
      const rows = await database.sql.unsafe(`select 1 from ${table} t where to_jsonb(t)::text like $1`, [
        `%${userId}%`,
      ]);
      if (rows.length > 0) found.push(`postgres ${table}`);
    }
    return found;
  }

  function scene() {
    const [teacher, learner, other, courseId, lessonId, deckId, cardId] = Array.from({ length: 7 }, () => newId()) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const review = (userId: string, rating: number, days: number) =>
      reviewed({ userId, deckId, cardId, rating, reviewedAt: daysAgo(days).toISOString(), timeZone: 'Europe/Moscow' });
    const takenBack = review(learner, 1, 3);
    const events = [
      deckCreated({ deckId, ownerId: teacher, visibility: 'PUBLIC', viewerIds: [learner] }, daysAgo(60)),
      courseCreated(courseId, teacher, daysAgo(50)),
      lessonAdded(courseId, lessonId, 'Europe', daysAgo(40)),
      deckAttached(courseId, lessonId, deckId, teacher, daysAgo(36)),
      registered(learner, daysAgo(35)),
      preferencesUpdated({ userId: learner }, daysAgo(34)),
      ...[learner, other].map((student) => enrolled(courseId, student, daysAgo(30))),
      review(learner, 1, 9),
      review(learner, 3, 8),
      takenBack,
      undone(takenBack.data, daysAgo(3)),
      review(other, 4, 2),
      testSubmitted({ userId: learner, deckId, score: 0.5, submittedAt: daysAgo(5) }),
      lessonCompleted(courseId, lessonId, learner, daysAgo(4)),
    ];
    const figures = async () => {
      const { data, errors } = await analytics.query(
        `query ($of: [_Any!]!, $deckId: ID!) {
          _entities(representations: $of) {
            ... on Course { analytics { students activeStudents reviews accuracy studyTimeMs completionFunnel { completed share } } }
            ... on Deck { stats { learners reviews accuracy studyTimeMs hardestCards { reviews errorRate } } }
            ... on Card { stats { learners reviews errorRate firstErrorRate lastErrorRate medianAnswerTimeMs } } }
          platformStats(range: { from: "2026-01-01", to: "2026-12-31" }) {
            activeLearners newUsers reviews testsSubmitted lessonsCompleted daily { day learners reviews } }
          leaderboard(scope: DECK, period: ALL_TIME, id: $deckId) { entries { user { id } reviews } } }`,
        {
          of: [
            { __typename: 'Course', id: courseId },
            { __typename: 'Deck', id: deckId },
            { __typename: 'Card', id: cardId, deck: { __typename: 'Deck', id: deckId } },
          ],
          deckId,
        },
        admin,
      );
      expect(errors).toEqual([]);
      return data;
    };
    return { learner, other, courseId, deckId, cardId, events, figures, review };
  }

  it('leaves no trace of the user, and every figure of courses, decks and the platform as it was', async () => {
    const { learner, other, events, figures } = scene();
    await analytics.publish(...events);
    const before = await figures();
    expect(before.leaderboard.entries).toHaveLength(2);
    await erase(learner);
    expect(await traces(learner)).toEqual([]);
    const after = await figures();
    expect(after.leaderboard.entries).toEqual([{ user: { id: other }, reviews: 1 }]);
    expect({ ...after, leaderboard: null }).toEqual({ ...before, leaderboard: null });
  });

  it.each(['XAPI', 'CALIPER'])(
    'leaves the learner out of what a course exports, also without a name: %s',
    async (format) => {
      const { learner, other, courseId, events } = scene();
      await analytics.publish(...events);
      const people = async () => {
        const { data, errors } = await analytics.query(
          `query ($of: [_Any!]!, $format: ActivityFormat!) { _entities(representations: $of) { ... on Course { analytics {
          activity(format: $format, first: 1000) { body } } } } }`,
          { of: [{ __typename: 'Course', id: courseId }], format },
          admin,
        );
        expect(errors).toEqual([]);
        const body: string = data._entities[0].analytics.activity.body;
        const named = format === 'XAPI' ? /"name":"([^"]+)"/g : /\/users\/([0-9a-f-]+)"/g;
        return [...new Set([...body.matchAll(named)].map(([, id]) => id))].sort();
      };
      expect(await people()).toEqual([learner, other].sort());
      await erase(learner);
      expect(await people()).toEqual([other]);
    },
  );

  it('drops what comes later or comes again, and counts nothing twice when it is repeated', async () => {
    const { learner, events, figures, review } = scene();
    await analytics.publish(...events);
    await erase(learner);
    const before = await figures();
    await erase(learner);
    await analytics.publish(...events, review(learner, 3, 1));
    expect(await traces(learner)).toEqual([]);
    expect(await figures()).toEqual(before);
  });

  it('goes on where it broke off', async () => {
    const { learner, events, figures } = scene();
    await analytics.publish(...events);
    const before = await figures();
    /** Breaks before the given command; true when the erasure came through without it. */
    const eraseUntil = async (fatal: number) => {
      let commands = 0;
      const writer = new Proxy(analytics.clickhouse.writer, {
        get: (target, name) => {
          if (name !== 'command') return Reflect.get(target, name);
          return (parameters: Parameters<typeof target.command>[0]) => {
            commands += 1;
            if (commands === fatal) return Promise.reject(new Error('the process was killed'));
            return target.command(parameters);
          };
        },
      });
      await eraseLearner({ db: database.db, writer }, learner, now).catch(() => undefined);
      return commands < fatal;
    };
    let fatal = 1;
    while (!(await eraseUntil(fatal))) fatal += 2;
    expect(fatal).toBeGreaterThan(3);
    await erase(learner);
    expect(await traces(learner)).toEqual([]);
    expect({ ...(await figures()), leaderboard: null }).toEqual({ ...before, leaderboard: null });
  });

  it('erases a learner again whose batch was being written when the erasure began', async () => {
    const { learner, events, figures } = scene();
    analytics.onInsert(() => erase(learner));
    await analytics.publish(...events);
    expect(await traces(learner)).toEqual([]);
    const { stats } = (await figures())._entities[1];
    expect(stats).toMatchObject({ reviews: 1, hardestCards: [] });
  });

  it('counts the answers of a card once that somebody else answers while its learner is being erased', async () => {
    const { learner, other, events, figures, review } = scene();
    await analytics.publish(...events);
    const meanwhile = review(other, 1, 9);
    let deletions = 0;
    const writer = new Proxy(analytics.clickhouse.writer, {
      get: (target, name) => {
        if (name !== 'command') return Reflect.get(target, name);
        return async (parameters: Parameters<typeof target.command>[0]) => {
          // The rows of the learner are there, and already those without a name.
          if (parameters.query.startsWith('DELETE') && (deletions += 1) === 1) await analytics.publish(meanwhile);
          return target.command(parameters);
        };
      },
    });
    await eraseLearner({ db: database.db, writer }, learner, now);
    expect((await figures())._entities[1].stats).toMatchObject({
      reviews: 4,
      hardestCards: [{ reviews: 4, errorRate: 0.5 }],
    });
  });
});
