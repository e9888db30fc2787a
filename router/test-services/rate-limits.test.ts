import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import { createRedisRateLimiter } from '@ruzlet/platform/cache/redis-rate-limiter';
import { waitFor } from '@ruzlet/testkit/wait';
import { describeRouterRateLimits } from '../test/rate-limits-contract.js';
import { redisUrl } from './config.js';

const open: RateLimiter[] = [];
afterAll(() => Promise.all(open.map((limiter) => limiter.close())));

/** Two connections that take turns: what one counts, the other must know. */
async function limiterOfTwoConnections(): Promise<RateLimiter> {
  const keyPrefix = `test:${randomUUID()}:`;
  const both = [
    createRedisRateLimiter({ url: redisUrl(), keyPrefix }),
    createRedisRateLimiter({ url: redisUrl(), keyPrefix }),
  ];
  open.push(...both);
  // Until it is connected, each counts by itself.
  const settle = { name: 'settle', points: 1_000_000, windowMs: 60_000 };
  await waitFor(async () => {
    const left = await Promise.all(both.map(async (limiter) => (await limiter.consume(settle, 'key')).remaining));
    return Math.abs((left[0] ?? 0) - (left[1] ?? 0)) === 1;
  });
  let turn = 0;
  return {
    consume: (limit, key, cost) => {
      turn += 1;
      const limiter = both[turn % 2];
      if (!limiter) throw new Error('There is no such connection.');
      return limiter.consume(limit, key, cost);
    },
    close: () => Promise.resolve(),
  };
}

describeRouterRateLimits('Redis', limiterOfTwoConnections);
