import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { AppError } from '@ruzlet/platform/errors';
import { sendJson, sendText } from '@ruzlet/platform/http/body';
import { newId } from '@ruzlet/platform/ids';
import { answerError } from './answer-error.js';
import { createCors } from './cors.js';
import { createExplorerPage } from './explorer.js';
import { createGraph } from './graph/create-graph.js';
import { createCurrentGraph } from './graph/current-graph.js';
import { createGraphqlEndpoint } from './graphql-endpoint.js';
import { createLoadGuard } from './limits/load-guard.js';
import { createRateLimits } from './limits/rate-limits.js';
import {
  costLimits,
  loadSettings,
  operationLimits,
  rateLimitSettings,
  resilienceSettings,
  routerLimits,
} from './limits/router-limits.js';
import { createRouterMetrics } from './metrics.js';
import { createPersistedOperations } from './persisted/persisted-operations.js';
import { clientAddress, createRequestContext } from './request-context.js';
import type { RouterOptions } from './router-options.js';
import { createResilientTransport } from './subgraphs/resilient-transport.js';
import { createHttpTransport } from './transport.js';

export type { RouterOptions } from './router-options.js';

export interface Router {
  name: 'router';
  handler: RequestListener;
  /** @throws when the supergraph cannot be served. */
  start(): Promise<void>;
  /**
   * Serves another supergraph from now on; requests under way end with the old one.
   *
   * @throws when it cannot be served: the old one goes on then.
   */
  reload: (supergraphSdl: string) => Promise<void>;
  /** Each subgraph, and whether it is ready. */
  ready(): Promise<Record<string, boolean>>;
  close(): Promise<void>;
}

const requestIdPattern = /^[\w-]{1,64}$/;

/** One graph over all subgraphs, as an HTTP handler. */
export function createRouter(options: RouterOptions): Router {
  const { logger } = options;
  const limits = { ...routerLimits, ...options.limits };
  const checks = { ...operationLimits, ...options.operationLimits };
  const cors = createCors(options.corsOrigins);
  const explorerPage = createExplorerPage();

  const metrics = createRouterMetrics(() => load.inFlight());
  const load = createLoadGuard(
    { ...loadSettings, ...options.load },
    {
      onShed: (why) => {
        metrics.shed(why);
      },
    },
  );
  const rateLimits =
    options.rateLimiter && createRateLimits(options.rateLimiter, { ...rateLimitSettings, ...options.rateLimits });
  const resilience = { ...resilienceSettings, ...options.resilience };

  const current = createCurrentGraph({
    build: (sdl, transportsOf) =>
      createGraph(sdl, transportsOf, {
        limits,
        operationLimits: checks,
        costLimits: { ...costLimits, ...options.costLimits },
        rateLimits,
        cache: options.responseCache,
        holdsPolicy: options.holdsPolicy,
        introspection: options.introspection,
        metrics,
        logger,
      }),
    connect: (name, url) => {
      const inner =
        options.transports?.[name] ??
        createHttpTransport(name, requireUrl(name, options.subgraphUrls?.[name] ?? url), limits);
      const events = {
        retried: () => {
          metrics.retried(name);
        },
        refused: (why: string) => {
          metrics.refusedCall(name, why);
        },
        breaker: (state: Parameters<typeof metrics.breaker>[1]) => {
          metrics.breaker(name, state);
          logger.warn({ subgraph: name, state }, 'the circuit breaker of a subgraph changed');
        },
      };
      return createResilientTransport(name, inner, resilience, { events });
    },
    metrics,
    logger,
  });

  const answerGraphql = createGraphqlEndpoint({
    current,
    operationLimits: checks,
    bodyBytesMax: limits.bodyBytesMax,
    urlCharactersMax: limits.urlCharactersMax,
    batchOperationsMax: limits.batchOperationsMax,
    compression: options.compression ?? true,
    persisted: createPersistedOperations({
      automatic: options.persistedOperations?.automatic ?? true,
      registered: options.persistedOperations?.registered,
      registeredOnly: options.persistedOperations?.only ?? false,
      cache: options.operationCache,
    }),
  });
  const contextOptions = {
    verifyToken: options.verifyToken,
    routerSecret: options.routerSecret,
    trustedProxies: options.trustedProxies,
    logger,
  };

  async function ready(): Promise<Record<string, boolean>> {
    const transports = current.transports();
    return Object.fromEntries(
      await Promise.all([...transports].map(async ([name, transport]) => [name, await transport.ready()] as const)),
    );
  }

  async function graphql(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const stop = metrics.startRequest();
    const ticket = load.enter();
    try {
      const address = clientAddress(request, options.trustedProxies);
      const refused = await rateLimits?.admitRequest(address);
      if (refused) {
        metrics.rateLimited();
        throw refused;
      }
      const signal = signalOf(response);
      const context = await createRequestContext(request, { requestId, address, signal }, contextOptions);
      await answerGraphql({ request, response, context, ticket });
    } finally {
      ticket.leave();
      stop({ status: response.statusCode });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = findRoute(options.routes, path);
    if (route) {
      route(request, response);
      return;
    }
    switch (path) {
      case '/graphql':
        await graphql(request, response, requestId);
        return;
      case '/':
        if (!options.explorer) throw new AppError('NOT_FOUND', 'The explorer is turned off.');
        if (request.method === 'POST') throw new AppError('NOT_FOUND', 'The graph is served at /graphql.');
        await explorerPage(response);
        return;
      case '/health':
        sendJson(response, 200, { status: 'alive' });
        return;
      case '/ready': {
        const subgraphs = await ready();
        const good = Object.values(subgraphs).every(Boolean);
        sendJson(response, good ? 200 : 503, { status: good ? 'ready' : 'not ready', subgraphs });
        return;
      }
      case '/metrics':
        sendText(response, 200, metrics.registry.contentType, await metrics.registry.metrics());
        return;
      default:
        throw new AppError('NOT_FOUND', `Nothing is served at ${path}.`);
    }
  }

  return {
    name: 'router',
    handler: (request, response) => {
      const sent = request.headers['x-request-id'];
      const requestId = typeof sent === 'string' && requestIdPattern.test(sent) ? sent : newId();
      response.setHeader('x-request-id', requestId);
      if (cors(request, response)) return;
      answer(request, response, requestId).catch((error: unknown) => {
        answerError(request, response, error, { requestId, logger });
      });
    },
    start: () => current.start(options.supergraphSdl),
    reload: (supergraphSdl) => current.replace(supergraphSdl),
    ready,
    async close() {
      load.close();
      await current.close();
    },
  };
}

/** Aborted when the client goes before it has its answer. Most requests need none. */
function signalOf(response: ServerResponse): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (!controller) {
      const made = new AbortController();
      controller = made;
      response.once('close', () => {
        if (!response.writableFinished) made.abort();
      });
    }
    return controller.signal;
  };
}

function requireUrl(name: string, url: string | undefined): string {
  if (url !== undefined && URL.canParse(url)) return url;
  throw new Error(`The supergraph gives no URL for the subgraph ${name}; set it with SUBGRAPH_URLS.`);
}

function findRoute(routes: RouterOptions['routes'], path: string): RequestListener | undefined {
  if (!routes) return undefined;
  const exact = routes[path];
  if (exact) return exact;
  const prefix = Object.keys(routes).find((key) => key.endsWith('/') && path.startsWith(key));
  return prefix === undefined ? undefined : routes[prefix];
}
