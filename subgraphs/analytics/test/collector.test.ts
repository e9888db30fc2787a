import { encodeEvent } from '@ruzlet/contracts/codec';
import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '@ruzlet/testkit/wait';
import { registered, reviewed } from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

describe('the collector', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await openAnalytics();
  });
  afterAll(() => analytics.close());

  /** Tokens expire by the test's clock. */
  const adminToken = () => analytics.tokenFor({ userId: newId(), roles: ['ADMIN'] });
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const review = (userId: string, at = minutesAgo(3)) =>
    reviewed({ userId, deckId: newId(), cardId: newId(), rating: 3, reviewedAt: at.toISOString() });

  async function reviewsOf(userId: string): Promise<number> {
    const { data } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { learning { reviews } } } }`,
      { of: [{ __typename: 'User', id: userId }] },
      await adminToken(),
    );
    return data._entities[0].learning.reviews;
  }

  async function deadLetters(topic: string) {
    const { data, errors } = await analytics.query(
      `query ($topic: String) { deadLetters(topic: $topic, first: 100) { edges { cursor node {
        id topic key value error group position times replayedAt } } pageInfo { hasNextPage } } }`,
      { topic },
      await adminToken(),
    );
    expect(errors).toEqual([]);
    return data.deadLetters.edges.map(({ node }: { node: object }) => node);
  }

  it('acknowledges only what ClickHouse has', async () => {
    const userId = newId();
    analytics.insertFaults.push('BEFORE', 'BEFORE', 'BEFORE');
    await analytics.publish(review(userId));
    expect(analytics.insertFaults).toHaveLength(0);
    expect(await reviewsOf(userId)).toBe(1);
  });

  it('counts a batch once that was inserted but not acknowledged', async () => {
    const userId = newId();
    analytics.insertFaults.push('AFTER', 'HALF', 'AFTER');
    await analytics.publish(...Array.from({ length: 10 }, () => review(userId)));
    expect(await reviewsOf(userId)).toBe(10);
  });

  it('puts aside what it cannot take, with the reason, and goes on with the rest of the batch', async () => {
    const userId = newId();
    const good = encodeEvent(review(userId));
    const unknown = good.value.replace('card.reviewed.v1', 'card.reviewed.v9');
    const future = encodeEvent(review(userId, new Date(now.getTime() + 3 * 86_400_000))).value;
    const bad = ['not JSON \0', '{}', unknown, future];
    await analytics.bus.publish([
      ...bad.map((value) => ({ topic: 'learning.events', key: userId, value })),
      { topic: 'learning.events', key: userId, value: good.value },
    ]);
    expect(await reviewsOf(userId)).toBe(1);
    const letters: { value: string; error: string; group: string; position: string }[] =
      await deadLetters('learning.events');
    expect(letters.map(({ value }) => value).sort()).toEqual([...bad].sort());
    const errorOf = (value: string) => letters.find((letter) => letter.value === value)?.error;
    expect(errorOf('not JSON \0')).toContain('NOT_JSON');
    expect(errorOf('{}')).toContain('BAD_ENVELOPE');
    expect(errorOf(unknown)).toContain('UNKNOWN_VERSION');
    expect(errorOf(future)).toContain('in the future');
    expect(letters.every(({ group, position }) => group === 'analytics-collector' && /^\d+:\d+$/.test(position))).toBe(
      true,
    );
  });

  it('sends dead letters again when asked, and keeps those waiting that come back', async () => {
    const userId = newId();
    const later = review(userId, new Date(now.getTime() + 3 * 86_400_000));
    const { topic, key, value } = encodeEvent(later);
    await analytics.bus.publish([
      { topic, key, value },
      { topic: 'course.events', key, value: 'broken' },
    ]);
    expect(await reviewsOf(userId)).toBe(0);

    const replay = async (of: string) =>
      (
        await analytics.query(
          `mutation ($topic: String!) { replayDeadLetters(topic: $topic) { topic replayed remaining } }`,
          { topic: of },
          await adminToken(),
        )
      ).data.replayDeadLetters;
    const status = async () =>
      (await analytics.query('query { collectorStatus { topics { topic deadLetters } } }', {}, await adminToken())).data
        .collectorStatus.topics;

    // Both the collector and the copies have put the broken one aside: two groups, two letters.
    expect(await replay('course.events')).toEqual({ topic: 'course.events', replayed: 2, remaining: 2 });
    expect(await deadLetters('course.events')).toMatchObject([{ times: 2 }, { times: 2 }]);
    expect(await status()).toContainEqual({ topic: 'course.events', deadLetters: 2 });

    analytics.clock.advance(3 * 86_400_000);
    const report = await replay('learning.events');
    analytics.clock.set(now);
    expect(report.replayed).toBeGreaterThanOrEqual(1);
    expect(await reviewsOf(userId)).toBe(1);
    const letters: { value: string; replayedAt: string | null }[] = await deadLetters('learning.events');
    expect(letters.find((letter) => letter.value === value)?.replayedAt).not.toBeNull();
  });

  it('tells administrators how it keeps up', async () => {
    analytics.clock.set(new Date('2026-03-20T10:00:00Z'));
    const at = new Date('2026-03-20T09:59:58Z');
    const events = [registered(newId(), at), registered(newId(), at)];
    await analytics.publish(...events, ...events);
    const { data, errors } = await analytics.query(
      'query { collectorStatus { topics { topic eventsLastHour eventsPerSecond lagMs lastReceivedAt } } }',
      {},
      await adminToken(),
    );
    analytics.clock.set(now);
    expect(errors).toEqual([]);
    expect(data.collectorStatus.topics).toContainEqual({
      topic: 'user.events',
      eventsLastHour: 2,
      eventsPerSecond: 2 / 60,
      lagMs: 2_000,
      lastReceivedAt: '2026-03-20T10:00:00.000Z',
    });
    expect(data.collectorStatus.topics).toContainEqual(
      expect.objectContaining({ topic: 'content.events', eventsLastHour: 0, lagMs: null }),
    );
  });

  it('holds back no event until a batch is full', async () => {
    const userId = newId();
    const published = analytics.publish(review(userId));
    await waitFor(async () => (await reviewsOf(userId)) === 1, { what: 'the review' });
    await published;
  });
});
