import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { openTestClickHouse } from '../src/clickhouse.js';

describe('openTestClickHouse', () => {
  let one: ClickHouse;
  let other: ClickHouse;

  beforeAll(async () => {
    one = await openTestClickHouse();
    other = await openTestClickHouse();
  });

  afterAll(async () => {
    await one.close();
    await other.close();
  });

  it('gives each caller an empty database of its own', async () => {
    await one.writer.command({ query: 'CREATE TABLE words (word String) ENGINE = MergeTree ORDER BY word' });
    await one.writer.insert({ table: 'words', values: [{ word: 'кот' }], format: 'JSONEachRow' });
    const rows = await one.reader.query({ query: 'SELECT word FROM words', format: 'JSONEachRow' });
    expect(await rows.json()).toEqual([{ word: 'кот' }]);
    const tables = await other.reader.query({ query: 'SHOW TABLES', format: 'JSONEachRow' });
    expect(await tables.json()).toEqual([]);
  });
});
