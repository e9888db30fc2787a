import { sql as drizzleSql } from 'drizzle-orm';
import type postgres from 'postgres';
import { z } from 'zod';
import type { Db } from '../postgres/database.js';
import type { JsonSource } from './export-part.js';

/** Rows that are read at once (count). */
const pageRowsMax = 1_000;

/** Tables of machinery: they hold nothing of anybody for longer than a moment. */
const machineryTables = ['inbox', 'outbox', 'subject_requests', 'erased_subjects'];

const columnSchema = z.object({ table: z.string(), column: z.string() });
export type SubjectColumn = z.output<typeof columnSchema>;

/** Every column of this database with one of these names: whatever migrations add is found too. */
export async function columnsNamed(sql: postgres.Sql, names: readonly string[]): Promise<SubjectColumn[]> {
  const rows = await sql`
    select c.table_name as "table", c.column_name as "column"
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.column_name = any(${[...names]}) and c.table_name <> all(${machineryTables})
    order by c.table_name, c.column_name`;
  return z.array(columnSchema).parse([...rows]);
}

/**
 * Rows of a table as JSON, in pages: whatever their number, no more than a page is held. Columns of bytes and of search are left out: the
 * first are hashes and sealed secrets, the second only repeat the text.
 *
 * @param where a condition with `$1` for the subject's id.
 */
export async function* readRows(
  sql: postgres.Sql,
  {
    table,
    where,
    subjectId,
    without = [],
  }: { table: string; where: string; subjectId: string; without?: readonly string[] },
): AsyncGenerator<unknown[]> {
  const columns = z.array(z.object({ column_name: z.string() })).parse([
    ...(await sql`
      select column_name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and data_type not in ('bytea', 'tsvector')
        and column_name <> all(${['search_text', 'answers_fingerprint', 'moves_fingerprint', ...without]})
      order by ordinal_position`),
  ]);
  const list = columns.map(({ column_name: name }) => `"${name}"`).join(', ');
  const query = `select to_jsonb(kept) as row from (select ${list} from "${table}" where ${where}) kept`;
  for await (const rows of sql.unsafe(query, [subjectId]).cursor(pageRowsMax)) {
    yield rows.map((row) => z.object({ row: z.unknown() }).parse(row).row);
  }
}

/** A source of an export for every table that has rows of the subject in one of its columns. */
export async function subjectSources(
  sql: postgres.Sql,
  {
    columns,
    subjectId,
    without = [],
  }: { columns: readonly SubjectColumn[]; subjectId: string; without?: readonly string[] },
): Promise<JsonSource[]> {
  const byTable = new Map<string, string[]>();
  for (const { table, column } of columns) byTable.set(table, [...(byTable.get(table) ?? []), column]);
  const sources: JsonSource[] = [];
  for (const [table, names] of byTable) {
    const where = names.map((name) => `"${name}" = $1`).join(' or ');
    if (!(await hasRows(sql, table, where, subjectId))) continue;
    sources.push({ name: table, rows: readRows(sql, { table, where, subjectId, without }) });
  }
  return sources;
}

/** Deletes the rows of the subject. @returns how many of which table. */
export async function eraseRows<S extends Record<string, unknown>>(
  tx: Db<S>,
  columns: readonly SubjectColumn[],
  subjectId: string,
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const { table, column } of columns) {
    const deleted = await tx.execute(
      drizzleSql`delete from ${drizzleSql.identifier(table)} where ${drizzleSql.identifier(column)} = ${subjectId}`,
    );
    if (deleted.count > 0) tallies.push({ kind: table, count: deleted.count });
  }
  return tallies;
}

/** How many of which kind: the name of a table. */
export interface Tally {
  kind: string;
  count: number;
}

/** True when the table has such rows. */
export async function hasRows(sql: postgres.Sql, table: string, where: string, subjectId: string): Promise<boolean> {
  const rows = await sql.unsafe(`select 1 from "${table}" where ${where} limit 1`, [subjectId]);
  return rows.length > 0;
}
