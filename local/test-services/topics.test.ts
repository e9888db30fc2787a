import { deadLetterTopic, topics } from '@ruzlet/contracts/topics';
import { newId } from '@ruzlet/platform/ids';
import { ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runToEnd } from './commands.js';
import { processOf, runningTopology } from './config.js';

const topology = runningTopology();
const hourMs = 3_600_000;
/** Dead letters wait for a person. */
const deadLetterRetentionMs = 720 * hourMs;
const eventRetentionMs = 144 * hourMs;

describe('the topics', () => {
  const kafka = new Kafka({ brokers: [`127.0.0.1:${String(topology.services.kafka)}`], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  beforeAll(() => admin.connect());
  afterAll(() => admin.disconnect());

  async function partitionsOf(names: string[]): Promise<Record<string, number>> {
    const metadata = await admin.fetchTopicMetadata({ topics: names });
    return Object.fromEntries(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
  }

  async function settingOf(name: string, setting: string): Promise<string | undefined> {
    const resources = [{ type: ConfigResourceTypes.TOPIC, name, configNames: [setting] }];
    const { resources: described } = await admin.describeConfigs({ resources, includeSynonyms: false });
    return described[0]?.configEntries.find(({ configName }) => configName === setting)?.configValue;
  }

  it('have the partitions and the retention that we gave them', async () => {
    const wanted = Number(processOf(topology, 'topics').env.TOPIC_PARTITIONS);
    expect(wanted).toBeGreaterThan(1);
    for (const name of topics) {
      const letters = deadLetterTopic(name);
      expect(await partitionsOf([name, letters])).toEqual({ [name]: wanted, [letters]: 1 });
      expect(await settingOf(name, 'retention.ms')).toBe(String(eventRetentionMs));
      expect(await settingOf(letters, 'retention.ms')).toBe(String(deadLetterRetentionMs));
    }
  });

  it('are made by nobody else: the broker makes none for whoever names one', async () => {
    const absent = `absent-${newId()}`;
    const producer = kafka.producer({ allowAutoTopicCreation: true, retry: { retries: 1 } });
    await producer.connect();
    await expect(producer.send({ topic: absent, messages: [{ value: 'v' }] })).rejects.toThrow();
    await producer.disconnect();
    const consumer = kafka.consumer({ groupId: newId(), allowAutoTopicCreation: true, retry: { retries: 1 } });
    await consumer.connect();
    await expect(consumer.subscribe({ topics: [absent] })).rejects.toThrow();
    await consumer.disconnect();

    const ours = new Set([...topics, ...topics.map(deadLetterTopic), '__consumer_offsets']);
    // Of the tests of the driver, which make their own.
    const others = (await admin.listTopics()).filter((name) => !ours.has(name) && !name.startsWith('test-'));
    expect(others).toEqual([]);
  });

  it('are left as they are when somebody asks for them again, with other numbers', async () => {
    const before = await partitionsOf([...topics]);
    const again = processOf(topology, 'topics');
    const env = { ...again.env, TOPIC_PARTITIONS: '9', TOPIC_RETENTION_HOURS: '1' };
    const runs = await Promise.all([1, 2].map(() => runToEnd({ ...again, env })));
    expect(runs.map(({ code, output }) => ({ code, output }))).toEqual(runs.map(({ output }) => ({ code: 0, output })));
    expect(await partitionsOf([...topics])).toEqual(before);
    for (const name of topics) expect(await settingOf(name, 'retention.ms')).toBe(String(eventRetentionMs));
  });
});
