import { ClickHouseError } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClickHouse } from '../../src/clickhouse/clickhouse.js';

/** What every ClickHouse driver promises. `open` gives an empty database. */
export function describeClickHouse(driver: string, open: () => Promise<ClickHouse>): void {
  describe(`ClickHouse: ${driver}`, () => {
    let clickhouse: ClickHouse;

    beforeAll(async () => {
      clickhouse = await open();
      await clickhouse.writer.command({
        query: `CREATE TABLE facts (id UInt64, word String, at DateTime64(3))
          ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100`,
      });
    });

    afterAll(async () => {
      await clickhouse.close();
    });

    async function ask(query: string, parameters: Record<string, unknown> = {}): Promise<unknown[]> {
      const result = await clickhouse.reader.query({ query, query_params: parameters, format: 'JSONEachRow' });
      return result.json();
    }

    async function insert(id: number, word: string, token?: string): Promise<void> {
      await clickhouse.writer.insert({
        table: 'facts',
        values: [{ id, word, at: '2026-01-15T12:00:00.123Z' }],
        format: 'JSONEachRow',
        ...(token === undefined ? {} : { clickhouse_settings: { insert_deduplication_token: token } }),
      });
    }

    it('is ready', async () => {
      expect(await clickhouse.ready()).toBe(true);
    });

    it('reads what was inserted: UTC instants, 64-bit integers as numbers', async () => {
      await insert(9_007_199_254_740_991, 'слово');
      expect(await ask(`SELECT id, word, at, toTypeName(at) AS type FROM facts WHERE word = 'слово'`)).toEqual([
        { id: 9_007_199_254_740_991, word: 'слово', at: '2026-01-15 12:00:00.123', type: 'DateTime64(3)' },
      ]);
    });

    it('binds parameters of every kind exactly', async () => {
      const text = `it's a \\ "test"\n\tof {x:String}; SELECT 2 -- ½`;
      const [row] = await ask(
        `SELECT {text:String} AS text, {list:Array(String)} AS list, {ids:Array(UInt64)} AS ids, {map:Map(String, UInt8)} AS map,
          {at:DateTime64(3)} AS at, {none:Nullable(String)} AS none, {yes:Bool} AS yes, {ratio:Float64} AS ratio, {day:Date} AS day`,
        {
          text,
          list: [text, '', "'"],
          ids: [1, 2],
          map: { [text]: 1 },
          at: new Date('2026-01-15T12:00:00.045Z'),
          none: null,
          yes: true,
          ratio: 0.25,
          day: '2026-02-28',
        },
      );
      expect(row).toEqual({
        text,
        list: [text, '', "'"],
        ids: [1, 2],
        map: { [text]: 1 },
        at: '2026-01-15 12:00:00.045',
        none: null,
        yes: true,
        ratio: 0.25,
        day: '2026-02-28',
      });
    });

    it('keeps the parameters of queries apart that run at the same time', async () => {
      const numbers = Array.from({ length: 40 }, (_, index) => index);
      const answers = await Promise.all(numbers.map((n) => ask('SELECT {n:UInt32} AS n', { n })));
      expect(answers).toEqual(numbers.map((n) => [{ n }]));
    });

    it('refuses a query whose parameter is missing, even when an earlier one had it', async () => {
      await ask('SELECT {left_out:String} AS x', { left_out: 'x' });
      for (const parameters of [{}, { other: 'x' }]) {
        await expect(ask('SELECT {left_out:String} AS x', parameters)).rejects.toMatchObject({ code: '456' });
      }
    });

    it('throws ClickHouseError with code and type', async () => {
      const error = await ask('SELECT * FROM absent').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ClickHouseError);
      expect(error).toMatchObject({ code: '60', type: 'UNKNOWN_TABLE' });
    });

    it('lets a setting hold for its own call only', async () => {
      await insert(1, 'token', 'the same token');
      await insert(1, 'token', 'the same token');
      await insert(2, 'token');
      await insert(3, 'token');
      expect(await ask(`SELECT id FROM facts WHERE word = 'token' ORDER BY id`)).toEqual([
        { id: 1 },
        { id: 2 },
        { id: 3 },
      ]);
      const limited = clickhouse.reader.query({
        query: 'SELECT number FROM numbers(10)',
        format: 'JSONEachRow',
        clickhouse_settings: { max_result_rows: '5' },
      });
      await expect(limited).rejects.toMatchObject({ code: '396' });
      expect(await ask('SELECT number FROM numbers(10)')).toHaveLength(10);
    });

    it('gives a reader no way to write', async () => {
      const attempts = [
        `INSERT INTO facts VALUES (1, 'x', now64(3))`,
        'CREATE TABLE other (id UInt64) ENGINE = MergeTree ORDER BY id',
        'DROP TABLE facts',
        'ALTER TABLE facts DELETE WHERE 1',
        'TRUNCATE TABLE facts',
      ];
      for (const query of attempts) {
        const error = await clickhouse.reader.command({ query }).catch((thrown: unknown) => thrown);
        // READONLY or ACCESS_DENIED.
        expect(['164', '497'], query).toContain(error instanceof ClickHouseError ? error.code : undefined);
      }
      const loosened = clickhouse.reader.command({ query: 'SELECT 1', clickhouse_settings: { readonly: '0' } });
      await expect(loosened).rejects.toBeInstanceOf(ClickHouseError);
      expect(await ask('SELECT count() > 0 AS there FROM facts')).toEqual([{ there: 1 }]);
    });

    it('stops waiting when the caller aborts, and stays usable', async () => {
      const controller = new AbortController();
      const slow = clickhouse.reader.query({ query: 'SELECT sleep(0.3)', abort_signal: controller.signal });
      controller.abort(new Error('gone'));
      await expect(slow).rejects.toThrow();
      expect(await ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });
  });
}
