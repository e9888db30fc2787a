import { BusClosedError } from '@ruzlet/platform/bus/bus';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createLogger } from '@ruzlet/platform/log';
import { waitFor } from '@ruzlet/testkit/wait';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectInto, createGate, describeBus, numbered, valuesByKey } from './bus-contract.js';

const logger = createLogger({ name: 'test', level: 'silent' });
const retry = { firstMs: 1, maxMs: 5 };
let topics = 0;
const newTopic = (): Promise<string> => Promise.resolve(`topic-${String((topics += 1))}`);

describeBus('in process', () => Promise.resolve({ bus: createInProcessBus({ logger, retry }), newTopic }));

/** 'pending' when the promise is not settled after all that is ready to run has run. */
async function stateOf(promise: Promise<unknown>): Promise<'pending' | 'resolved' | 'rejected'> {
  const settled = promise.then(
    () => 'resolved' as const,
    () => 'rejected' as const,
  );
  const turn = new Promise<'pending'>((resolve) => setImmediate(() => setImmediate(resolve, 'pending')));
  return Promise.race([settled, turn]);
}

describe('in-process bus', () => {
  it('resolves a publish when every subscribed group has acknowledged it, and not before', async () => {
    const bus = createInProcessBus({ logger, retry });
    const gate = createGate();
    await bus.subscribe({ group: 'quick', topics: ['t'], handle: () => Promise.resolve() });
    await bus.subscribe({ group: 'slow', topics: ['t'], handle: () => gate.opened });
    await bus.subscribe({ group: 'elsewhere', topics: ['other'], handle: () => new Promise(() => undefined) });
    const published = bus.publish(numbered('t', { count: 3, keys: 2 }));
    expect(await stateOf(published)).toBe('pending');
    gate.open();
    await published;
    await bus.close();
  });

  it('acknowledges at once what no group has subscribed to', async () => {
    const bus = createInProcessBus({ logger, retry });
    await bus.publish([{ topic: 'nobody', key: 'k', value: 'v' }]);
    await bus.close();
  });

  it('rejects what is not acknowledged when the bus closes, and lets the running batch finish', async () => {
    const bus = createInProcessBus({ logger, retry });
    const gate = createGate();
    const received: string[] = [];
    await bus.subscribe({
      group: 'g',
      topics: ['t'],
      batchRowsMax: 1,
      handle: async (batch) => {
        received.push(...batch.map(({ value }) => value));
        await gate.opened;
      },
    });
    const running = bus.publish([{ topic: 't', key: 'k', value: 'running' }]);
    const waiting = bus.publish([{ topic: 't', key: 'k', value: 'waiting' }]);
    const closed = bus.close();
    const rejected = expect(waiting).rejects.toThrow(BusClosedError);
    gate.open();
    await Promise.all([running, rejected, closed]);
    expect(received).toEqual(['running']);
  });

  it('remembers a group that left: its messages wait for its next member', async () => {
    const bus = createInProcessBus({ logger, retry });
    const first = await bus.subscribe({ group: 'g', topics: ['t'], handle: () => Promise.resolve() });
    await first.close();
    const published = bus.publish([{ topic: 't', key: 'k', value: 'v' }]);
    expect(await stateOf(published)).toBe('pending');
    const received: string[] = [];
    await bus.subscribe({ group: 'g', topics: ['t'], handle: collectInto(received) });
    await published;
    expect(received).toEqual(['v']);
    await bus.close();
  });

  it('holds publishes until all services have subscribed', async () => {
    const bus = createInProcessBus({ logger, retry, held: true });
    const published = Promise.all(numbered('t', { count: 5, keys: 1 }).map((message) => bus.publish([message])));
    expect(await stateOf(published)).toBe('pending');
    const received: string[] = [];
    await bus.subscribe({ group: 'late', topics: ['t'], handle: collectInto(received) });
    bus.release();
    await published;
    expect(received).toEqual(['0', '1', '2', '3', '4']);
    await bus.close();
  });

  it('rejects held publishes when it closes before its release', async () => {
    const bus = createInProcessBus({ logger, retry, held: true });
    const rejected = expect(bus.publish([{ topic: 't', key: 'k', value: 'v' }])).rejects.toThrow(BusClosedError);
    await bus.close();
    await rejected;
  });

  it('does not wait out a long back-off on close', async () => {
    const bus = createInProcessBus({ logger, retry: { firstMs: 3_600_000, maxMs: 3_600_000 } });
    const gate = createGate();
    await bus.subscribe({
      group: 'g',
      topics: ['t'],
      handle: () => {
        gate.open();
        return Promise.reject(new Error('never'));
      },
    });
    const rejected = expect(bus.publish([{ topic: 't', key: 'k', value: 'v' }])).rejects.toThrow(BusClosedError);
    await gate.opened;
    await bus.close();
    await rejected;
  });

  it('gives each group messages of its own', async () => {
    const bus = createInProcessBus({ logger, retry });
    const seen: string[] = [];
    for (const group of ['a', 'b']) {
      await bus.subscribe({
        group,
        topics: ['t'],
        handle: ([message]) => {
          if (message) {
            seen.push(message.headers.mark ?? 'clean');
            message.headers.mark = group;
          }
          return Promise.resolve();
        },
      });
    }
    await bus.publish([{ topic: 't', key: 'k', value: 'v', headers: {} }]);
    expect(seen).toEqual(['clean', 'clean']);
    await bus.close();
  });

  it('loses nothing and keeps the order of each key while members come, fail and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 40 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (keys, failures, batchRowsMax) => {
          const bus = createInProcessBus({ logger, retry: { firstMs: 0, maxMs: 0 } });
          const handled: { key: string; value: string }[] = [];
          const running = new Set<string>();
          const doubled: string[] = [];
          let deliveries = 0;
          const join = () =>
            bus.subscribe({
              group: 'g',
              topics: ['t'],
              batchRowsMax,
              handle: async (batch) => {
                const lanes = new Set(batch.map(({ key }) => key));
                for (const key of lanes) {
                  if (running.has(key)) doubled.push(key);
                  running.add(key);
                }
                await new Promise(setImmediate);
                for (const key of lanes) running.delete(key);
                deliveries += 1;
                if (failures[deliveries - 1] === true) throw new Error('this time not');
                handled.push(...batch);
              },
            });
          const leaving = await join();
          await join();
          const sent = keys.map((key, index) => ({ topic: 't', key: String(key), value: String(index) }));
          const published = Promise.all(sent.map((message) => bus.publish([message])));
          await leaving.close();
          await published;
          expect(doubled, 'keys that were handled twice at the same time').toEqual([]);
          expect(valuesByKey(handled)).toEqual(valuesByKey(sent));
          await bus.close();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes on after a handler that throws before it returns a promise', async () => {
    const bus = createInProcessBus({ logger, retry });
    let calls = 0;
    await bus.subscribe({
      group: 'g',
      topics: ['t'],
      handle: () => {
        calls += 1;
        if (calls === 1) throw new Error('at once');
        return Promise.resolve();
      },
    });
    await bus.publish([{ topic: 't', key: 'k', value: 'v' }]);
    await waitFor(() => calls === 2);
    await bus.close();
  });
});
