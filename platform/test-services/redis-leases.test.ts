import { randomUUID } from 'node:crypto';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, describe, expect, it } from 'vitest';
import type { Leases } from '../src/cache/cache.js';
import { createRedisLeases } from '../src/cache/redis-leases.js';
import { describeLeases } from '../test/cache/leases-contract.js';
import { redisConfig } from './config.js';

const url = redisConfig().RUZLET_TEST_REDIS_URL;
const keyPrefix = `test:${randomUUID()}:`;
const opened: Leases[] = [];
afterAll(() => Promise.all(opened.map((leases) => leases.close())));

/** Connected: before that, each counts by itself. */
async function open(...[options]: [Partial<Parameters<typeof createRedisLeases>[0]>?]): Promise<Leases> {
  const leases = createRedisLeases({ url, keyPrefix, ...options });
  opened.push(leases);
  const other = createRedisLeases({ url, keyPrefix });
  await waitFor(async () => {
    const limit = { name: 'settle', max: 1 };
    const key = randomUUID();
    const [first, second] = [await leases.take(limit, key), await other.take(limit, key)];
    first?.();
    second?.();
    return second === undefined;
  });
  await other.close();
  return leases;
}

describeLeases('Redis', open);

describe('leases in Redis', () => {
  const limit = { name: 'shared', max: 2 };

  it('are one count for two processes', async () => {
    const [one, other] = [await open(), await open()];
    const key = randomUUID();
    const first = await one.take(limit, key);
    expect(await other.take(limit, key)).toBeTypeOf('function');
    expect([await one.take(limit, key), await other.take(limit, key)]).toEqual([undefined, undefined]);
    first?.();
    await waitFor(async () => (await other.take(limit, key)) !== undefined, { what: 'the room' });
    expect(await one.take(limit, key)).toBeUndefined();
  });

  it('end when their process does not renew them any more, and only then', async () => {
    // One that never renews is as one that was killed.
    const [killed, alive] = [
      await open({ leaseMs: 3_000, renewMs: 3_600_000 }),
      await open({ leaseMs: 3_000, renewMs: 100 }),
    ];
    const key = randomUUID();
    expect(await alive.take(limit, key)).toBeTypeOf('function');
    expect(await killed.take(limit, key)).toBeTypeOf('function');
    const third = await open();
    expect(await third.take(limit, key)).toBeUndefined();
    await waitFor(async () => (await third.take(limit, key)) !== undefined, { what: 'the end of the lease' });
    // The one that is renewed is older, and stands.
    expect(await third.take(limit, key)).toBeUndefined();
  });

  it('are given back when their process ends in good order', async () => {
    const [one, other] = [await open(), await open()];
    const key = randomUUID();
    for (let count = 0; count < 2; count += 1) await one.take(limit, key);
    expect(await other.take(limit, key)).toBeUndefined();
    await one.close();
    expect(await other.take(limit, key)).toBeTypeOf('function');
  });
});
