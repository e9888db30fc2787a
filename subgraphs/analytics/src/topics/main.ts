import { deadLetterTopic, topics } from '@ruzlet/contracts/topics';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { runMain } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { loadTopicsConfig } from './config.js';

const hourMs = 3_600_000;
/** Dead letters wait for a person (hours). */
const deadLetterRetentionHours = 720;

/** Makes the topics and their dead-letter topics, where they are missing, and ends: the one-shot of compose. */
await runMain(async () => {
  const config = loadTopicsConfig();
  const logger = createLogger({ name: 'topics', level: 'info' });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-topics', logger });
  const common = { partitions: config.TOPIC_PARTITIONS, replication: config.TOPIC_REPLICATION };
  try {
    await bus.ensureTopics(
      topics.flatMap((name) => [
        { ...common, name, retentionMs: config.TOPIC_RETENTION_HOURS * hourMs },
        { ...common, name: deadLetterTopic(name), partitions: 1, retentionMs: deadLetterRetentionHours * hourMs },
      ]),
    );
    logger.info({ topics }, 'the topics are there');
  } finally {
    await bus.close();
  }
});
