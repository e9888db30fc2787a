import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { feeds } from './feeds.js';

/** A materialized view, as something to run again. */
export interface FeedingView {
  name: string;
  /** The table that it reads; undefined for one that takes raw events, whichever feed they come through. */
  source: string | undefined;
  /** The table that it feeds. */
  target: string;
  /** The columns that it gives. */
  columns: string[];
  /** Its statement, over another table or subquery in place of its source. */
  select: (source: string) => string;
}

const viewRow = z.array(z.object({ name: z.string(), create_table_query: z.string(), as_select: z.string() }));
const identifier = '`?\\w+`?\\.`?(\\w+)`?';

/**
 * The materialized views of the database that make figures, without those that keep raw events. ClickHouse knows their statements,
 * so a rebuild cannot drift from them.
 */
export async function feedingViews(writer: ClickHouseClient): Promise<FeedingView[]> {
  const result = await writer.query({
    query: `SELECT name, create_table_query, as_select FROM system.tables
      WHERE database = currentDatabase() AND engine = 'MaterializedView' ORDER BY name`,
    format: 'JSONEachRow',
  });
  const rows = viewRow.parse(await result.json());
  const fed: ReadonlySet<string> = new Set(feeds);
  const views = await Promise.all(
    rows.map(async ({ name, create_table_query, as_select }) => {
      const target = new RegExp(`\\bTO ${identifier}`).exec(create_table_query)?.[1];
      const from = new RegExp(`\\bFROM ${identifier}`).exec(as_select);
      const [clause, source] = from ?? [];
      if (target === undefined || clause === undefined || source === undefined)
        throw new Error(`The statement of the view ${name} has another form than a rebuild knows: ${as_select}`);
      const described = await writer.query({ query: `DESCRIBE TABLE (${as_select})`, format: 'JSONEachRow' });
      const columns = z.array(z.object({ name: z.string() })).parse(await described.json());
      return {
        name,
        source: fed.has(source) ? undefined : source,
        target,
        columns: columns.map((column) => column.name),
        select: (other: string) => as_select.replace(clause, `FROM ${other}`),
      };
    }),
  );
  return views.filter(({ target }) => target !== 'events');
}
