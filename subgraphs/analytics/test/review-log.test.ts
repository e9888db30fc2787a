import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewed, undone } from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

describe("a learner's log", () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await openAnalytics();
  });
  afterAll(() => analytics.close());

  const userId = newId();
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const review = (minutes: number, rating: number) =>
    reviewed({ userId, deckId: newId(), cardId: newId(), rating, reviewedAt: minutesAgo(minutes) });

  async function log(args: string, viewer: { userId: string; roles?: ['ADMIN'] } = { userId }) {
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning {
        reviewLog(${args}) { fileName contentType base64 reviews hasNextPage endCursor } } } } }`,
      { of: [{ __typename: 'User', id: userId }] },
      await analytics.tokenFor(viewer),
    );
    return { log: data?._entities[0].learning?.reviewLog, errors };
  }
  const csv = (file: { base64: string }) => Buffer.from(file.base64, 'base64').toString('utf8').trimEnd().split('\r\n');

  it('comes as CSV, complete and in order over its pages, without what was undone', async () => {
    const events = [5, 4, 3, 2, 1].map((minutes) => review(minutes, (minutes % 4) + 1));
    const takenBack = review(2.5, 1);
    await analytics.publish(...[...events].reverse(), takenBack, undone(takenBack.data, now), ...events);

    const ids: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const { log: file } = await log(`format: CSV, first: 2${after}`);
      const [names, ...rows] = csv(file);
      expect(names).toContain('"reviewId","cardId","deckId","rating","durationMs"');
      expect(file.reviews).toBe(rows.length);
      expect(file.hasNextPage).toBe(page < 2);
      ids.push(...rows.map((row) => row.split(',')[0]?.replaceAll('"', '') ?? ''));
      after = `, after: "${file.endCursor}"`;
    }
    expect(ids).toEqual(events.map(({ data }) => data.reviewId));
    const { log: whole } = await log('format: CSV');
    const [names = '', first = ''] = csv(whole).map((line) => line.replaceAll('"', '').split(','));
    const valueOf = (name: string) => first[names.indexOf(name)];
    expect(valueOf('reviewedAt')).toBe(minutesAgo(5));
    // A new card had no memory: other programs take an empty value for that, and nothing else.
    expect(valueOf('stabilityBefore')).toBe('');
    expect(valueOf('stabilityAfter')).toBe('2.3');
  });

  it('comes as Parquet with the same rows', async () => {
    const { log: file } = await log('format: PARQUET');
    const bytes = Buffer.from(file.base64, 'base64');
    // The format begins and ends with this mark.
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
    const rows = await analytics.clickhouse.reader.query({
      query: `SELECT count() AS n, uniqExact(reviewId) AS ids, any(timeZone) AS zone
        FROM format(Parquet, base64Decode({file:String}))`,
      query_params: { file: file.base64 },
      format: 'JSONEachRow',
    });
    expect(await rows.json()).toEqual([{ n: 5, ids: 5, zone: 'UTC' }]);
  });

  it('is for the learner and for administrators, and refuses pages and cursors that are none', async () => {
    expect((await log('format: CSV', { userId: newId(), roles: ['ADMIN'] })).log.reviews).toBe(5);
    expect((await log('format: CSV', { userId: newId() })).log).toBeUndefined();
    const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const cursors = [
      'x',
      cursor(1.5, userId),
      cursor(-1, userId),
      cursor(1e300, userId),
      cursor(9e15, userId),
      cursor(1, 'x'),
    ];
    for (const args of ['first: 0', 'first: 20001', ...cursors.map((after) => `after: "${after}"`)].map(
      (some) => `format: CSV, ${some}`,
    ))
      expect((await log(args)).errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
