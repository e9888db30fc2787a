import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createConnection, type Connection, type HttpRequest } from './connection.js';
import type { HttpResponse } from './response-parser.js';

export interface HttpClientOptions {
  /** Connections at the same time (count); requests beyond wait for one. */
  connectionsMax: number;
  connectTimeoutMs: number;
  /** Bytes of one response. */
  responseBytesMax: number;
  /** Milliseconds after which an unused connection is closed. */
  idleMs: number;
}

interface Waiting {
  give: (connection: Connection | Error) => void;
  deadlineMs: number;
}

export interface HttpClient {
  /** @throws Error when no complete response has come in time, whatever the reason. */
  request(request: Omit<HttpRequest, 'deadlineMs'> & { timeoutMs: number }): Promise<HttpResponse>;
  close(): void;
}

/** How often deadlines are looked at (milliseconds): one look for all requests costs less than a timer for each. */
const lookEveryMs = 100;

/**
 * HTTP/1.1 to one server that is known to speak it: a subgraph. Connections are kept and used for one request at a time,
 * the one used last first, so that those not needed fall idle and are closed.
 *
 * @param origin `http://host:port` or `https://host:port`.
 */
export function createHttpClient(origin: string, options: HttpClientOptions): HttpClient {
  const { protocol, hostname, port, host } = new URL(origin);
  const now = (): number => performance.now();
  const connections = new Set<Connection>();
  const idle: Connection[] = [];
  const waiting: Waiting[] = [];
  let opening = 0;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const nowMs = now();
    for (const connection of connections) connection.check(nowMs);
    while ((waiting[0]?.deadlineMs ?? nowMs) < nowMs)
      waiting.shift()?.give(new Error('All connections stayed in use.'));
    if (connections.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  function release(connection: Connection): void {
    const next = waiting.shift();
    if (next) next.give(connection);
    else idle.push(connection);
  }

  async function open(): Promise<Connection> {
    opening += 1;
    try {
      const socket = await openSocket(protocol, hostname, Number(port), options.connectTimeoutMs);
      const connection = createConnection(socket, {
        host,
        bodyBytesMax: options.responseBytesMax,
        idleMs: options.idleMs,
        now,
        onFree: () => {
          release(connection);
        },
        onEnd: () => {
          connections.delete(connection);
          const position = idle.indexOf(connection);
          if (position >= 0) idle.splice(position, 1);
          replace();
        },
      });
      connections.add(connection);
      timer ??= setInterval(look, lookEveryMs).unref();
      return connection;
    } finally {
      opening -= 1;
    }
  }

  /** Whoever waits for a connection that has ended gets another. */
  function replace(): void {
    if (waiting.length === 0 || connections.size + opening >= options.connectionsMax) return;
    open().then(release, (error: unknown) => {
      waiting.shift()?.give(error instanceof Error ? error : new Error(String(error)));
      replace();
    });
  }

  function acquire(deadlineMs: number): Connection | Promise<Connection> {
    const nowMs = now();
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      if (connection.isIdle(nowMs)) return connection;
      connection.close();
    }
    if (connections.size + opening < options.connectionsMax) return open();
    return new Promise((resolve, reject) => {
      waiting.push({
        deadlineMs,
        give: (given) => {
          if (given instanceof Error) reject(given);
          else resolve(given);
        },
      });
    });
  }

  return {
    async request({ timeoutMs, ...request }) {
      const deadlineMs = now() + timeoutMs;
      const acquired = acquire(deadlineMs);
      const connection = acquired instanceof Promise ? await acquired : acquired;
      return connection.send({ ...request, deadlineMs });
    },
    close() {
      for (const connection of [...connections]) connection.close();
      for (const { give } of waiting.splice(0)) give(new Error('The client was closed.'));
      clearInterval(timer);
      timer = undefined;
    },
  };
}

function openSocket(protocol: string, hostname: string, port: number, timeoutMs: number): Promise<Socket> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const socket =
      protocol === 'https:'
        ? connectTls({ host, port: port || 443, servername: isIP(host) === 0 ? host : '', ALPNProtocols: ['http/1.1'] })
        : connectTcp({ host, port: port || 80 });
    const timer = setTimeout(() => {
      socket.destroy(new Error(`There was no connection within ${String(timeoutMs)} ms.`));
    }, timeoutMs);
    socket.once('error', (error: Error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}
