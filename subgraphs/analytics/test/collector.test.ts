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

  describe('given bad input, goes on with the rest: it', () => {
    const encoded = (at = minutesAgo(3)) => encodeEvent(review(newId(), at)).value;
    const changed = (change: (event: { type: string; data: Record<string, unknown> }) => void) => {
      const event = JSON.parse(encoded());
      change(event);
      return JSON.stringify(event);
    };
    it.each<[string, () => string, string]>([
      ['text that is not JSON', () => 'neither JSON \0 nor text', 'NOT_JSON'],
      ['JSON that is no event', () => '[1, 2]', 'BAD_ENVELOPE'],
      ['an unknown type', () => encoded().replaceAll('card.reviewed.v1', 'card.eaten.v1'), 'UNKNOWN_TYPE'],
      ['an unknown version', () => encoded().replaceAll('card.reviewed.v1', 'card.reviewed.v77'), 'UNKNOWN_VERSION'],
      ['data that does not fit', () => changed(({ data }) => (data.rating = 9)), 'BAD_DATA'],
      ['an event from the future', () => encoded(minutesAgo(-3 * 24 * 60)), 'in the future'],
      [
        'an event from before there was anything',
        () => encoded(new Date('1985-01-01T10:00:00Z')),
        'before the year 2000',
      ],
      [
        'a day that is not the day of the moment',
        () => changed(({ data }) => (data.localDay = '2024-01-01')),
        'localDay',
      ],
      ['an event that is too large', () => changed(({ data }) => (data.padding = 'x'.repeat(900_000))), 'TOO_LARGE'],
    ])('puts aside %s', async (_, bad, reason) => {
      const userId = newId();
      const [value, key] = [bad(), newId()];
      await analytics.bus.publish([
        { topic: 'learning.events', key, value },
        { topic: 'learning.events', key, value: encodeEvent(review(userId)).value },
      ]);
      expect(await reviewsOf(userId)).toBe(1);
      const letters: { key: string; value: string; error: string }[] = await deadLetters('learning.events');
      const letter = letters.find((candidate) => candidate.key === key);
      expect(letter?.error).toContain(reason);
      expect(letter?.value).toBe(value.slice(0, 10_000));
    });

    it('takes half characters, which JSON can hold and ClickHouse cannot', async () => {
      const [userId, key] = [newId(), newId()];
      const half = changed((event) => {
        Object.assign(event, { subject: 'half \ud800', partitionkey: 'half \ud800' });
        Object.assign(event.data, { userId, timeZone: 'half \ud83d of it' });
      });
      await analytics.bus.publish([
        { topic: 'learning.events', key, value: half },
        { topic: 'learning.events', key, value: encodeEvent(review(userId)).value },
      ]);
      expect(await reviewsOf(userId)).toBe(2);
    });

    it('keeps what an unknown user does, and counts it once the user is known', async () => {
      const userId = newId();
      await analytics.publish(review(userId));
      expect(await reviewsOf(userId)).toBe(1);
      await analytics.publish(registered(userId, minutesAgo(1)));
      expect(await reviewsOf(userId)).toBe(1);
    });
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
