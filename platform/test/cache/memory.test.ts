import { testClock } from '@ruzlet/testkit/clock';
import { describe, expect, it } from 'vitest';
import { createMemoryCache } from '../../src/cache/memory-cache.js';
import { createMemoryLeases } from '../../src/cache/memory-leases.js';
import { createMemoryRateLimiter } from '../../src/cache/memory-rate-limiter.js';
import { describeCache } from './cache-contract.js';
import { describeLeases } from './leases-contract.js';
import { describeRateLimiter } from './rate-limiter-contract.js';

describeCache('memory', createMemoryCache);
describeRateLimiter('memory', createMemoryRateLimiter);
describeLeases('memory', () => Promise.resolve(createMemoryLeases()));

describe('memory cache', () => {
  it('stays below its bounds and drops the least recently used first', async () => {
    const cache = createMemoryCache({ entriesMax: 3, charactersMax: 100 });
    for (const key of ['a', 'b', 'c']) await cache.set(key, key, 1_000);
    await cache.get('a');
    await cache.set('d', 'd', 1_000);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => cache.get(key)))).toEqual(['a', undefined, 'c', 'd']);
    await cache.set('long', 'x'.repeat(90), 1_000);
    expect(await cache.get('a')).toBeUndefined();
    await cache.set('too long', 'x'.repeat(200), 1_000);
    expect(await cache.get('too long')).toBeUndefined();
  });

  it('goes by the clock it is given', async () => {
    const clock = testClock();
    const cache = createMemoryCache({ clock });
    await cache.set('key', 'value', 1_000);
    clock.advance(999);
    expect(await cache.get('key')).toBe('value');
    clock.advance(2);
    expect(await cache.get('key')).toBeUndefined();
  });
});

describe('memory rate limiter', () => {
  it('tells the exact time until the window ends', async () => {
    const clock = testClock();
    const limiter = createMemoryRateLimiter({ clock });
    const limit = { name: 'login', points: 1, windowMs: 10_000 };
    await limiter.consume(limit, 'key');
    clock.advance(4_000);
    expect(await limiter.consume(limit, 'key')).toEqual({ allowed: false, remaining: 0, retryAfterMs: 6_000 });
    clock.advance(6_000);
    expect(await limiter.consume(limit, 'key')).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });
});
