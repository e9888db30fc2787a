import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-tables.js';
import { bytea, instant } from './column-types.js';

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
