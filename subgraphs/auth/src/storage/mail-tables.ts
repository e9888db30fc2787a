import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-tables.js';
import { bytea, instant } from './column-types.js';

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
