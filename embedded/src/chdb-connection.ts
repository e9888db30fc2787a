import { ClickHouseError, type ClickHouseClientConfigOptions, type ClickHouseSettings } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { missingParameters, parameterStatement } from './chdb-parameters.js';

/** What `createClient` of `@clickhouse/client` takes in place of its HTTP connection. */
export type ClientConnection = NonNullable<ClickHouseClientConfigOptions['connection']>;

/** One session of the engine: it runs one query at a time and remembers settings. */
interface Session {
  connection: ClientConnection;
  /** Settings that an earlier call has changed here. */
  touched: Set<string>;
}

interface Call {
  query: string;
  clickhouse_settings?: ClickHouseSettings;
  query_params?: Record<string, unknown>;
  abort_signal?: AbortSignal;
}

/**
 * A connection that behaves like one to a server, over several sessions of the engine in this process: calls run in
 * parallel as far as there are sessions, settings of a call end with it, parameters are bound as over HTTP, and errors are
 * the client's own `ClickHouseError`.
 */
export async function openChdbPool(options: {
  path: string;
  database: string;
  sessions: number;
  /** Hold for every call that does not bring its own. */
  settings: ClickHouseSettings;
}): Promise<ClientConnection> {
  const idle: Session[] = [];
  const waiting: ((session: Session) => void)[] = [];
  for (let count = 0; count < options.sessions; count += 1) {
    idle.push(await openSession(options.path, options.database, options.settings));
  }
  let closed = false;

  async function nextSession(): Promise<Session> {
    return idle.pop() ?? (await new Promise<Session>((resolve) => waiting.push(resolve)));
  }

  async function withSession<T>(call: Call, run: (session: Session, prepared: Call) => Promise<T>): Promise<T> {
    if (closed) throw new Error('The ClickHouse connection is closed.');
    call.abort_signal?.throwIfAborted();
    const session = await nextSession();
    const work = (async () => {
      try {
        return await run(session, prepare(call, session, options.settings));
      } catch (error) {
        throw clientError(error);
      } finally {
        const next = waiting.shift();
        if (next) next(session);
        else idle.push(session);
      }
    })();
    return call.abort_signal ? abortable(work, call.abort_signal) : work;
  }

  return {
    query: (params) => withSession(params, (session, call) => session.connection.query({ ...params, ...call })),
    command: (params) => withSession(params, (session, call) => session.connection.command({ ...params, ...call })),
    exec: (params) => withSession(params, (session, call) => session.connection.exec({ ...params, ...call })),
    insert: (params) => withSession(params, (session, call) => session.connection.insert({ ...params, ...call })),
    ping: async () => {
      if (closed) return { success: false, error: new Error('The ClickHouse connection is closed.') };
      return withSession({ query: '' }, (session) => session.connection.ping({ select: true }));
    },
    close: async () => {
      if (closed) return;
      closed = true;
      // A session that is torn down while it works takes the engine with it: each is waited for.
      for (let open = options.sessions; open > 0; open -= 1) await (await nextSession()).connection.close();
    },
  };
}

/**
 * chdb types its connection by its own copy of the client's types, whose classes with private members TypeScript holds to be different
 * ones. The method signatures are the same; the tests run through every one of them.
 */
function isClientConnection(value: unknown): value is ClientConnection {
  if (typeof value !== 'object' || value === null) return false;
  const methods = ['query', 'command', 'exec', 'insert', 'ping', 'close'];
  return methods.every((name) => typeof Reflect.get(value, name) === 'function');
}

async function openSession(path: string, database: string, settings: ClickHouseSettings): Promise<Session> {
  const connection: unknown = createChdbConnection({ path });
  if (!isClientConnection(connection)) throw new Error('chdb gave no connection that @clickhouse/client can use.');
  const name = `\`${database.replaceAll('`', '\\`')}\``;
  await connection.command({ query: `CREATE DATABASE IF NOT EXISTS ${name}` });
  await connection.command({ query: `USE ${name}` });
  await connection.command({ query: 'SELECT 1', clickhouse_settings: settings });
  return { connection, touched: new Set() };
}

/** Puts before the query what makes it independent of the queries that ran on this session before. */
function prepare(call: Call, session: Session, pinned: ClickHouseSettings): Call {
  const { query, clickhouse_settings: settings = {}, query_params: parameters = {} } = call;
  const missing = missingParameters(query, parameters);
  if (missing.length > 0) {
    // The session may remember a value from an earlier query, which a server would not.
    const message = `Query parameters are not set: ${missing.join(', ')}.`;
    throw new ClickHouseError({ message, code: '456', type: 'UNKNOWN_QUERY_PARAMETER' });
  }
  const restore = [...session.touched].filter((name) => !(name in settings)).map((name) => restoration(name, pinned));
  session.touched = new Set(Object.keys(settings));
  const before = restore.length === 0 ? '' : `SET ${restore.join(', ')}; `;
  return {
    query: `${before}${parameterStatement(parameters)}${query}`,
    clickhouse_settings: settings,
    // Bound by the statement above.
    query_params: {},
  };
}

function restoration(name: string, pinned: ClickHouseSettings): string {
  const value = new Map<string, unknown>(Object.entries(pinned)).get(name);
  if (typeof value === 'number') return `${name} = ${value}`;
  return typeof value === 'string' ? `${name} = '${value}'` : `${name} = DEFAULT`;
}

/** chdb throws the error class of its own copy of the client, which `instanceof` does not know. */
function clientError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ClickHouseError) return error;
  if (!('code' in error) || typeof error.code !== 'string') return error;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : undefined;
  return new ClickHouseError({ message: error.message, code: error.code, ...(type === undefined ? {} : { type }) });
}

/** Lets the caller go at once; the engine cannot be interrupted, so the session stays busy until it is through. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('The query was aborted.'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
