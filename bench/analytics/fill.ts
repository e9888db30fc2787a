import { openChdb } from '@ruzlet/embedded/clickhouse';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { clickhouseMigrationsFolder } from '../../subgraphs/analytics/src/create-analytics.js';
import { generate } from './generate.js';

/**
 * Generates reviews into a folder, and goes on where it stopped: `npx tsx --conditions=@ruzlet/source bench/analytics/fill.ts
 * <folder> <millions of reviews> [millions of this run]`.
 */
const [folder = '', millions = '1', portion = millions] = process.argv.slice(2);
const began = performance.now();
const say = (line: string) => process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s: ${line}\n`);

const clickhouse = await openChdb({ path: folder, database: `m${millions}` });
await migrateClickHouse(clickhouse, clickhouseMigrationsFolder);
const counted = await clickhouse.reader.query({ query: 'SELECT count() AS n FROM reviews', format: 'JSONEachRow' });
const from = (await counted.json<{ n: number }>())[0]?.n ?? 0;
await generate(
  clickhouse.writer,
  { from, upTo: from + Number(portion) * 1_000_000, reviews: Number(millions) * 1_000_000 },
  say,
);
await clickhouse.close();
