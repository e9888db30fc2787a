import { createClient, type ClickHouseClient, type ClickHouseSettings } from '@clickhouse/client';

/**
 * The ClickHouse port. Two drivers: a ClickHouse server (here), and chdb in this process (`@ruzlet/embedded/clickhouse`).
 * Both speak through `@clickhouse/client`, and on both:
 *
 * - tables are named without a database (`FROM reviews`): the database is given when connecting;
 * - values go in as `query_params`, never into the text of a query;
 * - settings of one call hold for that call only;
 * - instants are read and written in UTC, 64-bit integers come as JSON numbers, an insert is done when it returns.
 */
export interface ClickHouse {
  /** Inserts and DDL. One call at a time on chdb. */
  writer: ClickHouseClient;
  /** Queries only: anything that writes is refused with code 164, READONLY (on a server possibly 497, ACCESS_DENIED). */
  reader: ClickHouseClient;
  /** True when both answer a trivial query. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** What both drivers fix, since the engines' defaults differ or have changed between versions. */
export const clickHousePinnedSettings: ClickHouseSettings = {
  async_insert: 0,
  date_time_input_format: 'best_effort',
  output_format_json_quote_64bit_integers: 0,
  session_timezone: 'UTC',
};

export interface ClickHouseUser {
  username: string;
  password: string;
}

export interface ClickHouseServerOptions {
  /** Of the HTTP interface: `http://clickhouse:8123`. */
  url: string;
  /** Has to exist already. */
  database: string;
  /** May create tables in the database, insert and select. */
  writer: ClickHouseUser;
  /** May select. */
  reader: ClickHouseUser;
}

const requestTimeoutMs = 30_000;
const readerConnectionsMax = 16;
const writerConnectionsMax = 4;

/** Connects to a ClickHouse server. Nothing is sent before the first call. */
export function connectClickHouse(options: ClickHouseServerOptions): ClickHouse {
  const connect = (user: ClickHouseUser, settings: ClickHouseSettings, connectionsMax: number): ClickHouseClient =>
    createClient({
      url: options.url,
      database: options.database,
      username: user.username,
      password: user.password,
      application: 'ruzlet',
      request_timeout: requestTimeoutMs,
      max_open_connections: connectionsMax,
      clickhouse_settings: { ...clickHousePinnedSettings, ...settings },
    });
  return clickHouseOf(
    connect(options.writer, {}, writerConnectionsMax),
    // 2, not 1: a query may bring settings of its own, such as a time limit.
    connect(options.reader, { readonly: '2' }, readerConnectionsMax),
  );
}

/** The port over a pair of clients. */
export function clickHouseOf(writer: ClickHouseClient, reader: ClickHouseClient): ClickHouse {
  return {
    writer,
    reader,
    ready: async () => {
      const answers = await Promise.all([writer, reader].map((client) => client.ping({ select: true })));
      return answers.every((answer) => answer.success);
    },
    close: async () => {
      await Promise.all([writer.close(), reader.close()]);
    },
  };
}
