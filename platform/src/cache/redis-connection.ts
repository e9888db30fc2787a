import { Redis } from 'ioredis';
import { createLogger, type Logger } from '../log.js';

export interface RedisOptions {
  /** `redis://[user:password@]host:port[/database]`, or `rediss://`. */
  url: string;
  /** Before every key. Default: `ruzlet:`. */
  keyPrefix?: string;
  logger?: Logger;
}

/** Connection to a Redis server that may be away at any time. */
export interface RedisConnection {
  /** What `command` gives, or `fallback()` when Redis does not answer in time. */
  attempt: <T>(command: (redis: Redis) => Promise<T>, fallback: () => T | Promise<T>) => Promise<T>;
  ready: () => Promise<boolean>;
  close: () => Promise<void>;
}

// A request must not wait for its cache: that would take longer than doing without.
const commandTimeoutMs = 250;
const connectTimeoutMs = 2_000;
const reconnectMaxMs = 2_000;

/** Connects in the background and again whenever the connection is lost; says so once each time. */
export function connectRedis(options: RedisOptions): RedisConnection {
  const logger = options.logger ?? createLogger({ name: 'redis' });
  const redis = new Redis(options.url, {
    keyPrefix: options.keyPrefix ?? 'ruzlet:',
    commandTimeout: commandTimeoutMs,
    connectTimeout: connectTimeoutMs,
    // Commands fail at once while there is no connection, instead of waiting for one.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, reconnectMaxMs),
  });
  let away = false;
  const complain = (error: unknown): void => {
    if (away) return;
    away = true;
    logger.warn({ err: error }, 'Redis does not answer: going on without it');
  };
  redis.on('error', complain);
  redis.on('ready', () => {
    if (away) logger.info('Redis is back');
    away = false;
  });

  return {
    attempt: async (command, fallback) => {
      // Still connecting for the first time: that alone is nothing to complain about.
      if (redis.status !== 'ready') return fallback();
      try {
        return await command(redis);
      } catch (error) {
        complain(error);
        return fallback();
      }
    },
    ready: async () => {
      if (redis.status !== 'ready') return false;
      return redis.ping().then(
        () => true,
        () => false,
      );
    },
    close: async () => {
      // Politely, so that commands under way get their answers; there may be nobody to be polite to.
      if (redis.status === 'ready') await redis.quit().catch(() => undefined);
      redis.disconnect();
    },
  };
}
