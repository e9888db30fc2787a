import type { RateLimit } from './cache.js';

/** Limits that have different points or windows never share a count, also while an old and a new version run together. */
export function rateLimitKey(limit: RateLimit, key: string): string {
  return `limit:${limit.name}:${limit.points}:${limit.windowMs}:${key}`;
}

export function checkRateLimit(limit: RateLimit, cost: number): void {
  const whole =
    Number.isSafeInteger(limit.points) && Number.isSafeInteger(limit.windowMs) && Number.isSafeInteger(cost);
  if (!whole || limit.points < 1 || limit.windowMs < 1 || cost < 0) {
    throw new RangeError(
      `The rate limit ${limit.name} wants whole numbers: points and windowMs above 0, cost not below 0.`,
    );
  }
}
