import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Tally } from '@ruzlet/platform/subject-data/subject-rows';
import type { DataDomain } from '../domain/data-domains.js';
import { accounts } from './account-tables.js';
import { bytea, instant } from './column-types.js';

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

/** Files of exports that nobody needs any more: a row goes when they are deleted. An export that it names may be gone already. */
export const exportLeftovers = pgTable(
  'export_leftovers',
  {
    id: uuid('id').primaryKey(),
    /** Of the keys in the object store. */
    prefix: text('prefix').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
  },
  (table) => [index('export_leftovers_due').on(table.nextAttemptAt)],
);

/** Deletions of accounts. What is needed to finish one is sealed, and gone when it is finished: the report names nobody. */
export const erasures = pgTable(
  'erasures',
  {
    receiptId: uuid('receipt_id').primaryKey(),
    requestedAt: instant('requested_at').notNull(),
    /** 1 at the deletion, 2 once no access token can be good any more. */
    round: integer('round').notNull(),
    /** How often the domains were asked in this round (count). */
    asked: integer('asked').notNull().default(1),
    nextLookAt: instant('next_look_at').notNull(),
    /** From when on those that have not reported are asked again. */
    nextAskAt: instant('next_ask_at').notNull().defaultNow(),
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
