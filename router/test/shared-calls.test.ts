import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSharedCalls } from '@ruzlet/router/sharing/shared-calls';
import { waitFor } from '@ruzlet/testkit/wait';

/** A call that ends when the test says so. */
function held<T>() {
  let end: (value: T) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { promise, end, fail };
}

/** Then nobody will answer any more (milliseconds). */
const unansweredMs = 10_000;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('shared calls', () => {
  it('are one when they come in the same turn', async () => {
    const saved: number[] = [];
    const calls = createSharedCalls<number>({ patienceMs: 1_000, onShared: (count) => saved.push(count) });
    let started = 0;
    const start = () => Promise.resolve((started += 1));
    const answers = await Promise.all([1, 2, 3].map(() => calls.call('a', { signal: undefined, start })));
    expect(answers).toEqual([1, 1, 1]);
    expect(saved).toEqual([2]);
    expect(await calls.call('a', { signal: undefined, start })).toBe(2);
  });

  it('never have an answer that was begun before they were asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('write', 'read', 'turn', 'end'), { maxLength: 40 }),
        async (happenings) => {
          const calls = createSharedCalls<number>({ patienceMs: 1, onShared: () => undefined });
          let state = 0;
          const open: (() => void)[] = [];
          const reads: Promise<{ seen: number; atLeast: number }>[] = [];
          const start = async () => {
            const seen = state;
            const { promise, end } = held<undefined>();
            open.push(() => {
              end(undefined);
            });
            await promise;
            return seen;
          };
          for (const happening of happenings) {
            if (happening === 'write') state += 1;
            else if (happening === 'turn') await turn();
            else if (happening === 'end') open.shift()?.();
            else {
              const atLeast = state;
              reads.push(calls.call('key', { signal: undefined, start }).then((seen) => ({ seen, atLeast })));
            }
          }
          let done: { seen: number; atLeast: number }[] | undefined;
          void Promise.all(reads).then((all) => (done = all));
          const all = await waitFor(
            () => {
              open.shift()?.();
              return done;
            },
            { timeoutMs: unansweredMs, what: 'an answer for everybody' },
          );
          expect(all.filter(({ seen, atLeast }) => seen < atLeast)).toEqual([]);
        },
      ),
      // Where somebody waits in vain, each smaller case that is tried does so as well.
      { interruptAfterTimeLimit: 4 * unansweredMs },
    );
  });

  it('do not wait long for a slow one under way', async () => {
    const calls = createSharedCalls<string>({ patienceMs: 5 });
    const slow = held<string>();
    const first = calls.call('a', { signal: undefined, start: () => slow.promise });
    await turn();
    await turn();
    let second: string | undefined;
    void calls.call('a', { signal: undefined, start: () => Promise.resolve('soon') }).then((it) => (second = it));
    expect(await waitFor(() => second, { what: 'the second call, while the first is under way' })).toBe('soon');
    slow.end('late');
    expect(await first).toBe('late');
  });

  it('keep those with other keys apart, and give a failure to all who share it and to nobody else', async () => {
    const calls = createSharedCalls<string>({ patienceMs: 1_000 });
    const failing = { signal: undefined, start: () => Promise.reject(new Error('down')) };
    const outcomes = await Promise.allSettled([
      calls.call('a', failing),
      calls.call('a', failing),
      calls.call('b', { signal: undefined, start: () => Promise.resolve('b') }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await calls.call('a', { signal: undefined, start: () => Promise.resolve('up') })).toBe('up');
  });

  it('are aborted when all who wait have gone, and not before', async () => {
    const calls = createSharedCalls<string>({ patienceMs: 1_000 });
    const one = new AbortController();
    const two = new AbortController();
    const answer = held<string>();
    let signal: AbortSignal | undefined;
    const start = (toAbort: () => AbortSignal) => {
      signal = toAbort();
      return answer.promise;
    };
    const both = [one, two].map((controller) => calls.call('a', { signal: () => controller.signal, start }));
    await turn();
    await turn();
    one.abort();
    expect(signal?.aborted).toBe(false);
    two.abort();
    expect(signal?.aborted).toBe(true);
    answer.end('nobody hears it');
    await Promise.all(both);
  });
});
