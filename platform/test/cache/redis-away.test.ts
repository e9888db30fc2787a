import { createServer, type Server } from 'node:net';
import { waitFor } from '@ruzlet/testkit/wait';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRedisCache } from '../../src/cache/redis-cache.js';
import { createRedisRateLimiter } from '../../src/cache/redis-rate-limiter.js';

/** A server that accepts connections as Redis does and then never says anything again. */
async function listenSilently(): Promise<{ server: Server; url: string }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      // The answer to the client's first question, INFO: it may start sending.
      socket.write('$20\r\nredis_version:7.0.0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `redis://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}` };
}

describe('Redis drivers while Redis is away', () => {
  let lines: string[];
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const warnings = (): string[] => lines.filter((line) => line.includes('Redis does not answer'));

  beforeEach(() => {
    lines = [];
  });

  describe('because nobody listens', () => {
    let url: string;

    beforeEach(async () => {
      const { server, url: once } = await listenSilently();
      await new Promise((resolve) => server.close(resolve));
      url = once;
    });

    it('reads as a miss within milliseconds, with one warning', async () => {
      const cache = createRedisCache({ url, logger });
      await waitFor(() => warnings().length > 0, { what: 'the warning' });
      const startedAt = performance.now();
      for (let round = 0; round < 20; round += 1) {
        await cache.set('key', 'value', 1_000);
        expect(await cache.get('key')).toBeUndefined();
        expect(await cache.setIfAbsent('key', 'value', 1_000)).toBe(true);
        await cache.delete('key');
      }
      expect(performance.now() - startedAt).toBeLessThan(500);
      expect(await cache.ready()).toBe(false);
      expect(warnings()).toHaveLength(1);
      await cache.close();
    });

    it('limits all the same, each process for itself', async () => {
      const limiter = createRedisRateLimiter({ url, logger });
      const limit = { name: 'login', points: 2, windowMs: 60_000 };
      const verdicts = [
        await limiter.consume(limit, 'key'),
        await limiter.consume(limit, 'key'),
        await limiter.consume(limit, 'key'),
      ];
      expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
      await limiter.close();
    });
  });

  describe('because it hangs', () => {
    let silent: { server: Server; url: string };

    beforeEach(async () => {
      silent = await listenSilently();
    });

    afterEach(() => {
      silent.server.close();
    });

    it('stops waiting for an answer and warns once', async () => {
      const cache = createRedisCache({ url: silent.url, logger });
      const ask = async (): Promise<boolean> => {
        expect(await cache.get('key')).toBeUndefined();
        return warnings().length > 0;
      };
      await waitFor(ask, { what: 'a command to time out' });
      await ask();
      expect(warnings()).toHaveLength(1);
      await cache.close();
    });
  });
});
