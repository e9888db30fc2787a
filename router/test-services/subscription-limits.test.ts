import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { createRedisLeases } from '@ruzlet/platform/cache/redis-leases';
import { overEventStream, type Received } from '@ruzlet/testkit/live';
import { waitFor } from '@ruzlet/testkit/wait';
import { openLiveWorld } from '../test/live-world.js';
import { redisUrl } from './config.js';

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

it('subscriptions of a user are as many as may be in all routers that share Redis, and more when some end', async () => {
  const keyPrefix = `test:${randomUUID()}:`;
  const open = async () => {
    const leases = createRedisLeases({ url: redisUrl(), keyPrefix });
    const world = await openLiveWorld({ leases, subscriptions: { perUserMax: 3 } });
    ends.push(
      () => leases.close(),
      () => world.close(),
    );
    return { leases, world };
  };
  const [one, other] = [await open(), await open()];
  // Until they are connected, each counts by itself.
  await waitFor(async () => {
    const limit = { name: 'settle', max: 1 };
    const key = randomUUID();
    return (await one.leases.take(limit, key)) && !(await other.leases.take(limit, key));
  });

  const subscribe = async ({ world }: typeof one): Promise<Received> => {
    const query = 'subscription { told(topic: "rivers") { text } }';
    const stream = await overEventStream(world.url, query, {}, 'ann');
    ends.push(() => {
      stream.stop();
      return Promise.resolve();
    });
    return stream;
  };
  const watchers = () => one.world.feed.watchers() + other.world.feed.watchers();
  const first = await subscribe(one);
  await subscribe(other);
  await subscribe(one);
  await waitFor(() => watchers() === 3, { what: 'three subscriptions' });
  for (const router of [one, other]) {
    const refused = await subscribe(router);
    await waitFor(() => refused.ended, { what: 'the refusal' });
    expect(refused.messages[0]?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  }
  first.stop();
  await waitFor(() => watchers() === 2, { what: 'the end of one' });
  // The word that it was given back may come after that.
  await waitFor(
    async () => {
      const again = await subscribe(other);
      return waitFor(() => again.ended !== undefined || watchers() === 3).then(() => watchers() === 3);
    },
    { what: 'the room' },
  );
});
