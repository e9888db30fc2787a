import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../src/postgres.js';

describe('createTestDatabase', () => {
  let migrations: string;

  beforeAll(async () => {
    migrations = await mkdtemp(path.join(os.tmpdir(), 'ruzlet-migrations-'));
    await mkdir(path.join(migrations, 'meta'));
    const entries = [{ idx: 0, version: '7', when: 1_700_000_000_000, tag: '0000_words', breakpoints: true }];
    await writeFile(
      path.join(migrations, 'meta', '_journal.json'),
      JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    );
    await writeFile(
      path.join(migrations, '0000_words.sql'),
      'create extension pg_trgm;\n--> statement-breakpoint\ncreate table words (word text);',
    );
  });

  afterAll(async () => {
    await rm(migrations, { recursive: true });
  });

  it('gives each caller a migrated database of its own, even when several ask at once', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(migrations)));
    for (const [index, database] of databases.entries()) {
      const sql = postgres(database.url, { max: 1 });
      await sql`insert into words values (${`word ${String(index)}`})`;
      expect(await sql`select word from words`).toEqual([{ word: `word ${String(index)}` }]);
      await sql.end();
    }
    await Promise.all(databases.map((database) => database.drop()));
  });

  it('runs as a role that is no superuser, with Cyrillic trigrams and UTF-8', async () => {
    const database = await createTestDatabase(migrations);
    const sql = postgres(database.url, { max: 1 });
    const [row] = await sql`
      select current_setting('is_superuser') as super, current_setting('server_encoding') as encoding,
        similarity('молоко', 'молока') > 0.4 as alike`;
    expect(row).toEqual({ super: 'off', encoding: 'UTF8', alike: true });
    await sql.end();
    await database.drop();
  });

  it('makes an empty database when there is no migrations folder, and drops it with its connections', async () => {
    const database = await createTestDatabase(null);
    const sql = postgres(database.url, { max: 1 });
    expect(
      await sql`select count(*)::int as tables from information_schema.tables where table_schema = 'public'`,
    ).toEqual([{ tables: 0 }]);
    await database.drop();
    await expect(sql`select 1`).rejects.toThrow();
    await sql.end({ timeout: 1 });
  });
});
