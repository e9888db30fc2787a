import { z } from 'zod';
import { rawEventsRetention } from '@ruzlet/analytics/config';
import { envClientOrigins, envIdentityProviders } from '@ruzlet/auth/identity/config';
import { envBoolean, envInt, envList, envPort, loadConfig, logLevels } from '@ruzlet/platform/config';

/** One-machine mode needs no configuration; what can be set is this. */
const localEnv = z.object({
  RUZLET_DATA_DIR: z.string().default('.data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: envPort.default(8000),
  DECKS_PORT: envPort.default(8001),
  TEACHING_PORT: envPort.default(8002),
  USERS_PORT: envPort.default(8004),
  AUTH_PORT: envPort.default(8005),
  ANALYTICS_PORT: envPort.default(8006),
  LOG_LEVEL: z.enum(logLevels).default('warn'),
  /** Any origin by default: tokens travel in a header, and this mode is for one machine. */
  CORS_ORIGINS: envList.default(['*']),
  /** `false` starts empty. */
  DEMO: envBoolean.default(true),
  /** Days after which analytics drops raw events; 0 keeps them for ever. */
  RAW_EVENTS_RETENTION_DAYS: rawEventsRetention,
  /** Where web clients live, besides `/`: passkeys work there, and sign-ins by other providers return there. */
  CLIENT_ORIGINS: envClientOrigins.default(['http://localhost:*', 'http://127.0.0.1:*']),
  /** The domain that passkeys are bound to; a network address cannot be one. */
  PASSKEY_DOMAIN: z.string().default('localhost'),
  /** Multiplies every limit on signing in, for many people behind one address. */
  RATE_LIMIT_FACTOR: envInt(1, 1_000).default(1),
  /** JSON: OpenID Connect providers that one can sign in with. */
  OIDC_PROVIDERS: envIdentityProviders.default([]),
  /** The first administrator: made at the start with a password, or when the address registers without. */
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10).optional(),
});

export type LocalConfig = z.output<typeof localEnv>;

/** @throws ConfigError with one line for each fault. */
export function readLocalConfig(env: NodeJS.ProcessEnv = process.env): LocalConfig {
  return loadConfig(localEnv, env);
}
