import type { ClickHouseClient } from '@clickhouse/client';
import type { EventRow } from './event-row.js';
import { feedOf } from './feeds.js';

/**
 * Inserts raw events, those of each feed together; materialized views keep them and fill the typed tables within the same insert. Resolves when ClickHouse has the
 * rows on disk, or in its log: they survive a crash from then on.
 *
 * An insert that failed half-way may be sent again as it is: rows that are there already have the same keys.
 */
export async function insertEvents(writer: ClickHouseClient, rows: EventRow[]): Promise<void> {
  const byFeed = new Map<string, EventRow[]>();
  for (const row of rows) {
    const feed = feedOf(row);
    const ofFeed = byFeed.get(feed);
    if (ofFeed) ofFeed.push(row);
    else byFeed.set(feed, [row]);
  }
  for (const [table, values] of byFeed) {
    await writer.insert({
      table,
      values,
      format: 'JSONEachRow',
      // With asynchronous inserts, acknowledged rows could still be lost. Pinned, because servers differ in their default.
      clickhouse_settings: { async_insert: 0 },
    });
  }
}
