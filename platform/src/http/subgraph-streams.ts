import type { IncomingMessage, ServerResponse } from 'node:http';
import { Gauge, type Registry } from 'prom-client';
import { AppError } from '../errors.js';
import { sendJson } from './body.js';
import { sendEventStream } from './event-stream.js';
import type { GraphqlResponse } from './graphql-executor.js';
import type { createGraphqlSubscriber, SubscriptionStart } from './graphql-subscriber.js';
import { runInRequestScope } from './request-scope.js';
import { scopeFault } from './scopes.js';
import { guardStream, type StreamGuard } from './stream-guard.js';
import type { RequestInfo, SubgraphDefinition, SubgraphRequest } from './subgraph-definition.js';

const stopping = 'The service stops: subscribe again in a moment.';

/** The open subscriptions of a subgraph. */
export interface SubgraphStreams {
  open(request: SubgraphRequest, signal: AbortSignal, socketAddress?: string): Promise<SubscriptionStart>;
  /** The same as Server-Sent Events. */
  answer(request: SubgraphRequest, http: { request: IncomingMessage; response: ServerResponse }): Promise<void>;
  /** Ends all, and opens no more. */
  drain(): void;
}

/** @param options.requestInfo verifies the token each time. */
export function createSubgraphStreams(options: {
  definition: SubgraphDefinition;
  subscribe: ReturnType<typeof createGraphqlSubscriber>;
  requestInfo: (headers: SubgraphRequest['headers'], socketAddress?: string) => Promise<RequestInfo>;
  registry: Registry;
}): SubgraphStreams {
  const { definition, subscribe, requestInfo } = options;
  const open = new Set<StreamGuard>();
  let draining = false;
  new Gauge({
    name: 'ruzlet_subgraph_subscriptions',
    help: 'Subscriptions that are open',
    registers: [options.registry],
    collect() {
      this.set(open.size);
    },
  });

  async function openStream(
    request: SubgraphRequest,
    signal: AbortSignal,
    socketAddress?: string,
  ): Promise<SubscriptionStart> {
    if (draining) return refused(new AppError('SERVICE_UNAVAILABLE', stopping));
    let info: RequestInfo;
    try {
      info = await requestInfo(request.headers, socketAddress);
    } catch (error) {
      if (error instanceof AppError) return refused(error);
      throw error;
    }
    const { accessToken, requestId } = info;
    const guard = guardStream({
      signal,
      check: accessToken === null ? undefined : () => definition.verifyToken(accessToken),
    });
    open.add(guard);
    // Also for a stream that nobody ever began to read.
    guard.signal.addEventListener('abort', () => {
      close();
    });
    const close = (): void => {
      open.delete(guard);
      guard.release();
    };
    try {
      const started = await runInRequestScope({ requestId }, () =>
        subscribe(request, {
          context: definition.context(asLive(info, guard.signal)),
          contextOfEvent: async () =>
            definition.context(asLive(await requestInfo(request.headers, socketAddress), null)),
          errors: info,
          fault: (document, operationName) => scopeFault(definition.scopes ?? {}, info.viewer, document, operationName),
        }),
      );
      if (started.errors) close();
      return started.errors ? started : { events: endWith(started.events, guard, close) };
    } catch (error) {
      close();
      throw error;
    }
  }

  return {
    open: openStream,
    async answer(request, http) {
      const leaving = new AbortController();
      http.response.once('close', () => {
        leaving.abort();
      });
      const started = await openStream(request, leaving.signal, http.request.socket.remoteAddress);
      if (started.errors) sendJson(http.response, 200, started);
      else await sendEventStream(http.response, started.events);
    },
    drain() {
      draining = true;
      for (const guard of open) guard.end(new AppError('SERVICE_UNAVAILABLE', stopping));
    },
  };
}

/** The stream, and at its end what ended it from the outside. */
async function* endWith(
  events: AsyncGenerator<GraphqlResponse, void>,
  guard: StreamGuard,
  close: () => void,
): AsyncGenerator<GraphqlResponse, void> {
  try {
    for await (const event of events) {
      if (guard.signal.aborted) break;
      yield event;
    }
    const failure = guard.failure();
    if (failure) yield refused(failure);
  } finally {
    close();
  }
}

/** @param signal of the stream; null for one of its events. */
function asLive(info: RequestInfo, signal: AbortSignal | null): RequestInfo {
  // Changed in place: a copy would make the logger, which is made only when something is logged.
  return Object.assign(info, { signal, live: true });
}

function refused(error: AppError) {
  return { errors: [{ message: error.message, extensions: { code: error.code } }] };
}
