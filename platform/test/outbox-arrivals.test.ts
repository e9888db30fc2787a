import { createArrivals } from '@ruzlet/platform/outbox/arrivals';
import { describe, expect, it } from 'vitest';

describe('arrivals', () => {
  it('wakes all who wait at the next commit', async () => {
    const arrivals = createArrivals();
    const waiting = Promise.all([arrivals.wait(3_600_000), arrivals.wait(3_600_000)]);
    arrivals.notify();
    await waiting;
  });

  it('ends a wait in which nothing arrives', async () => {
    await createArrivals().wait(1);
  });

  it('looks again after each commit until it finds something', async () => {
    const arrivals = createArrivals();
    let looks = 0;
    const found = arrivals.lookAgain(() => {
      looks += 1;
      // Commits in the middle of the look: the next look must not wait for another one.
      arrivals.notify();
      return Promise.resolve(looks === 3 ? 'found' : undefined);
    }, 3_600_000);
    expect(await found).toBe('found');
  });

  it('looks once more at the deadline, for what another process committed', async () => {
    let looks = 0;
    const found = await createArrivals().lookAgain(() => {
      looks += 1;
      return Promise.resolve(looks === 2 ? 'found' : undefined);
    }, 5);
    expect(found).toBe('found');
  });

  it('gives up after the deadline', async () => {
    const found = await createArrivals().lookAgain<string>(() => Promise.resolve(undefined), 5);
    expect(found).toBeUndefined();
  });
});
