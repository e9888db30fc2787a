import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-tables.js';
import { bytea, instant } from './column-types.js';

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
