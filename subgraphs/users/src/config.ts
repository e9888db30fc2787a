import { z } from 'zod';
import { envPort, envUrl, loadConfig, serviceEnv } from '@ruzlet/platform/config';

const secretCharactersMin = 32;

/** The environment of the users process. It keeps nothing in Redis. */
export const usersEnv = serviceEnv.omit({ REDIS_URL: true }).extend({
  PORT: envPort.default(8004),
  ROUTER_SECRET: z
    .string()
    .min(secretCharactersMin, `must have at least ${String(secretCharactersMin)} characters`)
    .optional(),
});

export type UsersConfig = z.output<typeof usersEnv>;

/** @throws ConfigError with one line for each fault. */
export function loadUsersConfig(env: NodeJS.ProcessEnv = process.env): UsersConfig {
  return loadConfig(usersEnv, env);
}

/** What the migration alone needs. @throws ConfigError. */
export function loadMigrationConfig(env: NodeJS.ProcessEnv = process.env): { DATABASE_URL: string } {
  return loadConfig(z.object({ DATABASE_URL: envUrl }), env);
}
