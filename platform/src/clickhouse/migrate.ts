import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ClickHouse } from './clickhouse.js';
import { splitStatements } from './split-statements.js';

interface Migration {
  name: string;
  checksum: string;
  statements: string[];
}

const migrationFile = /^\d{4}_[a-z0-9_]+\.sql$/;
const appliedRow = z.object({ name: z.string(), checksum: z.string() });

// Rows are only added. Replacing makes the record of two replicas that migrated at once one row.
const migrationsTable = `CREATE TABLE IF NOT EXISTS schema_migrations (
  name String,
  checksum String,
  applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
) ENGINE = ReplacingMergeTree ORDER BY name`;

/**
 * Brings the database to the newest migration: applies the files `NNNN_name.sql` of `folder` that it has not seen yet,
 * in the order of their names. ClickHouse has no transactions over DDL, so a file that broke off is applied again from its
 * beginning: write its statements so that they can be repeated (`IF NOT EXISTS`, `OR REPLACE`).
 *
 * @returns the names of the files that were applied now.
 * @throws when a file that was applied before has changed or is gone, or when a statement fails.
 */
export async function migrateClickHouse(clickhouse: Pick<ClickHouse, 'writer'>, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await clickhouse.writer.command({ query: migrationsTable });
  const applied = await appliedMigrations(clickhouse);
  checkHistory(migrations, applied, folder);
  const pending = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of pending) await apply(clickhouse, migration);
  return pending.map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!migrationFile.test(name))
        throw new Error(`${path.join(folder, name)} is not named like 0001_what_it_does.sql.`);
      // Line ends must not count: git may change them.
      const script = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, checksum: createHash('sha256').update(script).digest('hex'), statements: splitStatements(script) };
    }),
  );
}

async function appliedMigrations(clickhouse: Pick<ClickHouse, 'writer'>): Promise<Map<string, string>> {
  const result = await clickhouse.writer.query({
    query: 'SELECT name, argMin(checksum, applied_at) AS checksum FROM schema_migrations GROUP BY name',
    format: 'JSONEachRow',
  });
  const rows = z.array(appliedRow).parse(await result.json());
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function checkHistory(migrations: Migration[], applied: Map<string, string>, folder: string): void {
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const present = checksums.get(name);
    if (present === undefined)
      throw new Error(`ClickHouse has seen the migration ${name}, but ${folder} does not have it.`);
    if (present !== checksum) {
      throw new Error(
        `The migration ${name} has changed after it was applied. Undo the change and write a new migration.`,
      );
    }
  }
}

async function apply({ writer }: Pick<ClickHouse, 'writer'>, migration: Migration): Promise<void> {
  for (const [index, query] of migration.statements.entries()) {
    try {
      await writer.command({ query });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`Statement ${String(index + 1)} of the migration ${migration.name} failed: ${reason}`, {
        cause: error,
      });
    }
  }
  await writer.insert({
    table: 'schema_migrations',
    columns: ['name', 'checksum'],
    values: [{ name: migration.name, checksum: migration.checksum }],
    format: 'JSONEachRow',
  });
}
