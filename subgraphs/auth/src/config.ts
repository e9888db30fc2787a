import { z } from 'zod';
import { envInt, envPort, envUrl, loadConfig, serviceEnv } from '@ruzlet/platform/config';
import { envClientOrigins, envIdentityProviders } from './identity/config.js';
import { passwordCharactersMin } from './domain/passwords.js';
import type { TokenSettings } from './services/auth-services.js';
import type { Argon2Parameters } from './services/password-hasher.js';

/** Below this a secret can be guessed (characters). */
const secretCharactersMin = 32;
const dayMs = 86_400_000;

/** Lives of tokens, keys and sessions, where the environment says nothing else. */
export const authDefaults = {
  tokens: { accessTokenLifeMs: 15 * 60_000, refreshTokenLifeMs: 30 * dayMs, sessionLifeMs: 180 * dayMs },
  keyRotationMs: 30 * dayMs,
  publicUrl: 'http://localhost:8000',
  relyingPartyName: 'Ruzlet',
  /** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
  argon2: { memoryKib: 19_456, iterations: 2, parallelism: 1 } satisfies Argon2Parameters,
};

/** The environment of the auth process. It verifies tokens by its own keys, so it asks for no JWKS_URL. */
export const authEnv = serviceEnv.omit({ JWKS_URL: true }).extend({
  PORT: envPort.default(8005),
  /** Seals private signing keys and TOTP secrets in the database. Losing it signs everybody out. */
  KEY_ENCRYPTION_SECRET: z
    .string()
    .min(secretCharactersMin, `must have at least ${String(secretCharactersMin)} characters`),
  ROUTER_SECRET: z.string().min(secretCharactersMin).optional(),
  /** Memory of one password hash (KiB). */
  ARGON2_MEMORY_KIB: envInt(8, 4_194_304).default(authDefaults.argon2.memoryKib),
  ARGON2_ITERATIONS: envInt(1, 100).default(authDefaults.argon2.iterations),
  ARGON2_PARALLELISM: envInt(1, 16).default(authDefaults.argon2.parallelism),
  /** A session that is not used for so many days ends. */
  REFRESH_TOKEN_DAYS: envInt(1, 365).default(30),
  /** A session ends after so many days however much it is used. */
  SESSION_DAYS_MAX: envInt(1, 3_650).default(180),
  /** A signing key signs for so many days. */
  KEY_ROTATION_DAYS: envInt(1, 365).default(30),
  /** Multiplies every rate limit, for many people behind one address. */
  RATE_LIMIT_FACTOR: envInt(1, 1_000).default(1),
  /** Mail server, such as `smtp://user:password@mail.example.com:587`. Without it no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Ruzlet <ruzlet@localhost>'),
  /** Where people reach the installation: links in mails begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default(authDefaults.publicUrl),
  /** Origins of web clients besides PUBLIC_URL's: passkeys work there, and sign-ins by other providers return there. */
  CLIENT_ORIGINS: envClientOrigins.default([]),
  /** The domain that passkeys are bound to, that of PUBLIC_URL by default. Another one later makes them useless. */
  PASSKEY_DOMAIN: z.string().optional(),
  PASSKEY_NAME: z.string().default(authDefaults.relyingPartyName),
  /** JSON: see envIdentityProviders. */
  OIDC_PROVIDERS: envIdentityProviders.default([]),
  /** The first administrator: see services/ensure-administrator and services/register. */
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_USERNAME: z.string().default('administrator'),
  ADMIN_PASSWORD: z.string().min(passwordCharactersMin).optional(),
});

export type AuthConfig = z.output<typeof authEnv>;

/** @throws ConfigError with one line for each fault. */
export function loadAuthConfig(env: NodeJS.ProcessEnv = process.env): AuthConfig {
  return loadConfig(authEnv, env);
}

/** What the migration alone needs. @throws ConfigError. */
export function loadMigrationConfig(env: NodeJS.ProcessEnv = process.env): { DATABASE_URL: string } {
  return loadConfig(z.object({ DATABASE_URL: envUrl }), env);
}

export function tokenSettings(config: AuthConfig): TokenSettings {
  return {
    issuer: config.TOKEN_ISSUER,
    audience: config.TOKEN_AUDIENCE,
    accessTokenLifeMs: authDefaults.tokens.accessTokenLifeMs,
    refreshTokenLifeMs: config.REFRESH_TOKEN_DAYS * dayMs,
    sessionLifeMs: config.SESSION_DAYS_MAX * dayMs,
  };
}

export function keyRotationMs(config: AuthConfig): number {
  return config.KEY_ROTATION_DAYS * dayMs;
}
