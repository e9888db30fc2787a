import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Tally } from '@ruzlet/platform/subject-data/subject-rows';
import type { ApiKeyScope } from '../domain/api-keys.js';
import type { DataDomain } from '../domain/data-domains.js';
import { securityEventKinds } from '../domain/security-events.js';
import type { Role } from '../domain/roles.js';

export { inbox, outbox } from '@ruzlet/platform/outbox/tables';
export { erasedSubjects, subjectRequests } from '@ruzlet/platform/subject-data/tables';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** One row per user. The id is the user's id everywhere. */
export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  /** Caseless, look-alikes folded: see domain/identifiers. */
  emailKey: text('email_key').notNull().unique('accounts_email_key'),
  emailVerifiedAt: instant('email_verified_at'),
  username: text('username').notNull(),
  usernameKey: text('username_key').notNull().unique('accounts_username_key'),
  /** PHC string of argon2id, with its parameters. */
  passwordHash: text('password_hash').notNull(),
  passwordChangedAt: instant('password_changed_at').notNull(),
  roles: text('roles').array().$type<Role[]>().notNull(),
  /** Copies for the token's claims; users owns them after registration and says of changes by events. */
  displayName: text('display_name').notNull(),
  locale: text('locale').notNull(),
  timeZone: text('time_zone').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A signed-in device: the family of its refresh tokens. Ended ones are kept for a while, to recognise reuse. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Moves on with each refresh, up to the longest life of a session. */
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason', { enum: ['LOGOUT', 'REVOKED', 'REUSE_DETECTED', 'EXPIRED'] }),
    userAgent: text('user_agent'),
    ipAddress: text('ip_address'),
  },
  (table) => [
    index('sessions_live_by_account')
      .on(table.accountId, table.lastSeenAt)
      .where(sql`${table.endedAt} is null`),
    index('sessions_live_by_expiry')
      .on(table.expiresAt)
      .where(sql`${table.endedAt} is null`),
    index('sessions_by_end').on(table.endedAt),
    index('sessions_by_account_and_address').on(table.accountId, table.ipAddress),
  ],
);

/** Refresh tokens, as SHA-256 of the opaque text. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: bytea('hash').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    /** The token that was exchanged for this one; null for the first of a session. */
    parentHash: bytea('parent_hash'),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    graceUses: integer('grace_uses').notNull().default(0),
  },
  (table) => [
    index('refresh_tokens_by_session').on(table.sessionId),
    index('refresh_tokens_by_parent').on(table.parentHash),
    index('refresh_tokens_by_expiry').on(table.expiresAt),
  ],
);

/** Ed25519 keys that sign access tokens. The private half is sealed with KEY_ENCRYPTION_SECRET. */
export const signingKeys = pgTable('signing_keys', {
  kid: text('kid').primaryKey(),
  publicJwk: jsonb('public_jwk').notNull(),
  sealedPrivateJwk: bytea('sealed_private_jwk').notNull(),
  createdAt: instant('created_at').notNull(),
  /** From then on it signs; until then it is only published. */
  activeFrom: instant('active_from').notNull(),
});

/** The TOTP secret of an account; it asks for a second factor once it is confirmed. */
export const totpFactors = pgTable('totp_factors', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  sealedSecret: bytea('sealed_secret').notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The latest time step whose code was taken: it and earlier ones are refused. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
});

/** Recovery codes, as SHA-256 of the normalised text. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    hash: bytea('hash').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.hash] })],
);

/** Logins that wait for the second factor. */
export const mfaChallenges = pgTable(
  'mfa_challenges',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    completedAt: instant('completed_at'),
  },
  (table) => [
    index('mfa_challenges_by_expiry').on(table.expiresAt),
    index('mfa_challenges_by_account').on(table.accountId),
  ],
);

/**
 * Mails that were asked for and not sent yet. It holds what to do, not the mail: the token is made when it is sent, so
 * that no table ever has it in the clear.
 */
