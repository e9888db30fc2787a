import type { Kafka } from 'kafkajs';

export interface TopicSettings {
  name: string;
  /** Most consumers of one group that can work at the same time (count). Cannot be lowered later. */
  partitions: number;
  /** Brokers that keep a copy (count). */
  replication: number;
  /** How long messages are kept. Not longer than the consumers' inboxes remember, or a replay would count twice. */
  retentionMs: number;
}

const createTimeoutMs = 15_000;

/** Creates the topics that do not exist yet and leaves the others as they are. Two processes may do it at once. */
export async function ensureKafkaTopics(kafka: Kafka, topics: TopicSettings[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic.name));
    if (missing.length === 0) return;
    // Resolves to false, without an error, for a topic that another process created since we looked.
    await admin.createTopics({
      topics: missing.map(({ name, partitions, replication, retentionMs }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: [{ name: 'retention.ms', value: String(retentionMs) }],
      })),
      waitForLeaders: true,
      timeout: createTimeoutMs,
    });
  } finally {
    await admin.disconnect();
  }
}
