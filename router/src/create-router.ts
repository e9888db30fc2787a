import { setMaxListeners } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { AppError } from '@ruzlet/platform/errors';
import { sendJson, sendText } from '@ruzlet/platform/http/body';
import { eventStreamType } from '@ruzlet/platform/http/event-stream';
import type { TakeUpgrade } from '@ruzlet/platform/http/upgrades';
import { newId } from '@ruzlet/platform/ids';
import { answerError } from './answer-error.js';
import { createCors, createOriginCheck } from './cors.js';
import { createExplorerPage } from './explorer.js';
import { createGraph } from './graph/create-graph.js';
import { createCurrentGraph } from './graph/current-graph.js';
import { createGraphqlEndpoint } from './graphql-endpoint.js';
import { createLoadGuard } from './limits/load-guard.js';
import { createUnreadAnswers } from './limits/unread-answers.js';
import { createRateLimits } from './limits/rate-limits.js';
import {
  bodyLimits,
  costLimits,
  loadSettings,
  operationLimits,
  rateLimitSettings,
  resilienceSettings,
  routerLimits,
} from './limits/router-limits.js';
import { createRouterMetrics } from './metrics.js';
import { createPersistedOperations } from './persisted/persisted-operations.js';
import { choosePlanners } from './planner/choose-planners.js';
import { plannerDefault } from './planner/planner.js';
import { planningLimits } from './planner/planning-limits.js';
import { clientAddress, createRequestContext } from './request-context.js';
import type { RouterOptions } from './router-options.js';
import { createSchemaThread } from './schema-thread/schema-thread.js';
import { createFailureLog } from './subgraphs/failure-log.js';
import { createResilientTransport } from './subgraphs/resilient-transport.js';
import { createLiveOperations } from './subscriptions/live-operations.js';
import { refuseUpgrade } from '@ruzlet/platform/http/refuse-upgrade';
import { subscriptionLimits } from './subscriptions/subscription-limits.js';
import { createWebSocketEndpoint } from './subscriptions/web-socket.js';
import { createHttpTransport } from './transport.js';

export type { RouterOptions } from './router-options.js';

export interface Router {
  name: 'router';
  handler: RequestListener;
  /** Takes connections that are to be WebSockets. */
  upgrade: TakeUpgrade;
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
  /** Ends subscriptions, so that requests can be let to finish: before the server closes. */
  drain(): void;
  close(): Promise<void>;
}

const requestIdPattern = /^[\w-]{1,64}$/;

