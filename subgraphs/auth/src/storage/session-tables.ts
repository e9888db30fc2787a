import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-tables.js';
import { bytea, instant } from './column-types.js';

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

/** Ids of sessions and API keys of deleted accounts, until their access tokens have expired. */
export const endedAccess = pgTable(
  'ended_access',
  {
    id: uuid('id').primaryKey(),
    endedAt: instant('ended_at').notNull(),
  },
  (table) => [index('ended_access_by_end').on(table.endedAt)],
);
