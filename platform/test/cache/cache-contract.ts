import { randomUUID } from 'node:crypto';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cache } from '../../src/cache/cache.js';

const longMs = 60_000;

/** What every cache driver promises. */
export function describeCache(driver: string, open: () => Cache): void {
  describe(`cache: ${driver}`, () => {
    let cache: Cache;
    let key: string;

    beforeAll(async () => {
      cache = open();
      await waitFor(() => cache.ready(), { what: 'the cache to be ready' });
    });

    beforeEach(() => {
      key = randomUUID();
    });

    afterAll(async () => {
      await cache.close();
    });

    it('gives back exactly what was set, and undefined for what was not', async () => {
      for (const value of ['', 'слово\0\n"', 'x'.repeat(100_000)]) {
        await cache.set(key, value, longMs);
        expect(await cache.get(key)).toBe(value);
      }
      expect(await cache.get(`${key}:other`)).toBeUndefined();
    });

    it('forgets when the time is over', async () => {
      await cache.set(key, 'brief', 20);
      await waitFor(async () => (await cache.get(key)) === undefined, { what: 'the value to expire' });
      await cache.set(key, 'longer', longMs);
      await cache.set(key, 'none', 0);
      expect(await cache.get(key)).toBeUndefined();
    });

    it('takes lifetimes with fractions of a millisecond', async () => {
      await cache.set(key, 'kept', longMs + 0.5);
      expect(await cache.get(key)).toBe('kept');
    });

    it('lets exactly one of many set what is absent', async () => {
      const values = Array.from({ length: 20 }, (_, index) => String(index));
      const outcomes = await Promise.all(values.map((value) => cache.setIfAbsent(key, value, longMs)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await cache.get(key)).toBe(values[outcomes.indexOf(true)]);
    });

    it('lets an absent key be set again after it expired or was deleted', async () => {
      expect(await cache.setIfAbsent(key, 'first', 20)).toBe(true);
      await waitFor(() => cache.setIfAbsent(key, 'second', longMs), { what: 'the first value to expire' });
      await cache.delete(key);
      expect(await cache.setIfAbsent(key, 'third', longMs)).toBe(true);
      expect(await cache.get(key)).toBe('third');
    });

    it('deletes many keys at once, absent ones too, and none', async () => {
      const keys = [`${key}:1`, `${key}:2`];
      for (const each of keys) await cache.set(each, 'x', longMs);
      await cache.delete(...keys, `${key}:absent`);
      await cache.delete();
      for (const each of keys) expect(await cache.get(each)).toBeUndefined();
    });
  });
}
