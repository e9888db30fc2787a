import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { domains, type Domain } from '../src/engines.js';

const tables = z.array(z.object({ table: z.string() }));

/** Every place in five databases, ClickHouse and the object store where one of these texts stands. */
export async function findInStores(
  stores: { databaseUrl: (domain: Domain) => string; clickhouse: ClickHouse; objectsFolder: string },
  needles: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const look = (place: string, text: string) => {
    const lower = text.toLowerCase();
    for (const needle of needles) if (lower.includes(needle.toLowerCase())) found.push(`${place}: ${needle}`);
  };
  for (const domain of domains) {
    const sql = postgres(stores.databaseUrl(domain), { max: 1, onnotice: () => undefined });
    try {
      const names = tables.parse([
        ...(await sql`select table_name as "table" from information_schema.tables where table_schema in ('public', 'drizzle')`),
      ]);
      for (const { table } of names.filter(({ table }) => !table.startsWith('__drizzle'))) {
        // Every column as text; bytes also as what they might spell.
        const rows = await sql.unsafe(`select to_jsonb(t)::text as row from "${table}" t`);
        for (const { row } of rows) look(`${domain}.${table}`, String(row));
        const bytes = await sql`
          select column_name as "table" from information_schema.columns
          where table_name = ${table} and data_type = 'bytea'`;
        for (const { table: column } of tables.parse([...bytes])) {
          for (const { spelt } of await sql.unsafe(`select encode("${column}", 'escape') as spelt from "${table}"`)) {
            look(`${domain}.${table}.${column}`, String(spelt));
          }
        }
      }
    } finally {
      await sql.end();
    }
  }
  const { reader } = stores.clickhouse;
  const result = await reader.query({
    query: `SELECT name AS table FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'`,
    format: 'JSONEachRow',
  });
  for (const { table } of tables.parse(await result.json())) {
    const rows = await reader.query({ query: `SELECT * FROM ${table}`, format: 'JSONEachRow' });
    look(`clickhouse.${table}`, JSON.stringify(await rows.json()));
  }
  for (const entry of await readdir(stores.objectsFolder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name);
    look(`objects ${path}`, path);
    if (entry.isFile()) look(`objects ${path}`, (await readFile(path)).toString('latin1'));
  }
  return [...new Set(found)];
}
