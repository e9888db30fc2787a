import { z } from 'zod';
import type { RateLimiter } from './cache.js';
import { createMemoryRateLimiter } from './memory-rate-limiter.js';
import { checkRateLimit, rateLimitKey } from './rate-limit.js';
import { connectRedis, type RedisOptions } from './redis-connection.js';

// Looks and takes in one step on the server, so that no two processes take the same point.
// KEYS[1] window; ARGV cost, points, window in ms. Returns allowed (1 or 0), points left, ms until the window ends.
const takePoints = `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local cost, points = tonumber(ARGV[1]), tonumber(ARGV[2])
if used + cost > points then
  local ttl = redis.call('PTTL', KEYS[1])
  if ttl < 0 then ttl = tonumber(ARGV[3]) end
  return {0, math.max(points - used, 0), ttl}
end
if cost > 0 then
  redis.call('INCRBY', KEYS[1], cost)
  if used == 0 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
end
return {1, points - used - cost, 0}`;

const taken = z.tuple([z.number(), z.number(), z.number()]);

/** Rate limits that processes share. While Redis is away each process counts for itself. */
export function createRedisRateLimiter(options: RedisOptions): RateLimiter {
  const connection = connectRedis(options);
  const insurance = createMemoryRateLimiter();
  return {
    consume: async (limit, key, cost = 1) => {
      checkRateLimit(limit, cost);
      return connection.attempt(
        async (redis) => {
          const answer = await redis.eval(takePoints, 1, rateLimitKey(limit, key), cost, limit.points, limit.windowMs);
          const [allowed, remaining, retryAfterMs] = taken.parse(answer);
          return { allowed: allowed === 1, remaining, retryAfterMs };
        },
        () => insurance.consume(limit, key, cost),
      );
    },
    close: async () => {
      await connection.close();
      await insurance.close();
    },
  };
}
