import { backOffMs, pause } from '@ruzlet/platform/bus/back-off';
import { splitByBytes } from '@ruzlet/platform/bus/kafka-producer';
import { createWakeUp } from '../src/outbox/wake-up.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('back-off', () => {
  it('stays between half of its ceiling and the whole, and the ceiling doubles up to the maximum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, chance) => {
          const ms = backOffMs(attempt, { firstMs: 100, maxMs: 5_000, random: () => chance });
          const ceiling = Math.min(5_000, 100 * 2 ** (attempt - 1));
          expect(ms).toBeGreaterThanOrEqual(ceiling / 2);
          expect(ms).toBeLessThanOrEqual(ceiling);
        },
      ),
    );
  });

  it('ends a pause when the signal aborts, also when it had aborted before', async () => {
    const stop = new AbortController();
    const paused = pause(3_600_000, stop.signal);
    stop.abort();
    await paused;
    await pause(3_600_000, stop.signal);
  });
});

describe('a wake-up', () => {
  const awake = new AbortController().signal;

  it('keeps a ring that nobody heard for the next sleep, and only for that', async () => {
    const bell = createWakeUp();
    bell.ring();
    bell.ring();
    await bell.sleep(3_600_000, awake);
    const stop = new AbortController();
    let slept = true;
    const sleeping = bell.sleep(3_600_000, stop.signal).then(() => (slept = false));
    await new Promise((resolve) => setImmediate(resolve));
    expect(slept).toBe(true);
    stop.abort();
    await sleeping;
  });

  it('ends a sleep at the ring', async () => {
    const bell = createWakeUp();
    const sleeping = bell.sleep(3_600_000, awake);
    bell.ring();
    await sleeping;
  });
});

describe('requests of the Kafka producer', () => {
  it('stay below the size that a broker takes, and keep all messages in order', () => {
    const message = fc.record({
      topic: fc.constant('t'),
      key: fc.string({ maxLength: 5 }),
      value: fc.string({ maxLength: 2_000 }),
    });
    fc.assert(
      fc.property(fc.array(message), (messages) => {
        const parts = splitByBytes(messages, 3_000);
        expect(parts.flat()).toEqual(messages);
        for (const part of parts) {
          const bytes = part.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value), 0);
          expect(part.length === 1 || bytes <= 3_000).toBe(true);
        }
      }),
    );
  });
});
