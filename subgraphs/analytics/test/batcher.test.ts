import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBatcher } from '../src/collect/batcher.js';

const limits = {
  collectBatchRowsMax: 4,
  collectBatchBytesMax: 100,
  collectBatchWaitMs: 5,
  collectRestFactor: 0,
  collectRestMsMax: 0,
};

/** A batcher over an insert that the test finishes itself. */
function open(overrides: Partial<typeof limits> = {}) {
  const inserts: { rows: string[]; finish: (error?: Error) => void }[] = [];
  const batcher = createBatcher<string>(
    (rows) =>
      new Promise((resolve, reject) => {
        inserts.push({
          rows,
          finish: (error) => {
            if (error) reject(error);
            else resolve();
          },
        });
      }),
    (row) => row.length,
    { ...limits, ...overrides },
  );
  const next = async (index: number) => {
    while (inserts.length <= index) await new Promise((resolve) => setImmediate(resolve));
    const insert = inserts[index];
    if (!insert) throw new Error('unreachable');
    return insert;
  };
  return { batcher, inserts, next };
}

describe('the batcher', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gathers rows that come within the wait into one insert', async () => {
    const { batcher, next } = open();
    const added = Promise.all([batcher.add(['a']), batcher.add(['b', 'c'])]);
    const insert = await next(0);
    expect(insert.rows).toEqual(['a', 'b', 'c']);
    insert.finish();
    await added;
  });

  it('does not wait when a batch is full, and bounds rows', async () => {
    const { batcher, next } = open({ collectBatchWaitMs: 60_000 });
    const added = batcher.add(['a', 'b', 'c', 'd', 'e']);
    const first = await next(0);
    expect(first.rows).toEqual(['a', 'b', 'c', 'd']);
    first.finish();
    const second = await next(1);
    expect(second.rows).toEqual(['e']);
    second.finish();
    await added;
  });

  it('bounds bytes, and sends a row alone that is larger', async () => {
    const { batcher, next } = open({ collectBatchWaitMs: 60_000 });
    const [small, large] = ['s'.repeat(60), 'l'.repeat(500)];
    const added = batcher.add([small, small, large]);
    for (const [index, rows] of [[small], [small], [large]].entries()) {
      const insert = await next(index);
      expect(insert.rows).toEqual(rows);
      insert.finish();
    }
    await added;
  });

  it('runs one insert at a time, in order; what comes meanwhile gathers behind it', async () => {
    const { batcher, inserts, next } = open();
    const first = batcher.add(['a']);
    const running = await next(0);
    const later = Promise.all([batcher.add(['b']), batcher.add(['c'])]);
    expect(inserts).toHaveLength(1);
    running.finish();
    await first;
    const second = await next(1);
    expect(second.rows).toEqual(['b', 'c']);
    second.finish();
    await later;
  });

  it('fails those whose rows were in a failed insert, after all of theirs are settled, and goes on', async () => {
    const { batcher, next } = open();
    const failing = batcher.add(['a', 'b', 'c', 'd', 'e']);
    const outcome = failing.then(
      () => 'inserted',
      (error: unknown) => error,
    );
    (await next(0)).finish(new Error('away'));
    (await next(1)).finish();
    expect(await outcome).toEqual(new Error('away'));
    const again = batcher.add(['f']);
    (await next(2)).finish();
    await again;
  });

  it('rests after an insert in proportion to what it took, but not when a batch is full', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { batcher, inserts, next } = open({ collectRestFactor: 10, collectRestMsMax: 60_000 });
    const added = batcher.add(['z']);
    await vi.advanceTimersByTimeAsync(limits.collectBatchWaitMs);
    (await next(0)).finish();
    await added;
    const first = batcher.add(['a']);
    await vi.advanceTimersByTimeAsync(limits.collectBatchWaitMs);
    const running = await next(1);
    vi.advanceTimersByTime(30);
    running.finish();
    await first;
    const rest = [batcher.add(['b']), batcher.add(['c'])];
    await vi.advanceTimersByTimeAsync(299);
    expect(inserts).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    const second = await next(2);
    expect(second.rows).toEqual(['b', 'c']);
    vi.advanceTimersByTime(30);
    second.finish();
    await Promise.all(rest);

    const full = [batcher.add(['d']), batcher.add(['e', 'f', 'g'])];
    const third = await next(3);
    expect(third.rows).toEqual(['d', 'e', 'f', 'g']);
    third.finish();
    await Promise.all(full);
  });

  it('takes an empty list for done', async () => {
    await open().batcher.add([]);
  });
});
