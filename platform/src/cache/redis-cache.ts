import type { Cache } from './cache.js';
import { connectRedis, type RedisOptions } from './redis-connection.js';

/**
 * A cache that processes share. While Redis is away every read is a miss and every write is forgotten, at a cost of
 * milliseconds, with one warning in the log.
 */
export function createRedisCache(options: RedisOptions): Cache {
  const { attempt, ready, close } = connectRedis(options);
  return {
    get: async (key) =>
      (await attempt(
        (redis) => redis.get(key),
        () => null,
      )) ?? undefined,
    set: async (key, value, ttlMs) => {
      await attempt<unknown>(
        (redis) => (ttlMs > 0 ? redis.set(key, value, 'PX', Math.ceil(ttlMs)) : redis.del(key)),
        () => undefined,
      );
    },
    setIfAbsent: async (key, value, ttlMs) => {
      return attempt(
        async (redis) => {
          // A lifetime of nothing sets nothing, but still tells whether the key was there.
          if (!(ttlMs > 0)) return (await redis.exists(key)) === 0;
          return (await redis.set(key, value, 'PX', Math.ceil(ttlMs), 'NX')) === 'OK';
        },
        () => true,
      );
    },
    delete: async (...keys) => {
      if (keys.length === 0) return;
      await attempt(
        (redis) => redis.del(...keys),
        () => 0,
      );
    },
    ready,
    close,
  };
}