/** One graph over all subgraphs, as an HTTP handler. */
export function createRouter(options: RouterOptions): Router {
  const { logger } = options;
  const limits = { ...routerLimits, ...options.limits };
  const checks = { ...operationLimits, ...options.operationLimits };
  const jsonLimits = { ...bodyLimits, ...options.bodyLimits };
  const cors = createCors(options.corsOrigins);
  const explorerPage = createExplorerPage();

  const planners = choosePlanners(
    options.planner ?? plannerDefault,
    { ...planningLimits, ...options.planningLimits },
    {
      ended: (outcome, seconds) => {
        metrics.planned(outcome, seconds);
      },
    },
    logger,
  );
  const metrics = createRouterMetrics({
    inFlight: () => load.inFlight(),
    planner: planners.name,
    planningQueue: () => planners.queueLength(),
    plansKept: () => current.plansKept(),
  });
  const loadLimits = { ...loadSettings, ...options.load };
  const unread = createUnreadAnswers(loadLimits, {
    onGivenUp: () => {
      metrics.shed('unread');
    },
  });
  const load = createLoadGuard(loadLimits, {
    onShed: (why) => {
      metrics.shed(why);
    },
  });
  const gatherMetrics = options.shareMetrics?.(metrics.registry) ?? (() => metrics.registry.metrics());
  const rateLimits =
    options.rateLimiter && createRateLimits(options.rateLimiter, { ...rateLimitSettings, ...options.rateLimits });
  const sharing = options.sharing ?? true;
  const resilience = { ...resilienceSettings, ...options.resilience };

  const schemaThread = createSchemaThread();
  const current = createCurrentGraph({
    schemaThread,
    build: (supergraph, thread, transportsOf) =>
      createGraph(supergraph, thread, transportsOf, {
        planners,
        limits,
        operationLimits: checks,
        costLimits: { ...costLimits, ...options.costLimits },
        rateLimits,
        cache: options.responseCache,
        holdsPolicy: options.holdsPolicy,
        introspection: options.introspection,
        sharing,
        overrideLabels: options.overrideLabels ?? [],
        metrics,
        logger,
      }),
    connect: (name, url) => {
      const inner =
        options.transports?.[name] ??
        createHttpTransport(name, requireUrl(name, options.subgraphUrls?.[name] ?? url), limits, {
          links: options.links ?? true,
          sharing,
          onShared: (calls) => {
            metrics.shared('subgraph call', calls);
          },
        });
      const events = {
        failed: createFailureLog(name, logger),
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

  const persisted = createPersistedOperations({
    automatic: options.persistedOperations?.automatic ?? true,
    registered: options.persistedOperations?.registered,
    registeredOnly: options.persistedOperations?.only ?? false,
    cache: options.operationCache,
  });
  const streamLimits = { ...subscriptionLimits, ...options.subscriptions };
  const live = createLiveOperations({
    current,
    operationLimits: checks,
    persisted,
    verifyToken: options.verifyToken,
    limits: streamLimits,
    leases: options.leases,
    onChange: (change) => {
      metrics.subscriptions(change);
    },
  });
  const answerGraphql = createGraphqlEndpoint({
    current,
    operationLimits: checks,
    bodyBytesMax: limits.bodyBytesMax,
    // Where tokens are only passed on, nobody is known to be signed in.
    anonymousBodyBytesMax: options.verifyToken
      ? Math.min(limits.anonymousBodyBytesMax, limits.bodyBytesMax)
      : limits.bodyBytesMax,
    bodyLimits: jsonLimits,
    urlCharactersMax: limits.urlCharactersMax,
    batchOperationsMax: limits.batchOperationsMax,
    compression: options.compression ?? true,
    persisted,
    live,
  });
  const contextOptions = {
    verifyToken: options.verifyToken,
    routerSecret: options.routerSecret,
    trustedProxies: options.trustedProxies,
    logger,
  };
  const webSockets = createWebSocketEndpoint({
    live,
    limits: streamLimits,
    bodyLimits: jsonLimits,
    mayConnect: createOriginCheck(options.corsOrigins),
    addressOf: (request) => clientAddress(request, options.trustedProxies),
    contextOf: (request, authorization) =>
      createRequestContext(
        { headers: { ...request.headers, authorization } },
        { requestId: newId(), address: clientAddress(request, options.trustedProxies), signal: () => neverAborted },
        contextOptions,
      ),
    admit: async (address) => {
      await admitRequest(address);
    },
    schema: () => {
      const { graph, release } = current.use();
      release();
      return graph.supergraph.apiSchema;
    },
    logger,
  });

  /** @throws GraphQLError RATE_LIMITED when there are too many requests from one address. */
  async function admitRequest(address: string): Promise<void> {
    const refused = await rateLimits?.admitRequest(address);
    if (!refused) return;
    metrics.rateLimited();
    throw refused;
  }

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
      await admitRequest(address);
      const signal = signalOf(response);
      const context = await createRequestContext(request, { requestId, address, signal }, contextOptions);
      await answerGraphql({ request, response, context, ticket });
    } finally {
      ticket.leave();
      unread.watch(response);
      // How long a client listens is not how long an answer takes.
      if (!isEventStream(response)) stop({ status: response.statusCode });
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
        sendText(response, 200, metrics.registry.contentType, await gatherMetrics());
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
        answerError(request, response, error, {
          requestId,
          logger,
          onRefused: (code) => {
            metrics.refused(code);
          },
        });
      });
    },
    upgrade(request, socket, head) {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      if (request.headers.upgrade?.toLowerCase() !== 'websocket') return false;
      if (path === '/graphql') webSockets.upgrade(request, socket, head);
      else refuseUpgrade(socket, 404, 'NOT_FOUND', `No WebSocket is served at ${path}.`);
      return true;
    },
    async start() {
      await current.start(options.supergraphSdl);
      const transports = current.transports();
      const unknown = Object.keys(options.subgraphUrls ?? {}).filter((name) => !transports.has(name));
      // Not refused: another supergraph may have them.
      if (unknown.length > 0) {
        const known = [...transports.keys()];
        logger.warn({ unknown, known }, 'SUBGRAPH_URLS names subgraphs that the supergraph does not have');
      }
    },
    reload: (supergraphSdl) => current.replace(supergraphSdl),
    ready,
    drain() {
      // The sockets first: clients that are told that the server goes connect again, and miss no more than they must.
      webSockets.drain();
      live.drain();
    },
    async close() {
      load.close();
      live.drain();
      webSockets.close();
      await current.close();
      await Promise.all([planners.close(), schemaThread.close()]);
    },
  };
}

const neverAborted = new AbortController().signal;

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith(eventStreamType);
}

/** Aborted when the client goes before it has its answer. Most requests need none. */
function signalOf(response: ServerResponse): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (!controller) {
      const made = new AbortController();
      // As many listen as subgraphs are called.
      setMaxListeners(0, made.signal);
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
