import { randomUUID } from 'node:crypto';
import { waitFor } from '@ruzlet/testkit/wait';
import { describe, expect, it } from 'vitest';
import { createRedisCache } from '../src/cache/redis-cache.js';
import { createRedisRateLimiter } from '../src/cache/redis-rate-limiter.js';
import { describeCache } from '../test/cache/cache-contract.js';
import { describeRateLimiter } from '../test/cache/rate-limiter-contract.js';
import { redisConfig } from './config.js';

const url = redisConfig().RUZLET_TEST_REDIS_URL;
const keyPrefix = `test:${randomUUID()}:`;

describeCache('Redis', () => createRedisCache({ url, keyPrefix }));

describeRateLimiter(
  'Redis',
  () => createRedisRateLimiter({ url, keyPrefix }),
  async (limiter) => {
    // Until it is connected it counts by itself: a second limiter sees the points only when they are in Redis.
    const other = createRedisRateLimiter({ url, keyPrefix });
    const limit = { name: 'settle', points: 1_000_000, windowMs: 60_000 };
    await waitFor(async () => {
      const before = (await limiter.consume(limit, 'key')).remaining;
      return (await other.consume(limit, 'key')).remaining === before - 1 && before < limit.points - 2;
    });
    await other.close();
  },
);

describe('Redis drivers', () => {
  it('share between processes: two connections see one another', async () => {
    const [one, other] = [createRedisCache({ url, keyPrefix }), createRedisCache({ url, keyPrefix })];
    await waitFor(async () => (await one.ready()) && (await other.ready()));
    await one.set('shared', 'value', 60_000);
    expect(await other.get('shared')).toBe('value');
    await Promise.all([one.close(), other.close()]);
  });
});
