import { sql, type SQL } from 'drizzle-orm';
import { eventBytesMax, outboxChannel, type EncodedEvent } from './events.js';

/** A drizzle transaction of any schema. */
export interface EventWriter {
  execute(query: SQL): PromiseLike<unknown>;
}

/**
 * Appends events to the outbox in the transaction of the change they tell of: both commit, or neither does. Wakes the relay at
 * commit. One statement, whatever the number; an empty list does nothing.
 *
 * Events of a key are published in the order in which they were appended. For two transactions that change one aggregate at the
 * same time that is an order only if they take turns: update the aggregate's row, or select it for update, before appending.
 *
 * @throws Error for an event larger than `eventBytesMax`, which no broker would take: it would hold up all behind it.
 */
export async function appendEvents(tx: EventWriter, events: EncodedEvent[]): Promise<void> {
  if (events.length === 0) return;
  for (const event of events) {
    const bytes = Buffer.byteLength(event.value);
    if (bytes > eventBytesMax) {
      throw new Error(
        `${event.type} ${event.id} has ${String(bytes)} bytes, at most ${String(eventBytesMax)} fit: split it`,
      );
    }
  }
  // As JSON, one parameter: a VALUES list would meet the protocol's limit of 65535 parameters.
  const rows = JSON.stringify(events.map(({ id, type, topic, key, value }) => ({ id, type, topic, key, value })));
  await tx.execute(sql`
    with appended as (
      insert into outbox (event_id, type, topic, key, value)
      select event.id, event.type, event.topic, event.key, event.value
      from rows from (json_to_recordset(${rows}::json) as (id uuid, type text, topic text, key text, value text))
        with ordinality as event(id, type, topic, key, value, ordinal)
      order by event.ordinal
    )
    select pg_notify(${outboxChannel}, '')`);
}
