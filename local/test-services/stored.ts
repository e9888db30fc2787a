import { connectClickHouse, type ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { z } from 'zod';
import { processOf, type TopologyDescription } from './config.js';

/** Straight to the server that the collector of the topology writes to. */
export function openStored(topology: TopologyDescription): ClickHouse {
  const { env } = processOf(topology, 'analytics');
  return connectClickHouse({
    url: env.CLICKHOUSE_URL ?? '',
    database: env.CLICKHOUSE_DATABASE ?? 'ruzlet',
    writer: { username: 'analytics_writer', password: env.CLICKHOUSE_WRITER_PASSWORD ?? '' },
    reader: { username: 'analytics_reader', password: env.CLICKHOUSE_READER_PASSWORD ?? '' },
  });
}

const row = z.object({ id: z.string() });

/** Ids of a learner's reviews as the statistics count them; one that counted twice would stand here twice. */
export async function storedReviews({ reader }: ClickHouse, userId: string): Promise<string[]> {
  const result = await reader.query({
    query: 'SELECT toString(review_id) AS id FROM reviews FINAL WHERE user_id = {userId:UUID}',
    query_params: { userId },
    format: 'JSONEachRow',
  });
  return z
    .array(row)
    .parse(await result.json())
    .map(({ id }) => id);
}
