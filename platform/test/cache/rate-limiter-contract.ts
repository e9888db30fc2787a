import { randomUUID } from 'node:crypto';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RateLimiter } from '../../src/cache/cache.js';

const limit = { name: 'test', points: 3, windowMs: 60_000 };

/** What every rate limiter promises. `settle` waits until the driver has reached its server. */
export function describeRateLimiter(
  driver: string,
  open: () => RateLimiter,
  settle: (limiter: RateLimiter) => Promise<void> = () => Promise.resolve(),
): void {
  describe(`rate limiter: ${driver}`, () => {
    let limiter: RateLimiter;
    let key: string;

    beforeAll(async () => {
      limiter = open();
      await settle(limiter);
    });

    beforeEach(() => {
      key = randomUUID();
    });

    afterAll(async () => {
      await limiter.close();
    });

    it('allows so many points per window and says when to come again', async () => {
      for (const remaining of [2, 1, 0]) {
        expect(await limiter.consume(limit, key)).toEqual({ allowed: true, remaining, retryAfterMs: 0 });
      }
      const refused = await limiter.consume(limit, key);
      expect(refused).toMatchObject({ allowed: false, remaining: 0 });
      expect(refused.retryAfterMs).toBeGreaterThan(limit.windowMs / 2);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(limit.windowMs);
    });

    it('never gives out more points than there are, however many ask at once', async () => {
      const verdicts = await Promise.all(Array.from({ length: 30 }, () => limiter.consume(limit, key)));
      expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(3);
    });

    it('keeps keys and limits apart', async () => {
      await limiter.consume(limit, key, 3);
      expect(await limiter.consume(limit, `${key}:other`)).toMatchObject({ allowed: true, remaining: 2 });
      expect(await limiter.consume({ ...limit, name: 'other' }, key)).toMatchObject({ allowed: true, remaining: 2 });
      expect(await limiter.consume({ ...limit, points: 5 }, key)).toMatchObject({ allowed: true, remaining: 4 });
    });

    it('takes nothing when it refuses, and nothing at cost 0', async () => {
      expect(await limiter.consume(limit, key, 0)).toEqual({ allowed: true, remaining: 3, retryAfterMs: 0 });
      await limiter.consume(limit, key, 2);
      expect(await limiter.consume(limit, key, 2)).toMatchObject({ allowed: false, remaining: 1 });
      expect(await limiter.consume(limit, key)).toMatchObject({ allowed: true, remaining: 0 });
      expect(await limiter.consume(limit, key, 4)).toMatchObject({ allowed: false, remaining: 0 });
    });

    it('opens a new window when the old one has ended', async () => {
      const brief = { ...limit, windowMs: 40 };
      await limiter.consume(brief, key, 3);
      const verdict = await waitFor(async () => {
        const again = await limiter.consume(brief, key);
        return again.allowed && again;
      });
      expect(verdict.remaining).toBe(2);
    });

    it.each([
      { ...limit, points: 0 },
      { ...limit, points: 1.5 },
      { ...limit, windowMs: 0 },
    ])('refuses a limit that makes no sense: %o', async (wrong) => {
      await expect(async () => limiter.consume(wrong, key)).rejects.toThrow(RangeError);
    });
  });
}
