import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** What was asked about somebody's data and is not done yet. A row goes when the answer is in the outbox. */
export const subjectRequests = pgTable(
  'subject_requests',
  {
    kind: text('kind', { enum: ['EXPORT', 'ERASURE'] }).notNull(),
    /** The export, or the receipt of the deletion. */
    requestId: uuid('request_id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    round: integer('round').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.requestId, table.round] }),
    index('subject_requests_due').on(table.nextAttemptAt),
  ],
);

/** Who was erased, as a fingerprint that leads back to nobody: what comes late of them is not taken any more. */
export const erasedSubjects = pgTable('erased_subjects', {
  fingerprint: uuid('fingerprint').primaryKey(),
  erasedAt: instant('erased_at').notNull(),
});
