import { envInt, envPort, envUrl, loadConfig, serviceEnv } from '@ruzlet/platform/config';
import { z } from 'zod';
import { batchLimitsDefault, type BatchLimits } from './collect/batcher.js';

/** Below this a secret can be guessed (characters). */
const secretCharactersMin = 32;

const clickhouseEnv = z.object({
  /** The HTTP interface. */
  CLICKHOUSE_URL: envUrl,
  CLICKHOUSE_DATABASE: z.string().default('ruzlet'),
  CLICKHOUSE_WRITER_USER: z.string().default('analytics_writer'),
  CLICKHOUSE_WRITER_PASSWORD: z.string(),
  CLICKHOUSE_READER_USER: z.string().default('analytics_reader'),
  CLICKHOUSE_READER_PASSWORD: z.string(),
});

/** Never less than a month: `collectorStatus` looks that far back. */
export const rawEventsRetentionDaysMin = 31;

export const rawEventsRetention = envInt(0, 36_500)
  .default(0)
  .refine((days) => days === 0 || days >= rawEventsRetentionDaysMin, {
    message: `must be 0 (for ever) or at least ${String(rawEventsRetentionDaysMin)} days`,
  });

/** The environment of the analytics process. It limits no rates and caches nothing, so it asks for no REDIS_URL. */
export const analyticsEnv = serviceEnv.omit({ REDIS_URL: true }).extend({
  ...clickhouseEnv.shape,
  PORT: envPort.default(8006),
  /** Where people reach the installation. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROUTER_SECRET: z.string().min(secretCharactersMin).optional(),
  /** Rows of one insert at most (count). */
  COLLECT_BATCH_ROWS_MAX: envInt(1, 100_000).default(batchLimitsDefault.collectBatchRowsMax),
  /** Bytes of one insert at most. */
  COLLECT_BATCH_BYTES_MAX: envInt(1_000, 100_000_000).default(batchLimitsDefault.collectBatchBytesMax),
  /** How long an event waits for others to be inserted with (milliseconds). */
  COLLECT_BATCH_WAIT_MS: envInt(0, 10_000).default(batchLimitsDefault.collectBatchWaitMs),
  /** After an insert that took d, the next waits for this many times d, unless a batch is full. */
  COLLECT_REST_FACTOR: envInt(0, 100).default(batchLimitsDefault.collectRestFactor),
  /** The longest such rest (milliseconds). */
  COLLECT_REST_MS_MAX: envInt(0, 10_000).default(batchLimitsDefault.collectRestMsMax),
  /** Days after which raw events are dropped; 0 keeps them for ever. Figures stay, but cannot be rebuilt from what is gone. */
  RAW_EVENTS_RETENTION_DAYS: rawEventsRetention,
});

export type AnalyticsConfig = z.output<typeof analyticsEnv>;

/** @throws ConfigError with one line for each fault. */
export function loadAnalyticsConfig(env: NodeJS.ProcessEnv = process.env): AnalyticsConfig {
  return loadConfig(analyticsEnv, env);
}

/** What migrating needs. */
export function loadMigrationConfig(env: NodeJS.ProcessEnv = process.env) {
  return loadConfig(clickhouseEnv.extend({ DATABASE_URL: envUrl }), env);
}

/** How to reach the ClickHouse server. */
export function clickhouseServer(config: z.output<typeof clickhouseEnv>) {
  return {
    url: config.CLICKHOUSE_URL,
    database: config.CLICKHOUSE_DATABASE,
    writer: { username: config.CLICKHOUSE_WRITER_USER, password: config.CLICKHOUSE_WRITER_PASSWORD },
    reader: { username: config.CLICKHOUSE_READER_USER, password: config.CLICKHOUSE_READER_PASSWORD },
  };
}

export function batchLimits(config: AnalyticsConfig): BatchLimits {
  return {
    collectBatchRowsMax: config.COLLECT_BATCH_ROWS_MAX,
    collectBatchBytesMax: config.COLLECT_BATCH_BYTES_MAX,
    collectBatchWaitMs: config.COLLECT_BATCH_WAIT_MS,
    collectRestFactor: config.COLLECT_REST_FACTOR,
    collectRestMsMax: config.COLLECT_REST_MS_MAX,
  };
}
