import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { envBoolean, envInt, envList, envPort, envUrl, loadConfig, logLevels } from '@ruzlet/platform/config';
import {
  bodyLimits,
  costLimits,
  loadSettings,
  operationLimits,
  rateLimitSettings,
  resilienceSettings,
  routerLimits,
} from './limits/router-limits.js';
import { subscriptionLimits } from './subscriptions/subscription-limits.js';
import { plannerDefault, plannerNames } from './planner/planner.js';
import { planningLimits } from './planner/planning-limits.js';
import { readManifest, type RegisteredOperations } from './persisted/manifest.js';

const pairs = envList.transform((parts, context) =>
  Object.fromEntries(
    parts.map((part) => {
      const [name = '', url = ''] = part.split(/=(.*)/s);
      if (name === '' || !URL.canParse(url)) {
        context.addIssue({ code: 'custom', message: `must be name=url pairs with commas between; ${name} is not` });
      }
      return [name, url];
    }),
  ),
);

const envShare = z.coerce.number().gt(0).max(1);

export const routerEnv = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: envPort.default(8000),
  /** Processes that share the port (count), for more cores; each has memory of its own, so that exact rate limits want Redis. */
  WORKERS: envInt(1, 256).default(1),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  /** A file with a Federation 2 supergraph; ours by default. Another one is served as soon as the file changes, or on SIGHUP. */
  RUZLET_SUPERGRAPH: z.string().optional(),
  /** How often that file is looked at (milliseconds); 0 only on SIGHUP. */
  SUPERGRAPH_POLL_MS: envInt(0, 3_600_000).default(1_000),
  /** Where subgraphs answer, when not where the supergraph says: `decks=http://decks:8001,…`. */
  SUBGRAPH_URLS: pairs.default({}),
  /** Paths beside the graph that a subgraph serves to browsers: `/auth/identity/=http://auth:8005,…`. */
  FORWARD_ROUTES: pairs.default({}),
  /** Without it, tokens are passed on and only the subgraphs verify them. */
  JWKS_URL: envUrl.optional(),
  TOKEN_ISSUER: z.string().default('ruzlet'),
  TOKEN_AUDIENCE: z.string().default('ruzlet'),
  /** What the router proves itself with to subgraphs, so that they believe its forwarded addresses. */
  ROUTER_SECRET: z.string().min(16).optional(),
  /** Shares rate limits, counts of subscriptions, answers and persisted operations between routers; without it each has its own. */
  REDIS_URL: envUrl.optional(),
  /** Origins of browser clients; `*` for any. */
  CORS_ORIGINS: envList.default([]),
  /** Reverse proxies in front whose X-Forwarded-For is believed (count). */
  TRUSTED_PROXIES: envInt(0, 10).default(0),
  /** Whether clients may ask what the graph holds, and are helped with names; off in production by default. */
  INTROSPECTION: envBoolean.optional(),
  EXPLORER: envBoolean.default(true),

  /** What one operation may hold (counts), with fragments written out wherever they are spread. */
  OPERATION_CHARACTERS_MAX: envInt(100, 100_000_000).default(operationLimits.charactersMax),
  OPERATION_DEFINITIONS_MAX: envInt(1, 100_000).default(operationLimits.definitionsMax),
  OPERATION_VARIABLES_MAX: envInt(0, 100_000).default(operationLimits.variablesMax),
  OPERATION_TOKENS_MAX: envInt(1, 1_000_000).default(operationLimits.tokensMax),
  OPERATION_DEPTH_MAX: envInt(1, 500).default(operationLimits.depthMax),
  OPERATION_ALIASES_MAX: envInt(0, 100_000).default(operationLimits.aliasesMax),
  OPERATION_ROOT_FIELDS_MAX: envInt(1, 100_000).default(operationLimits.rootFieldsMax),
  OPERATION_DIRECTIVES_MAX: envInt(0, 100_000).default(operationLimits.directivesMax),
  OPERATION_FIELDS_MAX: envInt(1, 1_000_000).default(operationLimits.fieldsMax),
  /** Estimated cost of one operation: objects, roughly (`@cost`, `@listSize`). */
  OPERATION_COST_MAX: envInt(1).default(costLimits.costMax),
  /** Items that a list is taken to have when nothing says how many (count). */
  LIST_SIZE_DEFAULT: envInt(0, 10_000).default(costLimits.listSizeDefault),
  /** Milliseconds that one operation may take in all. */
  OPERATION_TIMEOUT_MS: envInt(1, 600_000).default(routerLimits.operationTimeoutMs),
  /** Operations in one request (count); 0 turns batching off. */
  BATCH_OPERATIONS_MAX: envInt(0, 1_000).default(routerLimits.batchOperationsMax),
  /** What plans operations; `apollo` where the platform has no program of `hive`. */
  RUZLET_PLANNER: z.enum(plannerNames).default(plannerDefault),
  /** Milliseconds that one operation may be planned: once, when it is first seen. */
  RUZLET_PLANNING_TIMEOUT_MS: envInt(10, 600_000).default(planningLimits.timeoutMs),
  /** Operations that wait to be planned (count), and how long each does (milliseconds). */
  RUZLET_PLANNING_WAITING_MAX: envInt(0, 1_000_000).default(planningLimits.waitingMax),
  RUZLET_PLANNING_WAIT_MS: envInt(10, 600_000).default(planningLimits.waitMs),
  /** Labels of `@override(label:)` that hold, with commas between them; `percent(n)` is decided for each request. */
  OVERRIDE_LABELS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((label) => label.trim())
        .filter((label) => label !== ''),
    ),
  /** Bytes of a request body. */
  BODY_BYTES_MAX: envInt(1_000, 1_000_000_000).default(routerLimits.bodyBytesMax),
  /** The same of who is not signed in, where tokens are verified. */
  ANONYMOUS_BODY_BYTES_MAX: envInt(1_000, 1_000_000_000).default(routerLimits.anonymousBodyBytesMax),
  /** Objects and lists in one another in a JSON body; brackets, commas and colons in it (counts). */
  JSON_DEPTH_MAX: envInt(5, 10_000).default(bodyLimits.jsonDepthMax),
  JSON_MARKS_MAX: envInt(100, 100_000_000).default(bodyLimits.jsonMarksMax),
  /** Bytes of all headers of a request. */
  HEADER_BYTES_MAX: envInt(1_000, 1_000_000).default(16_384),
  /** Milliseconds within which a request has to arrive in whole. */
  REQUEST_TIMEOUT_MS: envInt(1_000, 3_600_000).default(120_000),
  /** Characters of the query string of a GET. */
  URL_CHARACTERS_MAX: envInt(100, 1_000_000).default(routerLimits.urlCharactersMax),

  /** Requests of one signed-in user within a minute (count); 0 is no limit. */
  RATE_USER_REQUESTS_PER_MINUTE: envInt(0).default(rateLimitSettings.userRequestsPerMinute),
  /** Requests from one address within a minute (count); 0 is no limit. */
  RATE_ADDRESS_REQUESTS_PER_MINUTE: envInt(0).default(rateLimitSettings.addressRequestsPerMinute),
  /** Estimated cost of one user's operations, or of one address that is not signed in, within a minute; 0 is no limit. */
  RATE_COST_PER_MINUTE: envInt(0).default(rateLimitSettings.costPerMinute),

  /** Milliseconds that a subgraph may take. */
  SUBGRAPH_TIMEOUT_MS: envInt(1, 600_000).default(routerLimits.subgraphTimeoutMs),
  /** Calls of one subgraph at the same time, and waiting for their turn (counts). */
  SUBGRAPH_CALLS_MAX: envInt(1, 100_000).default(resilienceSettings.callsInFlightMax),
  SUBGRAPH_CALLS_WAITING_MAX: envInt(0, 1_000_000).default(resilienceSettings.callsWaitingMax),
  /** Times that a failed query is sent to a subgraph again (count), and retries per call over time (0 to 1). */
  SUBGRAPH_RETRIES_MAX: envInt(0, 5).default(resilienceSettings.retriesMax),
  SUBGRAPH_RETRY_BUDGET: envShare.default(resilienceSettings.retryBudgetShare),
  /** Share of failed calls that has a subgraph left alone (0 to 1), and for how long (milliseconds). */
  SUBGRAPH_BREAKER_SHARE: envShare.default(resilienceSettings.breakerFailureShare),
  SUBGRAPH_BREAKER_OPEN_MS: envInt(1, 600_000).default(resilienceSettings.breakerOpenMs),

  /** Requests answered at the same time (count); more are turned away. */
  REQUESTS_IN_FLIGHT_MAX: envInt(1, 1_000_000).default(loadSettings.requestsInFlightMax),
  /** Bytes of request bodies held at the same time. */
  BODY_BYTES_IN_FLIGHT_MAX: envInt(1_000).default(loadSettings.bodyBytesInFlightMax),
  /** Bytes of answers that clients have not taken yet, together, and how long one may take nothing (milliseconds). */
  UNREAD_BYTES_MAX: envInt(1_000).default(loadSettings.unreadBytesMax),
  UNREAD_TIMEOUT_MS: envInt(1_000, 3_600_000).default(loadSettings.unreadTimeoutMs),
  /** Share of the heap in use beyond which requests are turned away (0 to 1). */
  HEAP_SHARE_MAX: envShare.default(loadSettings.heapShareMax),

  /** Subscriptions of one user, or of one address that is not signed in, and of the process (counts); with REDIS_URL, the former in all of them. */
  SUBSCRIPTIONS_PER_USER_MAX: envInt(1, 100_000).default(subscriptionLimits.perUserMax),
  SUBSCRIPTIONS_MAX: envInt(0, 1_000_000).default(subscriptionLimits.openMax),
  /** Operations under way on one WebSocket, and WebSockets from one address (counts). */
  WEB_SOCKET_OPERATIONS_MAX: envInt(1, 10_000).default(subscriptionLimits.perConnectionMax),
  WEB_SOCKETS_PER_ADDRESS_MAX: envInt(1, 1_000_000).default(subscriptionLimits.connectionsPerAddressMax),
  /** Bytes of one message on a WebSocket. */
  WEB_SOCKET_MESSAGE_BYTES_MAX: envInt(1_000, 100_000_000).default(subscriptionLimits.messageBytesMax),

  /** Whether clients may send the hash of an operation that was sent in full before. */
  AUTOMATIC_PERSISTED_QUERIES: envBoolean.default(true),
  /** A file with registered operations: an apollo-persisted-query-manifest, or ids to texts. */
  PERSISTED_OPERATIONS: z.string().optional(),
  /** `true` refuses every operation that is not registered. */
  PERSISTED_OPERATIONS_ONLY: envBoolean.default(false),
  /** Whether answers that `@cacheControl` calls public are kept. */
  RESPONSE_CACHE: envBoolean.default(true),
  COMPRESSION: envBoolean.default(true),
  /** Whether many calls go over one connection to subgraphs that offer it. */
  SUBGRAPH_LINKS: envBoolean.default(true),
  /** Whether equal queries of the same viewer that come at the same time are executed once. */
  SHARE_QUERIES: envBoolean.default(true),
});

