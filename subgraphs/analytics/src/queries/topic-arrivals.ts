import { z } from 'zod';
import { instant, numeric, type Query } from './run-query.js';

const row = z.object({
  topic: z.string(),
  events_last_hour: numeric,
  events_last_minute: numeric,
  /** NaN, which JSON writes as null, when the hour was empty. */
  lag_ms: numeric.nullable(),
  last_received_at: instant,
});

/**
 * What arrived from each topic, seen from the moment `now` (milliseconds). Looks 31 days back: partitions and the index on
 * `received_at` keep that to what is new.
 */
export const topicArrivals = {
  name: 'topic-arrivals',
  row,
  sql: `
    WITH fromUnixTimestamp64Milli({now:Int64}, 'UTC') AS moment
    SELECT
      topic,
      uniqExactIf(event_id, received_at > moment - INTERVAL 1 HOUR) AS events_last_hour,
      uniqExactIf(event_id, received_at > moment - INTERVAL 1 MINUTE) AS events_last_minute,
      if(events_last_hour = 0, NULL, quantileExactIf(0.99)(
        toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(time), received_at > moment - INTERVAL 1 HOUR
      )) AS lag_ms,
      toUnixTimestamp64Milli(max(received_at)) AS last_received_at
    FROM events
    WHERE received_at > moment - INTERVAL 31 DAY
    GROUP BY topic`,
} satisfies Query<typeof row>;
