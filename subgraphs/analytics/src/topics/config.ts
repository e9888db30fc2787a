import { z } from 'zod';
import { envInt, envList, loadConfig } from '@ruzlet/platform/config';

const topicsEnv = z.object({
  KAFKA_BROKERS: envList,
  /** Partitions of each topic (count): most collectors that can work at the same time. */
  TOPIC_PARTITIONS: envInt(1, 1_000).default(6),
  /** Brokers that keep a copy (count). */
  TOPIC_REPLICATION: envInt(1, 10).default(1),
  /** How long messages are kept. Not longer than inboxes remember: a later replay would be taken as new. */
  TOPIC_RETENTION_HOURS: envInt(1, 168).default(144),
});

/** @throws ConfigError with one line for each fault. */
export function loadTopicsConfig(env: NodeJS.ProcessEnv = process.env): z.output<typeof topicsEnv> {
  return loadConfig(topicsEnv, env);
}
