import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { AppError } from '@ruzlet/platform/errors';
import type { Logger } from '@ruzlet/platform/log';
import type { RouterContext } from '../context.js';
import { createBodyScan, type BodyLimits } from '../limits/body-scan.js';
import { RequestRefused } from '../limits/request-refused.js';
import type { LiveOperation, LiveOperations } from './live-operations.js';
import { refuseUpgrade } from '@ruzlet/platform/http/refuse-upgrade';
import type { SubscriptionLimits } from './subscription-limits.js';
import {
  argumentsFor,
  asGraphqlError,
  authorizationIn,
  endsForToken,
  streamOfResults,
  toResult,
} from './web-socket-results.js';

export interface WebSocketOptions {
  live: LiveOperations;
  limits: SubscriptionLimits;
  /** What the JSON of one message may be made of. */
  bodyLimits: BodyLimits;
  /** True for a browser page of this origin that may connect. */
  mayConnect: (origin: string, host: string | undefined) => boolean;
  addressOf: (request: IncomingMessage) => string;
  /** @throws AppError UNAUTHENTICATED for a bad token. */
  contextOf: (request: IncomingMessage, authorization: string | undefined) => Promise<RouterContext>;
  /** Counts each operation as a request of its address. @throws GraphQLError when there are too many. */
  admit: (address: string) => Promise<void>;
  schema: () => GraphQLSchema;
  logger: Logger;
}

export interface WebSocketEndpoint {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says good-bye to all clients: they are to connect again, perhaps to another process. */
  drain(): void;
  close(): void;
}

interface Connection {
  request: IncomingMessage;
  socket: WebSocket;
  address: string;
  /** Aborted when the connection ends. */
  signal: AbortSignal;
  authorization?: string | undefined;
}

/** What was opened for a message, until graphql-ws asks for it. */
interface Opened {
  operation: LiveOperation;
  /** Ends it when the client completes it. */
  mine: AbortController;
  extra: Connection;
}

/** WebSocket's own code for a server that goes. */
const goingAway = 1001;
/** How long clients have to take their leave (milliseconds). */
const leaveTimeoutMs = 3_000;

