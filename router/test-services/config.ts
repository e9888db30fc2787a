import { z } from 'zod';
import { loadConfig } from '@ruzlet/platform/config';

/** The Redis server that these tests run against, from the environment; without it their file fails. */
export const redisUrl = (): string =>
  loadConfig(z.object({ RUZLET_TEST_REDIS_URL: z.url() }), process.env).RUZLET_TEST_REDIS_URL;
