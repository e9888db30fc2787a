import { newId } from '@ruzlet/platform/ids';
import { createKafkaBus, type KafkaBus, type KafkaBusOptions } from '@ruzlet/platform/bus/kafka-bus';
import { createLogger } from '@ruzlet/platform/log';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterEach, describe, expect, it } from 'vitest';
import { collectInto, createGate, describeBus, numbered } from '../test/bus-contract.js';
import { kafkaConfig } from './config.js';
import { openCuttingProxy } from './cutting-proxy.js';

/** Longer than two heartbeat intervals of the driver: time itself is what this test is about. */
const longHandlerMs = 8_000;
const brokers = kafkaConfig().RUZLET_TEST_KAFKA_BROKERS;
const logger = createLogger({ name: 'test', level: 'silent' });
const retry = { firstMs: 10, maxMs: 100 };

const open: KafkaBus[] = [];
function createBus(at = brokers, socketFactory?: KafkaBusOptions['socketFactory']): KafkaBus {
  const bus = createKafkaBus({
    brokers: at,
    clientId: 'bus-test',
    logger,
    retry,
    ...(socketFactory && { socketFactory }),
  });
  open.push(bus);
  return bus;
}

async function newTopic(bus: KafkaBus, partitions = 3): Promise<string> {
  const name = `test-${newId()}`;
  await bus.ensureTopics([{ name, partitions, replication: 1, retentionMs: 60_000 }]);
  return name;
}

describe('Kafka', () => {
  afterEach(() => Promise.all(open.splice(0).map((bus) => bus.close())));

  describeBus('Kafka', () => {
    const bus = createBus();
    return Promise.resolve({ bus, newTopic: () => newTopic(bus) });
  });

  it('creates topics once, with what was asked for, and leaves existing ones as they are', async () => {
    const bus = createBus();
    const name = await newTopic(bus, 2);
    await Promise.all([1, 2].map(() => bus.ensureTopics([{ name, partitions: 7, replication: 1, retentionMs: 1 }])));
    // Both at once, of a topic that neither of them finds.
    const raced = `test-${newId()}`;
    const topics = [{ name: raced, partitions: 1, replication: 1, retentionMs: 60_000 }];
    await Promise.all([bus.ensureTopics(topics), createBus().ensureTopics(topics)]);
    const received: string[] = [];
    await bus.subscribe({ group: newId(), topics: [name, raced], handle: collectInto(received) });
    await bus.publish([...numbered(name, { count: 20, keys: 20 }), { topic: raced, key: 'k', value: 'raced' }]);
    await waitFor(() => received.length === 21, { what: 'all messages' });
  });

  it('gives a new group what was published before it came', async () => {
    const bus = createBus();
    const topic = await newTopic(bus);
    await bus.publish(numbered(topic, { count: 10, keys: 5 }));
    const received: string[] = [];
    await bus.subscribe({ group: newId(), topics: [topic], handle: collectInto(received) });
    await waitFor(() => received.length === 10, { what: 'the earlier messages' });
  });

  it('continues where the group stopped, in another process', async () => {
    const topic = await newTopic(createBus(), 1);
    const group = newId();
    const all: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const bus = createBus();
      const received: string[] = [];
      await bus.publish([{ topic, key: 'k', value: String(round) }]);
      await bus.subscribe({ group, topics: [topic], handle: collectInto(received) });
      await waitFor(() => received.length > 0, { what: `round ${String(round)}` });
      await bus.close();
      all.push(...received);
    }
    expect(all).toEqual(['0', '1', '2']);
  });

  it('stays a member while a handler takes long', async () => {
    const bus = createBus();
    const topic = await newTopic(bus, 1);
    const group = newId();
    const gate = createGate();
    const received: string[] = [];
    await bus.subscribe({
      group,
      topics: [topic],
      handle: async (batch) => {
        received.push(...batch.map(({ value }) => value));
        await gate.opened;
      },
    });
    await bus.publish([{ topic, key: 'k', value: 'long' }]);
    await waitFor(() => received.length > 0, { what: 'the long one' });
    // A second member makes the broker reshuffle the group in the middle of it.
    const joining = createBus().subscribe({ group, topics: [topic], handle: collectInto(received) });
    const released = new Promise((resolve) => setTimeout(resolve, longHandlerMs)).then(gate.open);
    await Promise.all([joining, released]);
    await bus.publish([{ topic, key: 'k', value: 'next' }]);
    await waitFor(() => received.includes('next'), { what: 'the next one' });
    expect(received).toEqual(['long', 'next']);
  });

  it('rejects a publish to a topic that does not exist, and works on', async () => {
    const bus = createBus();
    const topic = await newTopic(bus);
    await expect(bus.publish([{ topic: `absent-${newId()}`, key: 'k', value: 'v' }])).rejects.toThrow();
    const received: string[] = [];
    await bus.subscribe({ group: newId(), topics: [topic], handle: collectInto(received) });
    await bus.publish(numbered(topic, { count: 3, keys: 1 }));
    await waitFor(() => received.length === 3, { what: 'messages after the failure' });
    expect(received).toEqual(['0', '1', '2']);
  });

  it('keeps a message once whose acknowledgement was lost on the way, and the order of those behind it', async () => {
    const proxy = await openCuttingProxy(brokers[0] ?? '');
    const publisher = createBus(brokers, proxy.socketFactory);
    const reader = createBus();
    const topic = await newTopic(reader, 1);
    const received: string[] = [];
    const batches = Array.from({ length: 12 }, (_, index) => numbered(topic, { count: 3, keys: 1, from: 3 * index }));
    for (const [index, batch] of batches.entries()) {
      if (index % 3 === 1) proxy.loseNextAcknowledgement();
      await publisher.publish(batch);
    }
    expect(proxy.lost()).toBe(4);
    await reader.subscribe({ group: newId(), topics: [topic], handle: collectInto(received) });
    await waitFor(() => received.includes('35'), { what: 'the last message' });
    expect(received).toEqual(batches.flat().map(({ value }) => value));
    await publisher.close();
    await proxy.close();
  });

  it('is not ready without a broker, and closes all the same', async () => {
    const bus = createBus(['127.0.0.1:1']);
    expect(await bus.ready()).toBe(false);
    await expect(bus.publish([{ topic: 't', key: 'k', value: 'v' }])).rejects.toThrow();
    const subscription = await bus.subscribe({ group: newId(), topics: ['t'], handle: () => Promise.resolve() });
    await subscription.close();
  });
});
