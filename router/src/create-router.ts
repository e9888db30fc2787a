import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import { AppError } from '@ruzlet/platform/errors';
import { sendJson, sendText } from '@ruzlet/platform/http/body';
import { newId } from '@ruzlet/platform/ids';
import type { Logger } from '@ruzlet/platform/log';
import { clientAddress } from './client-address.js';
import type { RouterContext } from './context.js';
import { createCors } from './cors.js';
import { maskedMessage, presentErrors } from './errors.js';
import { answersWithSuccess, isRequestError } from './status.js';
import { createExecutor } from './executor/executor.js';
import { createGateway } from './executor/gateway.js';
import { loadSupergraph } from './executor/supergraph.js';
import { createExplorerPage } from './explorer.js';
import { createGraphqlEndpoint } from './graphql-endpoint.js';
import type { OperationLimits } from './limits/operation-limits.js';
import { RequestRefused } from './limits/request-refused.js';
import { operationLimits, routerLimits } from './limits/router-limits.js';
import { createHttpTransport, type SubgraphTransport } from './transport.js';

export interface RouterOptions {
  supergraphSdl: string;
  /** Where subgraphs answer, when not where the supergraph says. */
  subgraphUrls?: Record<string, string>;
  /** Another way to a subgraph than HTTP. */
  transports?: Record<string, SubgraphTransport>;
  /** Refuses bad tokens early; without it the subgraphs alone do. */
  verifyToken?: VerifyToken | undefined;
  routerSecret?: string | undefined;
  corsOrigins: readonly string[];
  trustedProxies: number;
  introspection: boolean;
  explorer: boolean;
  /** Plain-HTTP paths beside the graph; a key that ends in `/` stands for all below. */
  routes?: Record<string, RequestListener>;
  /** Other limits than the usual ones. */
  limits?: Partial<typeof routerLimits>;
  operationLimits?: Partial<OperationLimits>;
  logger: Logger;
}

export interface Router {
  name: 'router';
  handler: RequestListener;
  start(): Promise<void>;
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
  const transports = new Map<string, SubgraphTransport>();
  const cors = createCors(options.corsOrigins);
  const explorerPage = createExplorerPage();

  const registry = new Registry();
  registry.setDefaultLabels({ service: 'router' });
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'ruzlet_router_request_seconds',
    help: 'Duration of requests to /graphql',
    labelNames: ['status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });

  const supergraph = loadSupergraph(options.supergraphSdl);
  for (const { name, url } of supergraph.subgraphs) {
    transports.set(
      name,
      options.transports?.[name] ??
        createHttpTransport(name, options.subgraphUrls?.[name] ?? requireUrl(name, url), limits),
    );
  }
  const executor = createExecutor({ supergraph, transports, operationsMax: limits.operationsMax });

  const server = new ApolloServer<RouterContext>({
    gateway: createGateway(supergraph, executor),
    logger: quietLogger(logger),
    introspection: options.introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: checks.tokensMax },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: () =>
          Promise.resolve({
            // Here, not in formatError: only here is the request known whose id a masked error quotes.
            willSendResponse({ request, response, contextValue, errors }) {
              const { body } = response;
              if (body.kind === 'single' && body.singleResult.errors) {
                body.singleResult.errors = presentErrors(body.singleResult.errors, errors, contextValue);
                if (body.singleResult.data === undefined && answersWithSuccess(request.http?.headers.get('accept'))) {
                  const wrong = body.singleResult.errors.every(({ extensions }) => isRequestError(extensions?.code));
                  if (wrong) response.http.status = 200;
                }
              }
              return Promise.resolve();
            },
          }),
      },
    ],
  });

  async function createContext(request: IncomingMessage, requestId: string): Promise<RouterContext> {
    const authorization = request.headers.authorization;
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (authorization !== undefined && token === undefined) {
      throw new AppError('UNAUTHENTICATED', 'The Authorization header must be: Bearer <access token>.');
    }
    const viewer = token !== undefined && options.verifyToken ? await options.verifyToken(token) : null;
    return {
      requestId,
      viewer,
      forwarded: {
        'x-request-id': requestId,
        'x-forwarded-for': clientAddress(request, options.trustedProxies),
        ...(options.routerSecret !== undefined && { 'x-router-secret': options.routerSecret }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(request.headers['user-agent'] !== undefined && { 'user-agent': request.headers['user-agent'] }),
      },
      // Made when something is logged: most requests log nothing.
      get log() {
        return logger.child({ requestId });
      },
    };
  }

  const answerGraphql = createGraphqlEndpoint({
    server,
    executor,
    operationLimits: checks,
    bodyBytesMax: limits.bodyBytesMax,
    urlCharactersMax: limits.urlCharactersMax,
    createContext,
  });

  async function ready(): Promise<Record<string, boolean>> {
    return Object.fromEntries(
      await Promise.all([...transports].map(async ([name, transport]) => [name, await transport.ready()] as const)),
    );
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = findRoute(options.routes, path);
    if (route) {
      route(request, response);
      return;
    }
    switch (path) {
      case '/graphql': {
        const stop = duration.startTimer();
        try {
          await answerGraphql(request, response, requestId);
        } finally {
          stop({ status: response.statusCode });
        }
        return;
      }
      case '/':
        await answerExplorer(request, response);
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
        sendText(response, 200, registry.contentType, await registry.metrics());
        return;
      default:
        throw new AppError('NOT_FOUND', `Nothing is served at ${path}.`);
    }
  }

  async function answerExplorer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!options.explorer) throw new AppError('NOT_FOUND', 'The explorer is turned off.');
    if (request.method === 'POST') throw new AppError('NOT_FOUND', 'The graph is served at /graphql.');
    const page = await explorerPage();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': page.length,
      'cache-control': 'public, max-age=3600',
    });
    response.end(page);
  }

  return {
    name: 'router',
    handler: (request, response) => {
      const sent = request.headers['x-request-id'];
      const requestId = typeof sent === 'string' && requestIdPattern.test(sent) ? sent : newId();
      response.setHeader('x-request-id', requestId);
      if (cors(request, response)) return;
      answer(request, response, requestId).catch((error: unknown) => {
        fail(request, response, error, requestId, logger);
      });
    },
    start: () => server.start(),
    ready,
    async close() {
      await server.stop();
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
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

const statusByCode: Partial<Record<AppError['code'], number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  SERVICE_UNAVAILABLE: 503,
};

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  requestId: string,
  logger: Logger,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  // What is left of the body is not read: the connection cannot be used again.
  if (!request.complete) response.setHeader('connection', 'close');
  if (error instanceof RequestRefused) {
    const { code, message, status } = error;
    sendJson(response, status, { errors: [{ message, extensions: { code } }] });
    return;
  }
  if (error instanceof AppError) {
    const { code, message } = error;
    sendJson(response, statusByCode[code] ?? 500, { errors: [{ message, extensions: { code } }] });
    return;
  }
  logger.error({ err: error, requestId }, 'request failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
  sendJson(response, 500, { errors: [{ message: maskedMessage, extensions }] });
}

/** Apollo's packages are talkative at info; what they say there is of no use to an operator. */
function quietLogger(logger: Logger) {
  const child = logger.child({ part: 'apollo' });
  return {
    debug: (message?: unknown) => {
      child.trace({ message });
    },
    info: (message?: unknown) => {
      child.debug({ message });
    },
    warn: (message?: unknown) => {
      child.warn({ message });
    },
    error: (message?: unknown) => {
      child.error({ message });
    },
  };
}
