import { LRUCache } from 'lru-cache';
import { systemClock, type Clock } from '../clock.js';
import type { RateLimiter } from './cache.js';
import { checkRateLimit, rateLimitKey } from './rate-limit.js';

/** Windows that are kept (count); beyond that the least recently used keys start anew. */
export const memoryRateLimitKeysMax = 100_000;

interface Window {
  used: number;
  endsAtMs: number;
}

/** Rate limits of this process alone. */
export function createMemoryRateLimiter(options: { clock?: Clock; keysMax?: number } = {}): RateLimiter {
  const clock = options.clock ?? systemClock;
  const windows = new LRUCache<string, Window>({ max: options.keysMax ?? memoryRateLimitKeysMax });
  return {
    consume: (limit, key, cost = 1) => {
      checkRateLimit(limit, cost);
      const id = rateLimitKey(limit, key);
      const now = clock.now().getTime();
      const kept = windows.get(id);
      const open = kept !== undefined && kept.endsAtMs > now ? kept : { used: 0, endsAtMs: now + limit.windowMs };
      if (open.used + cost > limit.points) {
        const remaining = Math.max(limit.points - open.used, 0);
        return Promise.resolve({ allowed: false, remaining, retryAfterMs: open.endsAtMs - now });
      }
      open.used += cost;
      if (open.used > 0) windows.set(id, open);
      return Promise.resolve({ allowed: true, remaining: limit.points - open.used, retryAfterMs: 0 });
    },
    close: () => {
      windows.clear();
      return Promise.resolve();
    },
  };
}