export type RouterConfig = Omit<z.output<typeof routerEnv>, 'INTROSPECTION'> & { INTROSPECTION: boolean };

/** @throws ConfigError with one line for each fault. */
export function readRouterConfig(env: NodeJS.ProcessEnv = process.env): RouterConfig {
  const config = loadConfig(routerEnv, env);
  return { ...config, INTROSPECTION: config.INTROSPECTION ?? config.NODE_ENV !== 'production' };
}

/** The file that holds our own supergraph. */
export const supergraphFile = new URL('../../schema/supergraph.graphql', import.meta.url);

/** The text of the supergraph that is to be served. */
export function readSupergraph(file?: string): string {
  return readFileSync(file ?? supergraphFile, 'utf8');
}

/** The operations that a file registers. @throws ConfigError when it is no manifest. */
export function readManifestFile(file: string): RegisteredOperations {
  return readManifest(readFileSync(file, 'utf8'));
}

/** The limits in a configuration, as the router takes them. */
export function limitsOf(config: RouterConfig) {
  return {
    limits: {
      bodyBytesMax: config.BODY_BYTES_MAX,
      anonymousBodyBytesMax: config.ANONYMOUS_BODY_BYTES_MAX,
      urlCharactersMax: config.URL_CHARACTERS_MAX,
      operationTimeoutMs: config.OPERATION_TIMEOUT_MS,
      subgraphTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
      batchOperationsMax: config.BATCH_OPERATIONS_MAX,
    },
    bodyLimits: { jsonDepthMax: config.JSON_DEPTH_MAX, jsonMarksMax: config.JSON_MARKS_MAX },
    operationLimits: {
      charactersMax: config.OPERATION_CHARACTERS_MAX,
      definitionsMax: config.OPERATION_DEFINITIONS_MAX,
      variablesMax: config.OPERATION_VARIABLES_MAX,
      tokensMax: config.OPERATION_TOKENS_MAX,
      depthMax: config.OPERATION_DEPTH_MAX,
      aliasesMax: config.OPERATION_ALIASES_MAX,
      rootFieldsMax: config.OPERATION_ROOT_FIELDS_MAX,
      directivesMax: config.OPERATION_DIRECTIVES_MAX,
      fieldsMax: config.OPERATION_FIELDS_MAX,
    },
    planningLimits: {
      timeoutMs: config.RUZLET_PLANNING_TIMEOUT_MS,
      waitingMax: config.RUZLET_PLANNING_WAITING_MAX,
      waitMs: config.RUZLET_PLANNING_WAIT_MS,
    },
    costLimits: { costMax: config.OPERATION_COST_MAX, listSizeDefault: config.LIST_SIZE_DEFAULT },
    rateLimits: {
      userRequestsPerMinute: config.RATE_USER_REQUESTS_PER_MINUTE,
      addressRequestsPerMinute: config.RATE_ADDRESS_REQUESTS_PER_MINUTE,
      costPerMinute: config.RATE_COST_PER_MINUTE,
    },
    load: {
      requestsInFlightMax: config.REQUESTS_IN_FLIGHT_MAX,
      bodyBytesInFlightMax: config.BODY_BYTES_IN_FLIGHT_MAX,
      heapShareMax: config.HEAP_SHARE_MAX,
      unreadBytesMax: config.UNREAD_BYTES_MAX,
      unreadTimeoutMs: config.UNREAD_TIMEOUT_MS,
    },
    subscriptions: {
      perUserMax: config.SUBSCRIPTIONS_PER_USER_MAX,
      openMax: config.SUBSCRIPTIONS_MAX,
      perConnectionMax: config.WEB_SOCKET_OPERATIONS_MAX,
      connectionsPerAddressMax: config.WEB_SOCKETS_PER_ADDRESS_MAX,
      messageBytesMax: config.WEB_SOCKET_MESSAGE_BYTES_MAX,
    },
    resilience: {
      callsInFlightMax: config.SUBGRAPH_CALLS_MAX,
      callsWaitingMax: config.SUBGRAPH_CALLS_WAITING_MAX,
      retriesMax: config.SUBGRAPH_RETRIES_MAX,
      retryBudgetShare: config.SUBGRAPH_RETRY_BUDGET,
      breakerFailureShare: config.SUBGRAPH_BREAKER_SHARE,
      breakerOpenMs: config.SUBGRAPH_BREAKER_OPEN_MS,
    },
  };
}