export const mailRequests = pgTable(
  'mail_requests',
  {
    id: uuid('id').primaryKey(),
    purpose: text('purpose', { enum: ['VERIFY_EMAIL', 'RESET_PASSWORD', 'DELETE_ACCOUNT'] }).notNull(),
    /** The key of the address that was asked for; there may be no such account. */
    emailKey: text('email_key').notNull(),
    requestedAt: instant('requested_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
  },
  (table) => [index('mail_requests_by_next_attempt').on(table.nextAttemptAt)],
);

/** Tokens that were mailed, as SHA-256 of the opaque text. Each works once. */
export const mailTokens = pgTable(
  'mail_tokens',
  {
    hash: bytea('hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['VERIFY_EMAIL', 'RESET_PASSWORD', 'DELETE_ACCOUNT'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('mail_tokens_by_account').on(table.accountId, table.purpose),
    index('mail_tokens_by_expiry').on(table.expiresAt),
  ],
);

/** API keys, as SHA-256 of the opaque text. The id is the `sid` of the access tokens that they are exchanged for. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    hash: bytea('hash').notNull().unique('api_keys_hash'),
    name: text('name').notNull(),
    /** The first characters of the key, for its owner to tell it by. */
    prefix: text('prefix').notNull(),
    scopes: text('scopes').array().$type<ApiKeyScope[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('api_keys_by_account').on(table.accountId, table.createdAt),
    index('api_keys_by_revocation').on(table.revokedAt),
    index('api_keys_by_expiry').on(table.expiresAt),
  ],
);

/** The audit log: what happened to accounts, and from where. Rows are added and, after a year, dropped; never changed. */
export const securityEvents = pgTable(
  'security_events',
  {
    /** A UUIDv7, so that its order is the order of time. */
    id: uuid('id').primaryKey(),
    /** Null for a sign-in under a name of nobody: it costs the same work as that of somebody. */
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: securityEventKinds }).notNull(),
    at: instant('at').notNull(),
    userAgent: text('user_agent'),
    ipAddress: text('ip_address'),
    /** What it was about, in a few words: the name of a key, the roles. */
    detail: text('detail'),
  },
  (table) => [
    index('security_events_by_account').on(table.accountId, table.id),
    index('security_events_by_time').on(table.at),
  ],
);

/** Wrong passwords in a row, by SHA-256 of account (or name of nobody) and network address. */
export const loginFailures = pgTable(
  'login_failures',
  {
    key: bytea('key').primaryKey(),
    failures: integer('failures').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [index('login_failures_by_time').on(table.lastAt)],
);

/** Copies of their data that users asked for. */
export const dataExports = pgTable(
  'data_exports',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['GATHERING', 'READY', 'EXPIRED', 'FAILED'] }).notNull(),
    requestedAt: instant('requested_at').notNull(),
    readyAt: instant('ready_at'),
    /** Until when it is waited for, then until when it can be fetched. */
    expiresAt: instant('expires_at').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }),
    /** How often its parts were asked for (count). */
    asked: integer('asked').notNull().default(1),
    nextAskAt: instant('next_ask_at').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    /** When the notice was mailed. */
    toldAt: instant('told_at'),
  },
  (table) => [
    index('data_exports_by_account').on(table.accountId, table.id),
    index('data_exports_gathering')
      .on(table.nextAskAt)
      .where(sql`${table.state} = 'GATHERING'`),
    index('data_exports_by_expiry').on(table.expiresAt),
  ],
);

/** The part of each domain; null until it has arrived. */
export const dataExportParts = pgTable(
  'data_export_parts',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => dataExports.id, { onDelete: 'cascade' }),
    domain: text('domain').$type<DataDomain>().notNull(),
    manifestKey: text('manifest_key'),
  },
  (table) => [primaryKey({ columns: [table.exportId, table.domain] })],
);

/** Deletions of accounts. What is needed to finish one is sealed, and gone when it is finished: the report names nobody. */
export const erasures = pgTable(
  'erasures',
  {
    receiptId: uuid('receipt_id').primaryKey(),
    requestedAt: instant('requested_at').notNull(),
    /** 1 at the deletion, 2 once no access token can be good any more. */
    round: integer('round').notNull(),
    asked: integer('asked').notNull().default(1),
    nextLookAt: instant('next_look_at').notNull(),
    sealedSubject: bytea('sealed_subject'),
    /** When every domain had reported the first time. */
    erasedAt: instant('erased_at'),
    toldAt: instant('told_at'),
    /** When every domain had looked once more. */
    finishedAt: instant('finished_at'),
  },
  (table) => [
    index('erasures_unfinished')
      .on(table.nextLookAt)
      .where(sql`${table.finishedAt} is null`),
  ],
);

