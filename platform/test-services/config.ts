import { z } from 'zod';
import { envList, loadConfig } from '../src/config.js';

/** The servers that these tests run against, from the environment; asking for one that is not set fails its file. */
export const redisConfig = () => loadConfig(z.object({ RUZLET_TEST_REDIS_URL: z.url() }), process.env);

export const s3Config = () =>
  loadConfig(
    z.object({
      RUZLET_TEST_S3_URL: z.url(),
      RUZLET_TEST_S3_ACCESS_KEY: z.string(),
      RUZLET_TEST_S3_SECRET_KEY: z.string(),
      RUZLET_TEST_S3_BUCKET: z.string(),
    }),
    process.env,
  );

export const smtpConfig = () => loadConfig(z.object({ RUZLET_TEST_SMTP_URL: z.url() }), process.env);

/** The users are those of compose.yaml: a writer that may create tables in the database, and a reader that may select. */
export const clickHouseConfig = () =>
  loadConfig(
    z.object({
      RUZLET_TEST_CLICKHOUSE_URL: z.url(),
      RUZLET_TEST_CLICKHOUSE_DATABASE: z.string(),
      RUZLET_TEST_CLICKHOUSE_WRITER: z.string(),
      RUZLET_TEST_CLICKHOUSE_WRITER_PASSWORD: z.string(),
      RUZLET_TEST_CLICKHOUSE_READER: z.string(),
      RUZLET_TEST_CLICKHOUSE_READER_PASSWORD: z.string(),
    }),
    process.env,
  );

/** `host:port` of one or more brokers, separated by commas. */
export const kafkaConfig = () => loadConfig(z.object({ RUZLET_TEST_KAFKA_BROKERS: envList }), process.env);
