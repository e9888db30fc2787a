import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ApiKeyScope } from '../domain/api-keys.js';
import { securityEventKinds } from '../domain/security-events.js';
import type { Role } from '../domain/roles.js';
import { bytea, instant } from './column-types.js';

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
