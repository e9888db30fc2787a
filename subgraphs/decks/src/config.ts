import { envPort, envUrl, loadConfig, serviceEnv } from '@ruzlet/platform/config';
import { z } from 'zod';

const secretCharactersMin = 32;

/** The environment of the decks process. It keeps nothing in Redis. */
export const decksEnv = serviceEnv.omit({ REDIS_URL: true }).extend({
  PORT: envPort.default(8001),
  ROUTER_SECRET: z
    .string()
    .min(secretCharactersMin, `must have at least ${String(secretCharactersMin)} characters`)
    .optional(),
});

export type DecksConfig = z.output<typeof decksEnv>;

/** @throws ConfigError with one line for each fault. */
export function loadDecksConfig(env: NodeJS.ProcessEnv = process.env): DecksConfig {
  return loadConfig(decksEnv, env);
}

/** What the migration alone needs. @throws ConfigError. */
export function loadMigrationConfig(env: NodeJS.ProcessEnv = process.env): { DATABASE_URL: string } {
  return loadConfig(z.object({ DATABASE_URL: envUrl }), env);
}
