import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClickHouse } from '../../src/clickhouse/clickhouse.js';
import { migrateClickHouse } from '../../src/clickhouse/migrate.js';

describe('migrateClickHouse', () => {
  let clickhouse: ClickHouse;
  let folder: string;

  beforeEach(async () => {
    clickhouse = await openTestClickHouse();
    folder = await mkdtemp(path.join(os.tmpdir(), 'ruzlet-clickhouse-migrations-'));
    await write(
      '0001_words.sql',
      `-- Words; all of them.\nCREATE TABLE IF NOT EXISTS words (word String) ENGINE = MergeTree ORDER BY word;`,
    );
  });

  afterEach(async () => {
    await clickhouse.close();
    await rm(folder, { recursive: true });
  });

  async function write(name: string, script: string): Promise<void> {
    await writeFile(path.join(folder, name), script);
  }

  async function words(): Promise<unknown[]> {
    const result = await clickhouse.reader.query({
      query: 'SELECT word FROM words ORDER BY word',
      format: 'JSONEachRow',
    });
    return result.json();
  }

  it('applies each file once, in order', async () => {
    await write('0002_two.sql', `INSERT INTO words VALUES ('a;b'); INSERT INTO words VALUES ('c');`);
    expect(await migrateClickHouse(clickhouse, folder)).toEqual(['0001_words.sql', '0002_two.sql']);
    expect(await migrateClickHouse(clickhouse, folder)).toEqual([]);
    await write('0003_more.sql', `INSERT INTO words VALUES ('d')`);
    expect(await migrateClickHouse(clickhouse, folder)).toEqual(['0003_more.sql']);
    expect(await words()).toEqual([{ word: 'a;b' }, { word: 'c' }, { word: 'd' }]);
  });

  it('applies a file again that broke off in the middle', async () => {
    await write(
      '0002_broken.sql',
      'CREATE TABLE IF NOT EXISTS more (n UInt8) ENGINE = MergeTree ORDER BY n; SELECT broken;',
    );
    await expect(migrateClickHouse(clickhouse, folder)).rejects.toThrow(
      /Statement 2 of the migration 0002_broken\.sql failed/,
    );
    await write(
      '0002_broken.sql',
      'CREATE TABLE IF NOT EXISTS more (n UInt8) ENGINE = MergeTree ORDER BY n; SELECT 1;',
    );
    expect(await migrateClickHouse(clickhouse, folder)).toEqual(['0002_broken.sql']);
  });

  it('refuses a changed file, a missing one and a misnamed one', async () => {
    await migrateClickHouse(clickhouse, folder);
    await write('0001_words.sql', 'CREATE TABLE IF NOT EXISTS words (word UInt8) ENGINE = MergeTree ORDER BY word');
    await expect(migrateClickHouse(clickhouse, folder)).rejects.toThrow('has changed');
    await rm(path.join(folder, '0001_words.sql'));
    await expect(migrateClickHouse(clickhouse, folder)).rejects.toThrow('does not have it');
    await write('first.sql', 'SELECT 1');
    await expect(migrateClickHouse(clickhouse, folder)).rejects.toThrow('is not named like');
  });
});
