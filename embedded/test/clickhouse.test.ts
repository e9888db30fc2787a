import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openChdb } from '../src/clickhouse.js';
import { runAndKill } from './run-and-kill.js';

describe('openChdb', () => {
  let folder: string;

  beforeEach(() => {
    folder = path.join(inject('testScratchFolder'), `chdb-${String(Date.now())}`);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('loses no acknowledged insert when the process is killed', async () => {
    const acknowledged = await runAndKill('chdb-writer', folder, 25);
    const clickhouse = await openChdb({ path: folder });
    const result = await clickhouse.reader.query({
      query: 'SELECT count() AS rows, max(n) AS last FROM numbers',
      format: 'JSONEachRow',
    });
    const [row] = await result.json<{ rows: number; last: number }>();
    expect(row?.rows).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.rows).toBe(row?.last);
    await clickhouse.close();
  });

  it('opens again in the same process after it was closed, with what was in it', async () => {
    const first = await openChdb({ path: folder });
    await first.writer.command({ query: 'CREATE TABLE kept ENGINE = MergeTree ORDER BY n AS SELECT 7 AS n' });
    await first.close();
    await first.close();
    await expect(first.reader.query({ query: 'SELECT 1' })).rejects.toThrow('closed');
    expect(await first.ready()).toBe(false);
    const second = await openChdb({ path: folder });
    const result = await second.reader.query({ query: 'SELECT n FROM kept', format: 'JSONEachRow' });
    expect(await result.json()).toEqual([{ n: 7 }]);
    await second.close();
  });

  it('waits for running queries when it closes', async () => {
    const clickhouse = await openChdb({ path: folder, readersMax: 2 });
    const running = Promise.all(
      [1, 2, 3, 4].map(async (n) => {
        const query = 'SELECT {n:UInt8} AS n, sleep(0.05) AS slept';
        const result = await clickhouse.reader.query({ query, query_params: { n }, format: 'JSONEachRow' });
        return result.json<{ n: number }>();
      }),
    );
    await clickhouse.close();
    expect((await running).map(([row]) => row?.n)).toEqual([1, 2, 3, 4]);
  });
});
