import { bigserial, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Events that wait for the bus, in the order of their positions. A row is removed when the bus has acknowledged it. */
export const outbox = pgTable('outbox', {
  position: bigserial('position', { mode: 'bigint' }).primaryKey(),
  // Consumers drop a second event of the same id, so one that is appended twice must fail here, where it can be seen.
  eventId: uuid('event_id').notNull().unique(),
  type: text('type').notNull(),
  topic: text('topic').notNull(),
  key: text('key').notNull(),
  value: text('value').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Events that a consumer has handled, so that a repetition changes nothing. Pruned by age. */
export const inbox = pgTable(
  'inbox',
  {
    consumer: text('consumer').notNull(),
    eventId: uuid('event_id').notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.consumer, table.eventId] }),
    // Rows lie in the order of their arrival, so a block range index finds the old ones and costs next to nothing.
    index('inbox_received_at').using('brin', table.receivedAt),
  ],
);
