import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';

/**
 * One statement and the shape of its rows. Rows are parsed, so a statement and its readers cannot drift apart unseen.
 *
 * Every table that is read here is a ReplacingMergeTree under a key that names the thing itself, and is read with FINAL:
 * rows of the same key count once, whether or not ClickHouse has merged them. So no duplicate and no replay changes a figure.
 */
export interface Query<Row extends z.ZodType> {
  /** For logs and errors. */
  name: string;
  sql: string;
  row: Row;
}

/** A number, which ClickHouse writes in quotes when it has 64 bits. */
export const numeric = z.coerce.number();
/** Milliseconds since 1970 as a point in time. */
export const instant = z.coerce.number().transform((milliseconds) => new Date(milliseconds));
/** A `Date` column. */
export const day = z.iso.date();

/**
 * Runs a query with its parameters. Sends no settings: the reader is read-only, and its limits are the server's.
 *
 * @throws when ClickHouse refuses or a row does not have the promised shape, which is a defect of the query.
 */
export async function runQuery<Row extends z.ZodType>(
  reader: ClickHouseClient,
  query: Query<Row>,
  parameters: Record<string, unknown>,
): Promise<z.output<Row>[]> {
  const result = await reader.query({ query: query.sql, query_params: parameters, format: 'JSONEachRow' });
  const rows = z.array(query.row).safeParse(await result.json());
  if (!rows.success) throw new Error(`Rows of the query ${query.name} have another shape: ${rows.error.message}`);
  return rows.data;
}
