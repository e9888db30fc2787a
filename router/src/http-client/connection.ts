import type { Socket } from 'node:net';
import { createResponseParser, type HttpResponse } from './response-parser.js';

export interface HttpRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds, of any steady clock, by which the response has to be there. */
  deadlineMs: number;
  signal?: AbortSignal | undefined;
}

export interface Connection {
  /** Only when idle. */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** True when it may be given another request. */
  isIdle(nowMs: number): boolean;
  /** Ends the request when its deadline has passed, and the connection when it was idle for too long. */
  check(nowMs: number): void;
  close(): void;
}

interface Pending {
  resolve(response: HttpResponse): void;
  reject(error: Error): void;
  deadlineMs: number;
  stopListening(): void;
}

const gone = 'Nobody waits for the answer any more.';
/** Servers close idle connections at about the time they say: nothing is sent in the last moment (milliseconds). */
const keepAliveMarginMs = 1_000;

/** One connection, one request at a time: a slow answer holds nobody else up. */
export function createConnection(
  socket: Socket,
  options: {
    host: string;
    bodyBytesMax: number;
    idleMs: number;
    now: () => number;
    onFree: () => void;
    onEnd: () => void;
  },
): Connection {
  const { host, now } = options;
  const parser = createResponseParser(options.bodyBytesMax);
  let pending: Pending | undefined;
  let ended = false;
  let idleUntilMs = Number.POSITIVE_INFINITY;

  function settle(response: HttpResponse): void {
    const done = pending;
    pending = undefined;
    done?.stopListening();
    done?.resolve(response);
  }

  function fail(error: Error): void {
    if (!ended) {
      ended = true;
      socket.destroy();
      options.onEnd();
    }
    const lost = pending;
    pending = undefined;
    lost?.stopListening();
    lost?.reject(error);
  }

  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    try {
      // A server that speaks without being asked is not understood.
      if (!pending) throw new Error('The subgraph sent what nobody asked for.');
      const parsed = parser.push(chunk);
      if (!parsed) return;
      const keptMs = parsed.keepAliveMs === undefined ? options.idleMs : parsed.keepAliveMs - keepAliveMarginMs;
      idleUntilMs = now() + Math.min(options.idleMs, keptMs);
      settle(parsed);
      if (keptMs <= 0) fail(new Error('closed'));
      else options.onFree();
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket.on('end', () => {
    const parsed = parser.end();
    if (parsed) settle(parsed);
    fail(new Error('The subgraph closed the connection.'));
  });
  socket.on('error', fail);
  socket.on('close', () => {
    fail(new Error('The connection to the subgraph was lost.'));
  });

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const { signal, deadlineMs, body } = request;
        if (signal?.aborted) {
          reject(new Error(gone));
          options.onFree();
          return;
        }
        let head: string;
        try {
          head = headOf(request, host);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          options.onFree();
          return;
        }
        const onAbort = (): void => {
          fail(new Error(gone));
        };
        signal?.addEventListener('abort', onAbort);
        const stopListening = (): void => {
          signal?.removeEventListener('abort', onAbort);
        };
        pending = { resolve, reject, deadlineMs, stopListening };
        // One string is one write to the system; it is possible where latin1 and UTF-8 are the same.
        if (isAscii(head)) socket.write(head + body);
        else {
          socket.cork();
          socket.write(head, 'latin1');
          socket.write(body);
          socket.uncork();
        }
      }),
    isIdle: (nowMs) => !pending && !ended && nowMs < idleUntilMs,
    check(nowMs) {
      if (pending && nowMs > pending.deadlineMs) fail(new Error('The subgraph took too long.'));
      else if (!pending && nowMs >= idleUntilMs) fail(new Error('closed'));
    },
    close() {
      fail(new Error('The connection was closed.'));
    },
  };
}

function headOf({ method, path, headers, body }: HttpRequest, host: string): string {
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const name of Object.keys(headers)) head += `${name}: ${headerValue(headers[name] ?? '')}\r\n`;
  return `${head}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n`;
}

/** @throws when a value would begin another header, or another request. */
function headerValue(value: string): string {
  if (/[\u0000-\u0008\u000a-\u001f\u007f\u0100-\uffff]/.test(value))
    throw new Error('A header holds what it must not.');
  return value;
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}
