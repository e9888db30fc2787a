import { readFileSync } from 'node:fs';
import { ClickHouseError, ClickHouseLogLevel, createClient, type ClickHouseSettings } from '@clickhouse/client';
import { afterAll, describe, expect, it } from 'vitest';
import { processOf, runningTopology } from './config.js';

const accessDenied = '497';
const refusedSetting = ['164', '452'];

describe('the users that infra/clickhouse gives the server', () => {
  const { env } = processOf(runningTopology(), 'analytics');
  const connect = (username: string, password = '') =>
    createClient({
      url: env.CLICKHOUSE_URL ?? '',
      database: 'ruzlet',
      username,
      password,
      // Refusals are what is expected here, not news.
      log: { level: ClickHouseLogLevel.OFF },
      // Otherwise an error in the middle of an answer only breaks it off.
      clickhouse_settings: { wait_end_of_query: 1 },
    });
  const writer = connect('analytics_writer', env.CLICKHOUSE_WRITER_PASSWORD);
  const reader = connect('analytics_reader', env.CLICKHOUSE_READER_PASSWORD);
  afterAll(() => Promise.all([writer.close(), reader.close()]));

  it('let nobody in without the password', async () => {
    for (const username of ['analytics_writer', 'analytics_reader']) {
      const guesser = connect(username, 'guess');
      expect(await codeOf(guesser, 'SELECT 1')).toBe('516');
      await guesser.close();
    }
  });

  async function codeOf(client: typeof reader, query: string, settings: ClickHouseSettings = {}): Promise<string> {
    try {
      await client.command({ query, clickhouse_settings: settings });
      return 'ok';
    } catch (error) {
      return error instanceof ClickHouseError ? error.code : String(error);
    }
  }

  it.each(['writer', 'reader'] as const)('keep the %s out of everything that is not its own', async (who) => {
    const client = { writer, reader }[who];
    for (const query of [
      'SELECT * FROM system.users',
      'SELECT * FROM system.settings_profiles',
      'CREATE DATABASE other',
      'DROP DATABASE ruzlet',
      "CREATE USER intruder IDENTIFIED BY 'x'",
      'GRANT ALL ON *.* TO analytics_reader',
      'SYSTEM SHUTDOWN',
      "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
      "SELECT * FROM file('/etc/passwd', 'LineAsString')",
      "SELECT * FROM remote('127.0.0.1', system.one)",
      "INSERT INTO FUNCTION file('out.csv', 'CSV', 'a UInt8') VALUES (1)",
    ]) {
      expect([accessDenied, '164'], `${who}: ${query}`).toContain(await codeOf(client, query));
    }
  });

  it('let the reader write nothing, with or without other settings', async () => {
    for (const settings of [{}, { readonly: '0' as const }]) {
      for (const query of [
        'TRUNCATE TABLE reviews',
        'DROP TABLE reviews',
        'INSERT INTO reviews (review_id) SELECT generateUUIDv4()',
      ]) {
        expect([accessDenied, ...refusedSetting], query).toContain(await codeOf(reader, query, settings));
      }
    }
  });

  it('hold the reader to its limits, which a query can tighten and not loosen', async () => {
    expect(await codeOf(reader, 'SELECT 1', { max_execution_time: 5 })).toBe('ok');
    const looser: ClickHouseSettings[] = [
      { max_execution_time: 600 },
      { max_execution_time: 0 },
      { max_memory_usage: '100000000000' },
      { max_memory_usage: '0' },
      { max_memory_usage_for_user: '0' },
      { max_rows_to_read: '0' },
      { max_result_rows: '0' },
    ];
    for (const settings of looser) {
      expect(refusedSetting, JSON.stringify(settings)).toContain(await codeOf(reader, 'SELECT 1', settings));
    }
    // TOO_MANY_ROWS_OR_BYTES, TOO_MANY_ROWS, MEMORY_LIMIT_EXCEEDED.
    expect(await codeOf(reader, 'SELECT number FROM numbers(1000001)')).toBe('396');
    expect(await codeOf(reader, 'SELECT count() FROM numbers(1000000001) WHERE number % 2 = 0')).toBe('158');
    expect(await codeOf(reader, "SELECT length(groupArray(repeat('x', 1000000))) FROM numbers(3000)")).toBe('241');
  });

  it('run on a server of the version and with the settings that compose gives it', async () => {
    const own = createClient({ url: env.CLICKHOUSE_URL ?? '', log: { level: ClickHouseLogLevel.OFF } });
    const one = async (query: string) =>
      (await (await own.query({ query, format: 'JSONEachRow' })).json<Record<string, string>>()).map((row) =>
        Object.values(row).join(' '),
      );
    const compose = readFileSync(new URL('../../compose.yaml', import.meta.url), 'utf8');
    const [version] = await one('SELECT version()');
    expect(compose).toContain(`clickhouse/clickhouse-server:${version?.split('.').slice(0, 2).join('.') ?? ''}`);
    const ratio = "SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage_to_ram_ratio'";
    expect(await one(ratio)).toEqual(['0.5']);
    // The image's own user may come from the machine of the server alone.
    const hosts =
      "SELECT host_ip, host_names, host_names_regexp, host_names_like FROM system.users WHERE name = 'default'";
    expect(await one(hosts)).toEqual([' localhost  ']);
    await own.command({ query: 'SYSTEM FLUSH LOGS' });
    // What grows is kept for a week, and the rest is not kept.
    const logs =
      "SELECT name, engine_full FROM system.tables WHERE database = 'system' AND name LIKE '%\\_log' ORDER BY name";
    const kept = await one(logs);
    expect(kept.map((row) => row.split(' ')[0])).toEqual(['part_log', 'query_log']);
    for (const row of kept) expect(row).toContain('TTL event_date + toIntervalDay(7)');
    await own.close();
  });

  it('let the writer do what migrating and collecting take', async () => {
    const count = async () =>
      (await writer.query({ query: 'SELECT toString(count()) AS n FROM probe', format: 'JSONEachRow' })).json();
    for (const query of [
      'CREATE TABLE IF NOT EXISTS probe (id UInt64) ENGINE = ReplacingMergeTree ORDER BY id',
      'CREATE TABLE IF NOT EXISTS probe_sums (id UInt64, n UInt64) ENGINE = SummingMergeTree ORDER BY id',
      'CREATE MATERIALIZED VIEW IF NOT EXISTS probe_view TO probe_sums AS SELECT id, 1 AS n FROM probe',
      'ALTER TABLE probe ADD COLUMN IF NOT EXISTS word String',
      'INSERT INTO probe (id) SELECT number FROM numbers(10)',
      'OPTIMIZE TABLE probe FINAL',
      'DROP TABLE probe_view',
      'DROP TABLE probe_sums',
      'DROP TABLE probe',
    ]) {
      await writer.command({ query });
      if (query.startsWith('OPTIMIZE')) expect(await count(), query).toEqual([{ n: '10' }]);
    }
    await expect(count()).rejects.toThrow(/probe/);
  });
});