/** What each domain reported in each round. */
export const erasureParts = pgTable(
  'erasure_parts',
  {
    receiptId: uuid('receipt_id')
      .notNull()
      .references(() => erasures.receiptId, { onDelete: 'cascade' }),
    domain: text('domain').$type<DataDomain>().notNull(),
    round: integer('round').notNull(),
    erased: jsonb('erased').$type<Tally[]>().notNull(),
    anonymised: jsonb('anonymised').$type<Tally[]>().notNull(),
    objects: integer('objects').notNull(),
    reportedAt: instant('reported_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.receiptId, table.domain, table.round] })],
);

/** Ids of sessions and API keys of deleted accounts, until their access tokens have expired. */
export const endedAccess = pgTable(
  'ended_access',
  {
    id: uuid('id').primaryKey(),
    endedAt: instant('ended_at').notNull(),
  },
  (table) => [index('ended_access_by_end').on(table.endedAt)],
);

/** Usernames that were given up, kept for who had them. */
export const retiredUsernames = pgTable(
  'retired_usernames',
  {
    usernameKey: text('username_key').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    reservedUntil: instant('reserved_until').notNull(),
  },
  (table) => [
    index('retired_usernames_by_account').on(table.accountId),
    index('retired_usernames_by_expiry').on(table.reservedUntil),
  ],
);

/** Passkeys: public keys by which an account signs in (WebAuthn). The private halves never leave their devices. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The authenticator's name for it. */
    credentialId: text('credential_id').notNull().unique('passkeys_credential_id'),
    /** In COSE form. */
    publicKey: bytea('public_key').notNull(),
    /** Uses as the authenticator counts them; one that falls back is a copy. 0 where it does not count. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    /** What its owner calls it. */
    name: text('name').notNull(),
    /** True when it is kept in several places, such as a password manager that syncs. */
    backedUp: boolean('backed_up').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkeys_by_account').on(table.accountId, table.createdAt)],
);

/** WebAuthn ceremonies that have begun. A row is deleted by the answer that it waits for, so none is answered twice. */
export const passkeyCeremonies = pgTable(
  'passkey_ceremonies',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['REGISTER', 'SIGN_IN', 'SECOND_FACTOR'] }).notNull(),
    /** Null where nobody is known yet: the passkey will say who it is. */
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** The challenge of `login` that a second factor answers. */
    mfaChallengeId: uuid('mfa_challenge_id').references(() => mfaChallenges.id, { onDelete: 'cascade' }),
    /** Random, base64url: what the authenticator signs. */
    challenge: text('challenge').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('passkey_ceremonies_by_expiry').on(table.expiresAt),
    index('passkey_ceremonies_by_account').on(table.accountId),
    index('passkey_ceremonies_by_mfa_challenge').on(table.mfaChallengeId),
  ],
);

/** Identities at OpenID Connect providers by which an account signs in. */
export const identities = pgTable(
  'identities',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The id that the provider has in the configuration. */
    provider: text('provider').notNull(),
    issuer: text('issuer').notNull(),
    /** Who it is at the issuer; both together name somebody for ever (OpenID Connect Core, section 2). */
    subject: text('subject').notNull(),
    /** The address that the provider told last. */
    email: text('email').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    uniqueIndex('identities_by_subject').on(table.issuer, table.subject),
    index('identities_by_account').on(table.accountId, table.createdAt),
  ],
);

/** Sign-ins that have been sent to a provider, by SHA-256 of `state`. A row is deleted when the browser comes back. */
export const oidcRequests = pgTable(
  'oidc_requests',
  {
    stateHash: bytea('state_hash').primaryKey(),
    provider: text('provider').notNull(),
    purpose: text('purpose', { enum: ['SIGN_IN', 'LINK'] }).notNull(),
    /** SHA-256 of the browser's cookie: the one that left has to be the one that comes back. */
    browserHash: bytea('browser_hash').notNull(),
    /** PKCE verifier and nonce, sealed. */
    sealedSecrets: bytea('sealed_secrets').notNull(),
    /** SHA-256, base64url, of what the client will show to redeem the ticket. */
    clientChallenge: text('client_challenge').notNull(),
    /** Where the browser goes in the end; null for a page that shows the ticket. */
    returnTo: text('return_to'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('oidc_requests_by_expiry').on(table.expiresAt)],
);

/** What a provider has said of somebody, until the client fetches it, by SHA-256 of the ticket. Deleted by its one use. */
export const oidcTickets = pgTable(
  'oidc_tickets',
  {
    hash: bytea('hash').primaryKey(),
    provider: text('provider').notNull(),
    purpose: text('purpose', { enum: ['SIGN_IN', 'LINK'] }).notNull(),
    clientChallenge: text('client_challenge').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    email: text('email'),
    emailVerified: boolean('email_verified').notNull(),
    username: text('username'),
    displayName: text('display_name'),
    locale: text('locale'),
    timeZone: text('time_zone'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('oidc_tickets_by_expiry').on(table.expiresAt)],
);
