import type { ClickHouseClient } from '@clickhouse/client';
import type { EventRow } from './event-row.js';

/**
 * Inserts raw events; materialized views fill the typed tables within the same insert. Resolves when ClickHouse has the
 * rows on disk, or in its log: they survive a crash from then on.
 *
 * An insert that failed half-way may be sent again as it is: rows that are there already have the same keys.
 */
export async function insertEvents(writer: ClickHouseClient, rows: EventRow[]): Promise<void> {
  await writer.insert({
    table: 'events',
    values: rows,
    format: 'JSONEachRow',
    // With asynchronous inserts, acknowledged rows could still be lost. Pinned, because servers differ in their default.
    clickhouse_settings: { async_insert: 0 },
  });
}
