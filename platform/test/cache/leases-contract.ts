import { randomUUID } from 'node:crypto';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Leases } from '../../src/cache/cache.js';

const limit = { name: 'test', max: 3 };

/** What leases promise, whoever counts them. `open` gives some that have reached their server. */
export function describeLeases(driver: string, open: () => Promise<Leases>): void {
  describe(`leases: ${driver}`, () => {
    let leases: Leases;
    let key: string;

    beforeAll(async () => {
      leases = await open();
    });
    beforeEach(() => {
      key = randomUUID();
    });
    afterAll(() => leases.close());

    const take = async () => (await leases.take(limit, key)) !== undefined;

    it('are as many as may be, and one more when one is given back', async () => {
      const first = await leases.take(limit, key);
      expect([await take(), await take(), await take()]).toEqual([true, true, false]);
      first?.();
      await waitFor(take, { what: 'the room' });
      expect(await take()).toBe(false);
    });

    it('are given back once, however often that is said', async () => {
      const first = await leases.take(limit, key);
      expect([await take(), await take()]).toEqual([true, true]);
      for (let times = 0; times < 3; times += 1) first?.();
      await waitFor(take, { what: 'the room' });
      expect(await take()).toBe(false);
    });

    it('are no more when all are asked for at the same moment', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => leases.take(limit, key)));
      expect(all.filter((lease) => lease !== undefined)).toHaveLength(3);
    });

    it('of one key and of one kind say nothing of another', async () => {
      for (let count = 0; count < 3; count += 1) await take();
      expect(await leases.take(limit, randomUUID())).toBeDefined();
      expect(await leases.take({ name: 'other', max: 1 }, key)).toBeDefined();
      expect(await take()).toBe(false);
    });

    it('refuse a limit that is none', async () => {
      await expect((async () => leases.take({ name: 'test', max: 0 }, key))()).rejects.toThrow(RangeError);
    });
  });
}
