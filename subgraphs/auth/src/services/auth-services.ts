import type postgres from 'postgres';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import type { Clock } from '@ruzlet/platform/clock';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { IdentityProviders } from '../identity/providers.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { SecretBox } from '../keys/secret-box.js';
import type { AuthLimits } from './auth-limits.js';
import type { RelyingParty } from './passkey-options.js';
import type { PasswordHasher } from './password-hasher.js';
import type { Postman } from './postman.js';

export interface TokenSettings {
  issuer: string;
  audience: string;
  accessTokenLifeMs: number;
  /** A session that is not refreshed for so long has ended (milliseconds). */
  refreshTokenLifeMs: number;
  /** A session ends so long after sign-in however often it is refreshed (milliseconds). */
  sessionLifeMs: number;
}

/** What the use cases stand on. Each names in its signature what it takes of it. */
export interface AuthServices {
  db: Db;
  clock: Clock;
  rateLimiter: RateLimiter;
  limits: AuthLimits;
  hasher: PasswordHasher;
  keyRing: KeyRing;
  totpBox: SecretBox;
  oidcBox: SecretBox;
  /** Seals whom a deletion is about, as long as it lasts. */
  erasureBox: SecretBox;
  /** Exports and their parts. */
  objects: ObjectStore;
  /** The driver below `db`, for what reads every table. */
  sql: postgres.Sql;
  /** Brings exports and deletions to their end. */
  coordinator: { wake(): void };
  tokens: TokenSettings;
  /** Whoever registers with this address while there is no administrator becomes one. */
  adminEmail: string | null;
  /** Where people reach the installation; without a slash at the end. */
  publicUrl: string;
  /** Origins where clients live: see domain/client-origins. */
  clientOrigins: readonly string[];
  relyingParty: RelyingParty;
  identityProviders: IdentityProviders;
  /** Where the request comes from; from nowhere, when the process works by itself. */
  device: Device;
  /** Sends mails; null where there is nothing to send them with. */
  postman: Postman | null;
}

/** Where a request comes from, as far as it says. */
export interface Device {
  userAgent: string | null;
  ipAddress: string | null;
}
