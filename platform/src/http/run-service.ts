import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { newId } from '../ids.js';
import type { Logger } from '../log.js';
import { takeUpgrades, type TakeUpgrade } from './upgrades.js';

/** Milliseconds that open requests get to finish at the end. */
const drainTimeoutMs = 10_000;

/** Milliseconds within which a request has to arrive in whole, unless set otherwise. */
const requestTimeoutMsDefault = 300_000;
/** How often that is looked at, at most (milliseconds). */
const lookEveryMsMax = 30_000;

/** Bytes of all headers of a request, unless set otherwise, and headers (count). */
const headerBytesMaxDefault = 16_384;
const headersMax = 200;

export interface ListenOptions {
  port: number;
  host: string;
  /** Bytes of all headers of a request. */
  headerBytesMax?: number;
  /** Milliseconds within which a request has to arrive in whole; later it is answered 408. */
  requestTimeoutMs?: number;
}

/** A port that could not be had, in words for the person at the terminal. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Listens with a handler.
 *
 * @param port 0 for any free one.
 * @returns the port and a close that lets open requests finish.
 * @throws ListenError with one clear line when the port is taken or not allowed.
 */
export async function listen(
  handler: RequestListener,
  {
    port,
    host,
    what,
    headerBytesMax = headerBytesMaxDefault,
    requestTimeoutMs = requestTimeoutMsDefault,
  }: ListenOptions & { what: string },
): Promise<{ port: number; server: Server; close: () => Promise<void> }> {
  // The defaults of node are too patient for a server that faces clients.
  const server = createServer(
    {
      keepAliveTimeout: 65_000,
      headersTimeout: Math.min(20_000, requestTimeoutMs),
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(lookEveryMsMax, requestTimeoutMs),
      maxHeaderSize: headerBytesMax,
    },
    handler,
  );
  server.maxHeadersCount = headersMax;
  server.on('clientError', answerMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(listenFault(error, port, what)));
    });
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { port: bound, server, close: () => closeServer(server) };
}

function listenFault(error: NodeJS.ErrnoException, port: number, what: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${String(port)} (${what}) is taken: stop what uses it or set another port.`;
  if (error.code === 'EACCES') return `Port ${String(port)} (${what}) is not allowed for this user: set another port.`;
  return `Port ${String(port)} (${what}) cannot be opened: ${error.message}`;
}

/** What is no HTTP, or has too large headers, never becomes a request; its answer is JSON all the same. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = tooLarge ? '431 Request Header Fields Too Large' : late ? '408 Request Timeout' : '400 Bad Request';
  const message = tooLarge
    ? 'The headers of the request are too large.'
    : late
      ? 'The request took too long to arrive.'
      : 'The request is not HTTP.';
  const code = tooLarge ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${String(Buffer.byteLength(body))}`,
      `x-request-id: ${newId()}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, drainTimeoutMs);
  await closed;
  clearTimeout(timer);
}

export interface Service {
  name: string;
  handler: RequestListener;
  start(): Promise<void>;
  /** Takes connections for other protocols. */
  upgrade?: TakeUpgrade;
  /** Ends what would stay open by itself, before requests are let to finish. */
  drain?(): void;
  close(): Promise<void>;
}

/**
 * Runs one service as a process of its own: starts, listens, and on SIGTERM or SIGINT lets requests finish, then closes
 * what it stands on.
 */
export async function runService(
  service: Service,
  { logger, ...options }: ListenOptions & { logger: Logger },
): Promise<void> {
  await service.start();
  const listening = await listen(service.handler, { ...options, what: service.name });
  if (service.upgrade) takeUpgrades(listening.server, service.upgrade);
  logger.info({ port: listening.port }, `${service.name} listens`);

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, `${service.name} stops`);
    service.drain?.();
    listening
      .close()
      .then(() => service.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, `${service.name} did not stop cleanly`);
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Faults that the person at the terminal can mend: their message says all, a stack would only hide it. */
const plainErrors = new Set(['ConfigError', 'ListenError', 'FolderInUseError']);

/** Starts a process and ends it with one clear line, instead of a stack, when the start fails. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${describeFault(error)}\n`);
    process.exit(1);
  }
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return plainErrors.has(error.name) ? error.message : (error.stack ?? error.message);
}
