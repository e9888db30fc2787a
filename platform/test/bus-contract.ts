import { newId } from '@ruzlet/platform/ids';
import { BusClosedError, type Bus, type IncomingMessage, type OutgoingMessage } from '@ruzlet/platform/bus/bus';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface BusUnderTest {
  bus: Bus;
  /** A topic that nobody has used, with several partitions where the driver has such a thing. */
  newTopic: () => Promise<string>;
}

/** What every driver of the bus port guarantees. `createBus` is called for each test; the suite closes the bus. */
export function describeBus(name: string, createBus: () => Promise<BusUnderTest>): void {
  describe(`bus: ${name}`, () => {
    let bus: Bus;
    let newTopic: () => Promise<string>;
    const newGroup = (): string => `group-${newId()}`;

    beforeEach(async () => {
      ({ bus, newTopic } = await createBus());
    });
    afterEach(() => bus.close());

    it('keeps the order of each key, over publishes and batches', async () => {
      const topic = await newTopic();
      const received: IncomingMessage[] = [];
      await bus.subscribe({
        group: newGroup(),
        topics: [topic],
        batchRowsMax: 7,
        handle: (batch) => {
          expect(batch.length).toBeLessThanOrEqual(7);
          received.push(...batch);
          return Promise.resolve();
        },
      });
      const sent = numbered(topic, { count: 300, keys: 9 });
      await Promise.all([
        bus.publish(sent.slice(0, 100)),
        bus.publish(sent.slice(100, 101)),
        bus.publish(sent.slice(101)),
      ]);
      await waitFor(() => received.length >= sent.length, { what: 'all messages' });
      expect(valuesByKey(received)).toEqual(valuesByKey(sent));
    });

    it('delivers every message to every group', async () => {
      const topic = await newTopic();
      const received: Record<string, string[]> = { a: [], b: [] };
      for (const list of Object.values(received)) {
        await bus.subscribe({ group: newGroup(), topics: [topic], handle: collectInto(list) });
      }
      const sent = numbered(topic, { count: 50, keys: 50 });
      await bus.publish(sent);
      const values = sent.map(({ value }) => value).sort();
      await waitFor(() => Object.values(received).every((list) => list.length >= values.length), {
        what: 'both groups',
      });
      for (const list of Object.values(received)) expect(list.sort()).toEqual(values);
    });

    it('lets every listener overhear each message from then on, in order of key, and takes none from a group', async () => {
      const topic = await newTopic();
      const consumed: string[] = [];
      const overheard: IncomingMessage[][] = [[], []];
      await bus.subscribe({ group: newGroup(), topics: [topic], handle: collectInto(consumed) });
      await bus.publish(numbered(topic, { count: 5, keys: 5 }));
      const listeners = await Promise.all(
        overheard.map((list) =>
          bus.listen({ topics: [topic], onMessages: (batch) => list.push(...batch), onGap: () => undefined }),
        ),
      );
      const sent = numbered(topic, { count: 60, keys: 7 });
      await bus.publish(sent);
      await waitFor(() => overheard.every((list) => list.length >= sent.length), { what: 'both listeners' });
      for (const list of overheard) expect(valuesByKey(list)).toEqual(valuesByKey(sent));
      await waitFor(() => consumed.length >= sent.length + 5, { what: 'the group' });
      await Promise.all(listeners.map((listener) => listener.close()));
      await bus.publish(numbered(topic, { count: 3, keys: 3 }));
      await waitFor(() => consumed.length >= sent.length + 8, { what: 'the group' });
      expect(overheard.map(({ length }) => length)).toEqual([sent.length, sent.length]);
    });

    it('shares the work of a group among its members, each key in order', async () => {
      const topic = await newTopic();
      const group = newGroup();
      const received: IncomingMessage[] = [];
      const handle = (batch: IncomingMessage[]): Promise<void> => {
        received.push(...batch);
        return Promise.resolve();
      };
      const members = await Promise.all(
        [1, 2].map(() => bus.subscribe({ group, topics: [topic], batchRowsMax: 5, handle })),
      );
      const sent = numbered(topic, { count: 200, keys: 12 });
      await bus.publish(sent);
      await waitFor(() => new Set(received.map(({ value }) => value)).size === sent.length, { what: 'all messages' });
      expect(firstValuesByKey(received)).toEqual(valuesByKey(sent));
      await Promise.all(members.map((member) => member.close()));
    });

    it('delivers a rejected batch again, the same, before what comes after it', async () => {
      const topic = await newTopic();
      const batches: string[][] = [];
      await bus.subscribe({
        group: newGroup(),
        topics: [topic],
        handle: (batch) => {
          batches.push(batch.map(({ value }) => value));
          return batches.length <= 2 ? Promise.reject(new Error('not yet')) : Promise.resolve();
        },
      });
      const sent = numbered(topic, { count: 3, keys: 1 });
      await bus.publish(sent);
      await waitFor(() => batches.length >= 3, { what: 'the third delivery' });
      expect(batches[1]).toEqual(batches[0]);
      expect(batches[2]).toEqual(batches[0]);
      await bus.publish([{ topic, key: 'key 0', value: 'later' }]);
      await waitFor(() => batches.flat().includes('later'), { what: 'the message behind it' });
      expect([...new Set(batches.flat())]).toEqual([...sent.map(({ value }) => value), 'later']);
    });

    it('acknowledges nothing before the handler resolves', async () => {
      const topic = await newTopic();
      const group = newGroup();
      let deliveries = 0;
      const refusing = await bus.subscribe({
        group,
        topics: [topic],
        handle: () => {
          deliveries += 1;
          return Promise.reject(new Error('never'));
        },
      });
      const published = bus.publish(numbered(topic, { count: 4, keys: 1 }));
      await waitFor(() => deliveries > 0, { what: 'a refused delivery' });
      await refusing.close();
      const received: string[] = [];
      await bus.subscribe({ group, topics: [topic], handle: collectInto(received) });
      await published;
      await waitFor(() => received.length >= 4, { what: 'the messages that were refused' });
      expect(received).toEqual(['0', '1', '2', '3']);
    });

    it('lets the running batch finish on close, and acknowledges it', async () => {
      const topic = await newTopic();
      const group = newGroup();
      const gate = createGate();
      const handled: string[] = [];
      let began = false;
      const first = await bus.subscribe({
        group,
        topics: [topic],
        handle: async (batch) => {
          began = true;
          await gate.opened;
          handled.push(...batch.map(({ value }) => value));
        },
      });
      const published = bus.publish(numbered(topic, { count: 1, keys: 1 }));
      await waitFor(() => began, { what: 'the batch to begin' });
      const closed = first.close().then(() => [...handled]);
      gate.open();
      expect(await closed).toEqual(['0']);
      await published;

      const later: string[] = [];
      await bus.subscribe({ group, topics: [topic], handle: collectInto(later) });
      await bus.publish([{ topic, key: 'key 0', value: 'later' }]);
      await waitFor(() => later.length > 0, { what: 'the later message' });
      expect(later).toEqual(['later']);
    });

    it('closes a subscription whose handler keeps rejecting', async () => {
      const topic = await newTopic();
      let deliveries = 0;
      const subscription = await bus.subscribe({
        group: newGroup(),
        topics: [topic],
        handle: () => {
          deliveries += 1;
          return Promise.reject(new Error('never'));
        },
      });
      // In process it stays pending until the bus closes.
      const published = bus.publish([{ topic, key: 'k', value: 'v' }]).catch((error: unknown) => error);
      await waitFor(() => deliveries >= 3, { what: 'a few deliveries' });
      await subscription.close();
      const seen = deliveries;
      await bus.close();
      await published;
      expect(deliveries).toBe(seen);
    });

    it('carries text, headers and several topics of one publish as they are', async () => {
      const topics = [await newTopic(), await newTopic()];
      const received: IncomingMessage[] = [];
      await bus.subscribe({
        group: newGroup(),
        topics,
        handle: (batch) => {
          received.push(...batch);
          return Promise.resolve();
        },
      });
      const before = Date.now();
      const value = JSON.stringify({ term: 'съешь ещё этих французских булок 🥐', quote: '"\\\n' });
      await bus.publish(topics.map((topic) => ({ topic, key: 'ключ', value, headers: { reason: 'проверка' } })));
      await waitFor(() => received.length >= 2, { what: 'both messages' });
      expect(received.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
      for (const message of received) {
        expect(message).toMatchObject({ key: 'ключ', value, headers: { reason: 'проверка' } });
        expect(message.position).toMatch(/^\d+:\d+$/);
        expect(Math.abs(message.timestamp.getTime() - before)).toBeLessThan(60_000);
      }
    });

    it('takes more in one publish than fits into one request of a broker', async () => {
      const topic = await newTopic();
      const received: string[] = [];
      await bus.subscribe({ group: newGroup(), topics: [topic], handle: collectInto(received) });
      const filling = 'x'.repeat(200_000);
      const sent = Array.from({ length: 12 }, (_, index) => `${String(index)} ${filling}`);
      await bus.publish(sent.map((value) => ({ topic, key: 'one', value })));
      await waitFor(() => received.length >= sent.length, { what: 'all large messages' });
      expect(received.map((value) => value.split(' ')[0])).toEqual(sent.map((value) => value.split(' ')[0]));
    });

    it('is ready until it is closed, and refuses to publish after that', async () => {
      const topic = await newTopic();
      expect(await bus.ready()).toBe(true);
      await bus.publish([]);
      await bus.close();
      await bus.close();
      expect(await bus.ready()).toBe(false);
      await expect(bus.publish([{ topic, key: 'k', value: 'v' }])).rejects.toBeInstanceOf(BusClosedError);
      await expect(
        bus.subscribe({ group: newGroup(), topics: [topic], handle: () => Promise.resolve() }),
      ).rejects.toThrow(BusClosedError);
    });
  });
}

/** Messages with the values '0', '1', … dealt to the keys in turn. */
export function numbered(
  topic: string,
  { count, keys, from = 0 }: { count: number; keys: number; from?: number },
): OutgoingMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    topic,
    key: `key ${String(index % keys)}`,
    value: String(from + index),
  }));
}

export function valuesByKey(messages: { key: string; value: string }[]): Record<string, string[]> {
  const byKey: Record<string, string[]> = {};
  for (const { key, value } of messages) (byKey[key] ??= []).push(value);
  return byKey;
}

/** Like `valuesByKey`, without repetitions: a broker that reshuffles a group may deliver again. */
function firstValuesByKey(messages: { key: string; value: string }[]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(valuesByKey(messages)).map(([key, values]) => [key, [...new Set(values)]]));
}

export function collectInto(list: string[]): (batch: IncomingMessage[]) => Promise<void> {
  return (batch) => {
    list.push(...batch.map(({ value }) => value));
    return Promise.resolve();
  };
}

export function createGate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