/** Operations over WebSocket, in the protocol graphql-transport-ws. */
export function createWebSocketEndpoint(options: WebSocketOptions): WebSocketEndpoint {
  const { live, limits, logger } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytesMax,
    // Compression for each message would cost memory for each connection.
    perMessageDeflate: false,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  sockets.on('wsClientError', (error, socket) => {
    refuseUpgrade(socket, 400, 'BAD_REQUEST', error.message);
  });
  const connections = new Map<string, number>();
  const opened = new WeakMap<ExecutionArgs, Opened>();

  const server = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: limits.initTimeoutMs,
    async onConnect({ extra, connectionParams }) {
      extra.authorization = authorizationIn(connectionParams) ?? extra.request.headers.authorization;
      try {
        await options.contextOf(extra.request, extra.authorization);
        return true;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        endForToken(extra, error.code);
        return false;
      }
    },
    async onSubscribe({ extra, subscriptions }, _id, payload) {
      try {
        if (Object.keys(subscriptions).length > limits.perConnectionMax) {
          const message = `More than ${String(limits.perConnectionMax)} operations are under way on this connection.`;
          throw new AppError('RATE_LIMITED', message);
        }
        await options.admit(extra.address);
        // The token again: the connection may be older than it.
        const context = await options.contextOf(extra.request, extra.authorization);
        const { query, variables, operationName, extensions } = payload;
        const request = {
          query,
          variables: variables ?? undefined,
          operationName,
          extensions: extensions ?? undefined,
        };
        const mine = new AbortController();
        const operation = await live.open(request, context, endingWith(mine, extra.signal));
        if ('refused' in operation) {
          if (context.token !== undefined && endsForToken({ errors: operation.refused })) {
            endForToken(extra, 'UNAUTHENTICATED');
          }
          return operation.refused.map(asGraphqlError);
        }
        const args = argumentsFor('events' in operation, options.schema());
        opened.set(args, { operation, mine, extra });
        return args;
      } catch (error) {
        if (error instanceof GraphQLError) return [asGraphqlError(error.toJSON())];
        if (!(error instanceof AppError)) throw error;
        if (error.code === 'UNAUTHENTICATED') endForToken(extra, error.code);
        return [asGraphqlError({ message: error.message, extensions: { code: error.code } })];
      }
    },
    subscribe: (args) => {
      const { operation, mine, extra } = openedFor(args);
      if (!('events' in operation)) throw new Error('No stream was opened.');
      return streamOfResults(operation.events, mine, (answer) => {
        if (endsForToken(answer)) endForToken(extra, 'UNAUTHENTICATED');
      });
    },
    execute: (args) => {
      const { operation } = openedFor(args);
      if (!('answer' in operation)) throw new Error('No operation was executed.');
      return toResult(operation.answer);
    },
  });

  function openedFor(args: ExecutionArgs): Opened {
    const found = opened.get(args);
    if (!found) throw new Error('Nothing was opened for this message.');
    return found;
  }

  /** The client's library takes the code for: connect again, with another token. It subscribes again by itself then. */
  function endForToken({ socket }: Connection, code: string): void {
    socket.close(CloseCode.Forbidden, code);
  }

  /** Looked at before it is parsed, as the body of a request is. */
  function passesScan(data: Buffer): boolean {
    try {
      createBodyScan(options.bodyLimits)(data);
      return true;
    } catch (error) {
      if (error instanceof RequestRefused) return false;
      throw error;
    }
  }

  function serve(socket: WebSocket, request: IncomingMessage, address: string): void {
    const ending = new AbortController();
    let heard = true;
    const pinging = setInterval(() => {
      // What does not answer from one ping to the next is gone: its buffers are given back.
      if (!heard) socket.terminate();
      heard = false;
      socket.ping();
    }, limits.pingMs);
    socket.on('pong', () => {
      heard = true;
    });
    // A message that is too large, or no WebSocket frame: the socket closes by itself, and says why.
    socket.on('error', (error) => {
      logger.debug({ err: error, address }, 'a WebSocket failed');
    });
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve) => {
            // Resolved when it has left, so that a slow client is sent no more than it takes.
            if (socket.readyState === socket.OPEN)
              socket.send(data, () => {
                resolve();
              });
            else resolve();
          }),
        close: (code, reason) => {
          socket.close(code, reason);
        },
        onMessage: (take) => {
          socket.on('message', (data: Buffer) => {
            if (!passesScan(data)) {
              socket.close(CloseCode.BadRequest, 'The message is nested too deeply, or holds too many values.');
              return;
            }
            take(data.toString('utf8')).catch((error: unknown) => {
              logger.error({ err: error }, 'a WebSocket message failed');
              socket.close(CloseCode.InternalServerError, 'INTERNAL_SERVER_ERROR');
            });
          });
        },
      },
      { request, socket, address, signal: ending.signal },
    );
    socket.once('close', (code, reason) => {
      clearInterval(pinging);
      ending.abort();
      const left = (connections.get(address) ?? 1) - 1;
      if (left === 0) connections.delete(address);
      else connections.set(address, left);
      void closed(code, reason.toString('utf8'));
    });
  }

  return {
    upgrade(request, socket, head) {
      const address = options.addressOf(request);
      const { origin, host } = request.headers;
      if (origin !== undefined && !options.mayConnect(origin, host)) {
        refuseUpgrade(socket, 403, 'FORBIDDEN', 'This origin may not connect.');
        return;
      }
      if ((connections.get(address) ?? 0) >= limits.connectionsPerAddressMax) {
        refuseUpgrade(socket, 429, 'RATE_LIMITED', 'Too many connections from this address.');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        connections.set(address, (connections.get(address) ?? 0) + 1);
        serve(webSocket, request, address);
      });
    },
    drain() {
      for (const client of sockets.clients) client.close(goingAway, 'SERVICE_UNAVAILABLE');
      const leaving = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, leaveTimeoutMs);
      leaving.unref();
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

/** The controller's signal, which the end of the connection aborts too. */
function endingWith(mine: AbortController, connection: AbortSignal): AbortSignal {
  connection.addEventListener(
    'abort',
    () => {
      mine.abort();
    },
    { once: true, signal: mine.signal },
  );
  if (connection.aborted) mine.abort();
  return mine.signal;
}
