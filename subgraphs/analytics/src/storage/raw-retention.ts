import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';

/**
 * Sets how long raw events are kept, and does nothing when it is so already: to change it makes ClickHouse look through every
 * part.
 *
 * @param days after its own time an event is dropped; 0 keeps all for ever.
 */
export async function keepRawEvents(writer: ClickHouseClient, days: number): Promise<void> {
  if ((await rawRetentionDays(writer)) === days) return;
  await writer.command({
    query:
      days === 0
        ? 'ALTER TABLE events REMOVE TTL'
        : `ALTER TABLE events MODIFY TTL toDateTime(time) + INTERVAL ${String(Math.trunc(days))} DAY`,
  });
}

/** Days for which raw events are kept; 0 for ever. */
export async function rawRetentionDays(writer: ClickHouseClient): Promise<number> {
  const result = await writer.query({
    query: `SELECT extract(create_table_query, 'TTL toDateTime\\\\(time\\\\) \\\\+ toIntervalDay\\\\((\\\\d+)\\\\)') AS days
      FROM system.tables WHERE database = currentDatabase() AND name = 'events'`,
    format: 'JSONEachRow',
  });
  const [row] = z.array(z.object({ days: z.string() })).parse(await result.json());
  return Number(row?.days ?? 0);
}
