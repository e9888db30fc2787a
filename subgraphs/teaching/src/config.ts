import { envPort, loadConfig, serviceEnv } from '@ruzlet/platform/config';
import { z } from 'zod';

/** Below this a secret can be guessed (characters). */
const secretCharactersMin = 32;

export const teachingEnv = serviceEnv.extend({
  PORT: envPort.default(8002),
  ROUTER_SECRET: z.string().min(secretCharactersMin).optional(),
});

export type TeachingConfig = z.output<typeof teachingEnv>;

/** @throws ConfigError with one line for each fault. */
export function loadTeachingConfig(env: NodeJS.ProcessEnv = process.env): TeachingConfig {
  return loadConfig(teachingEnv, env);
}

const migrationEnv = serviceEnv.pick({ DATABASE_URL: true });

/** What a migration needs, and no more. */
export function loadMigrationConfig(env: NodeJS.ProcessEnv = process.env): z.output<typeof migrationEnv> {
  return loadConfig(migrationEnv, env);
}
