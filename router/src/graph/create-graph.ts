import { createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { parse, type DocumentNode } from 'graphql';
import type { Cache } from '@ruzlet/platform/cache/cache';
import type { Logger } from '@ruzlet/platform/log';
import type { HoldsPolicy } from '@ruzlet/platform/access/field-access';
import type { RouterContext } from '../context.js';
import { presentErrors } from '../errors.js';
import { createExecutor, type Executor } from '../executor/executor.js';
import { loadSupergraph, type LoadedSupergraph } from '../executor/supergraph.js';
import type { OperationLimits } from '../limits/operation-limits.js';
import type { RateLimits } from '../limits/rate-limits.js';
import type { CostLimits, routerLimits } from '../limits/router-limits.js';
import type { RouterMetrics } from '../metrics.js';
import { readGraphRules } from '../operations/facts.js';
import { createResponseCache } from '../operations/response-cache.js';
import { answersWithSuccess, isRequestError } from '../status.js';
import type { SubgraphTransport } from '../transport.js';
import { createGateway } from './gateway.js';
import { createRunner, type Runner } from './runner.js';

/** One supergraph, ready to be asked. A router that is given another supergraph makes another of these. */
export interface Graph {
  supergraph: LoadedSupergraph;
  executor: Executor;
  runner: Runner;
  /** Serves what has not been seen before, and all that is not plain. */
  server: ApolloServer<RouterContext>;
}

export interface GraphOptions {
  limits: typeof routerLimits;
  operationLimits: OperationLimits;
  costLimits: CostLimits;
  rateLimits: RateLimits | undefined;
  cache: Cache | undefined;
  holdsPolicy: HoldsPolicy | undefined;
  introspection: boolean;
  metrics: RouterMetrics;
  logger: Logger;
}

/**
 * @param transportsOf ways to the subgraphs that the supergraph names.
 * @throws when the text is not a Federation 2 supergraph.
 */
export async function createGraph(
  sdl: string,
  transportsOf: (supergraph: LoadedSupergraph) => ReadonlyMap<string, SubgraphTransport>,
  options: GraphOptions,
): Promise<Graph> {
  const { limits, operationLimits, costLimits, rateLimits, cache, metrics, logger } = options;
  const supergraph = loadSupergraph(sdl);
  const document: DocumentNode = parse(sdl, { noLocation: true });
  const executor = createExecutor({
    supergraph,
    transports: transportsOf(supergraph),
    operationsMax: limits.operationsMax,
  });
  const runner = createRunner({
    executor,
    rules: readGraphRules(document, supergraph.apiSchema, options.holdsPolicy),
    costLimits,
    rateLimits,
    responseCache: cache && createResponseCache(cache, createHash('sha256').update(sdl).digest('base64url')),
    operationTimeoutMs: limits.operationTimeoutMs,
    metrics,
  });
  const server = new ApolloServer<RouterContext>({
    gateway: createGateway(supergraph, runner, routerContext),
    logger: quietLogger(logger),
    introspection: options.introspection,
    // "Did you mean" tells who guesses what exists.
    hideSchemaDetailsFromClientErrors: !options.introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: limits.batchOperationsMax > 0,
    // Ours come before: see persisted/.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: operationLimits.tokensMax },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: () =>
          Promise.resolve({
            // Here, not in formatError: only here is the request known whose id a masked error quotes.
            willSendResponse({ request, response, contextValue, errors }) {
              const { body } = response;
              if (contextValue.cacheControl !== undefined) {
                response.http.headers.set('cache-control', contextValue.cacheControl);
              }
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
  await server.start();
  return { supergraph, executor, runner, server };
}

/** Apollo Server hands on what it was given, but forgets its type. */
function routerContext(contextValue: object): RouterContext {
  if (isRouterContext(contextValue)) return contextValue;
  throw new Error('The request has no context.');
}

function isRouterContext(value: object): value is RouterContext {
  return 'requestId' in value && 'forwarded' in value && 'signal' in value;
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
