import { connectClickHouse, type ClickHouse } from '../src/clickhouse/clickhouse.js';
import { describeClickHouse } from '../test/clickhouse/clickhouse-contract.js';
import { clickHouseConfig } from './config.js';

const config = clickHouseConfig();

async function open(): Promise<ClickHouse> {
  const clickhouse = connectClickHouse({
    url: config.RUZLET_TEST_CLICKHOUSE_URL,
    database: config.RUZLET_TEST_CLICKHOUSE_DATABASE,
    writer: {
      username: config.RUZLET_TEST_CLICKHOUSE_WRITER,
      password: config.RUZLET_TEST_CLICKHOUSE_WRITER_PASSWORD,
    },
    reader: {
      username: config.RUZLET_TEST_CLICKHOUSE_READER,
      password: config.RUZLET_TEST_CLICKHOUSE_READER_PASSWORD,
    },
  });
  await clickhouse.writer.command({ query: 'DROP TABLE IF EXISTS facts' });
  return clickhouse;
}

describeClickHouse('server', open);
