import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { parse, type DocumentNode } from 'graphql';
import type { Cache } from '@ruzlet/platform/cache/cache';
import type { Logger } from '@ruzlet/platform/log';
import type { HoldsPolicy } from '@ruzlet/platform/access/field-access';
import type { RouterContext } from '../context.js';
import { presentErrors } from '../errors.js';
import { createExecutor, type Executor } from '../executor/executor.js';
import type { LoadedSupergraph } from '../executor/supergraph.js';
import type { OperationLimits } from '../limits/operation-limits.js';
import type { RateLimits } from '../limits/rate-limits.js';
import type { CostLimits, routerLimits } from '../limits/router-limits.js';
import type { RouterMetrics } from '../metrics.js';
import { createLabelDecision } from '../planner/override-labels.js';
import type { Planner, Planners } from '../planner/planner.js';
import { readGraphRules } from '../operations/facts.js';
import { deferRules } from '../operations/validation-rules.js';
import { createResponseCache } from '../operations/response-cache.js';
import { answersWithSuccess, isRequestError } from '../status.js';
import type { SubgraphTransport } from '../transport.js';
import type { ThreadGraph } from '../schema-thread/schema-thread.js';
import { createDocumentCheck, type DocumentCheck } from './check-document.js';
import { createGateway } from './gateway.js';
import { createRunner, type Runner } from './runner.js';
import { createValidDocuments, type ValidDocuments } from './valid-documents.js';

/** One supergraph, ready to be asked. A router that is given another supergraph makes another of these. */
export interface Graph {
  supergraph: LoadedSupergraph;
  /** Closed by who takes the graph down. */
  planner: Planner;
  /** Closed by who takes the graph down. */
  thread: ThreadGraph;
  check: DocumentCheck;
  /** What the server need not look through again. */
  validDocuments: ValidDocuments;
  executor: Executor;
  runner: Runner;
  /** Serves what has not been seen before, and all that is not plain. */
  server: ApolloServer<RouterContext>;
}

export interface GraphOptions {
  planners: Planners;
  /** Labels of `@override` that hold, besides percentages. */
  overrideLabels: readonly string[];
  limits: typeof routerLimits;
  operationLimits: OperationLimits;
  costLimits: CostLimits;
  rateLimits: RateLimits | undefined;
  cache: Cache | undefined;
  holdsPolicy: HoldsPolicy | undefined;
  introspection: boolean;
  /** Whether equal queries at the same time are executed once. */
  sharing: boolean;
  metrics: RouterMetrics;
  logger: Logger;
}

/**
 * @param thread the supergraph in the thread for what takes long.
 * @param transportsOf ways to the subgraphs that the supergraph names.
 */
export async function createGraph(
  supergraph: LoadedSupergraph,
  thread: ThreadGraph,
  transportsOf: (supergraph: LoadedSupergraph) => ReadonlyMap<string, SubgraphTransport>,
  options: GraphOptions,
): Promise<Graph> {
  const { limits, operationLimits, costLimits, rateLimits, cache, metrics, logger } = options;
  const { sdl, apiSchema } = supergraph;
  const { introspection } = options;
  const document: DocumentNode = parse(sdl, { noLocation: true });
  // Of a large supergraph each step takes a while: others come between.
  await nextTurn();
  const rules = readGraphRules(document, apiSchema, options.holdsPolicy);
  await nextTurn();
  const planner = options.planners.load(supergraph);
  const executor = createExecutor({
    supergraph,
    planner,
    transports: transportsOf(supergraph),
    operationsMax: limits.operationsMax,
  });
  const runner = createRunner({
    executor,
    decideLabels: createLabelDecision(sdl, options.overrideLabels),
    rules,
    costLimits,
    rateLimits,
    responseCache: cache && createResponseCache(cache, createHash('sha256').update(sdl).digest('base64url')),
    operationTimeoutMs: limits.operationTimeoutMs,
    sharingPatienceMs: options.sharing ? limits.sharingPatienceMs : undefined,
    metrics,
  });
  const check = createDocumentCheck({
    schema: apiSchema,
    thread,
    largeCharacters: limits.largeDocumentCharacters,
    introspection,
  });
  const validDocuments = createValidDocuments();
  const server = new ApolloServer<RouterContext>({
    gateway: createGateway(supergraph, runner, routerContext),
    logger: quietLogger(logger),
    introspection,
    // "Did you mean" tells who guesses what exists.
    hideSchemaDetailsFromClientErrors: !introspection,
    validationRules: [...deferRules],
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: limits.batchOperationsMax > 0,
    // Ours come before: see persisted/.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    // Its own would be measured by writing each document out as JSON.
    documentStore: null,
    parseOptions: { maxLexicalTokens: operationLimits.tokensMax },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: () =>
          Promise.resolve({
            didResolveSource(requestContext) {
              const valid = validDocuments.get(requestContext.source);
              // It neither parses nor validates what is there already.
              if (valid) Object.assign(requestContext, { document: valid });
              return Promise.resolve();
            },
            didResolveOperation: ({ source, document: valid }) => {
              validDocuments.set(source, valid);
              return Promise.resolve();
            },
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
  return { supergraph, planner, thread, check, validDocuments, executor, runner, server };
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
