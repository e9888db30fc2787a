import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import type { JsonSource } from '@ruzlet/platform/subject-data/export-part';
import type { Tally } from '@ruzlet/platform/subject-data/subject-rows';

/** Rows of one page of an export (count). */
const pageRowsMax = 5_000;

/** Tables with a column that names a user, with what orders their rows: whatever migrations add. */
const learnerTables = `
  SELECT name AS table, sorting_key AS sortingKey FROM system.tables
  WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
    AND name IN (SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'user_id')
  ORDER BY name`;

const tableRows = z.array(z.object({ table: z.string(), sortingKey: z.string() }));

/** How many rows of a user are in which table. */
export async function countLearnerRows(client: ClickHouseClient, userId: string): Promise<Tally[]> {
  const tables = await findLearnerTables(client);
  const counts = tables.map(
    ({ table }) =>
      `SELECT '${table}' AS kind, toUInt32(count()) AS count FROM ${table} FINAL WHERE user_id = {userId:UUID}`,
  );
  const result = await client.query({
    query: `SELECT * FROM (${counts.join(' UNION ALL ')}) WHERE count > 0 ORDER BY kind`,
    query_params: { userId },
    format: 'JSONEachRow',
  });
  return z.array(z.object({ kind: z.string(), count: z.number() })).parse(await result.json());
}

/** A source of an export for every table with rows of the user. */
export async function learnerSources(client: ClickHouseClient, userId: string): Promise<JsonSource[]> {
  const counts = new Map((await countLearnerRows(client, userId)).map(({ kind, count }) => [kind, count]));
  const tables = (await findLearnerTables(client)).filter(({ table }) => counts.has(table));
  return tables.map(({ table, sortingKey }) => ({
    name: table,
    rows: readRows(client, { table, sortingKey, userId }),
  }));
}

async function findLearnerTables(client: ClickHouseClient): Promise<z.output<typeof tableRows>> {
  const result = await client.query({ query: learnerTables, format: 'JSONEachRow' });
  return tableRows.parse(await result.json());
}

async function* readRows(
  client: ClickHouseClient,
  { table, sortingKey, userId }: { table: string; sortingKey: string; userId: string },
): AsyncGenerator<unknown[]> {
  for (let offset = 0; ; offset += pageRowsMax) {
    const result = await client.query({
      query: `SELECT * FROM ${table} FINAL WHERE user_id = {userId:UUID} ORDER BY ${sortingKey} LIMIT ${String(pageRowsMax)} OFFSET ${String(offset)}`,
      query_params: { userId },
      format: 'JSONEachRow',
    });
    const rows = z.array(z.unknown()).parse(await result.json());
    yield rows;
    if (rows.length < pageRowsMax) return;
  }
}
