import type { LoadSettings } from './load-guard.js';
import type { OperationLimits } from './operation-limits.js';
import type { RateLimitSettings } from './rate-limits.js';
import type { ResilienceSettings } from '../subgraphs/resilience-settings.js';

/** What one request may cost, unless set otherwise. Each has a unit. */
export const routerLimits = {
  /** Imports carry whole files in a variable. */
  bodyBytesMax: 16_000_000,
  /** Characters of the query string of a GET. */
  urlCharactersMax: 16_000,
  /** Operations remembered with their plans (count). */
  operationsMax: 2_000,
  /** Milliseconds that an operation may take, whatever its subgraphs do. */
  operationTimeoutMs: 60_000,
  /** Milliseconds that a subgraph may take. */
  subgraphTimeoutMs: 30_000,
  subgraphConnectTimeoutMs: 3_000,
  /** Bytes of one answer of a subgraph. */
  subgraphResponseBytesMax: 64_000_000,
  /** Connections to one subgraph (count). */
  subgraphConnectionsMax: 64,
  /** Operations in one request (count); 0 turns batching off. */
  batchOperationsMax: 0,
};

/** What one operation may hold, unless set otherwise. */
export const operationLimits: OperationLimits = {
  charactersMax: 250_000,
  definitionsMax: 200,
  variablesMax: 200,
  tokensMax: 10_000,
  depthMax: 30,
  aliasesMax: 200,
  rootFieldsMax: 50,
  directivesMax: 200,
  fieldsMax: 5_000,
};

/** What an operation may be estimated to cost, unless set otherwise. */
export const costLimits = {
  /** Objects, roughly: see `@cost` and `@listSize`. */
  costMax: 50_000,
  /** Items of a list of which nothing else is known (count). */
  listSizeDefault: 10,
};

export type CostLimits = typeof costLimits;

export const rateLimitSettings: RateLimitSettings = {
  userRequestsPerMinute: 3_000,
  addressRequestsPerMinute: 30_000,
  costPerMinute: 2_000_000,
};

export const loadSettings: LoadSettings = {
  requestsInFlightMax: 5_000,
  bodyBytesInFlightMax: 256_000_000,
  heapShareMax: 0.9,
};

export const resilienceSettings: ResilienceSettings = {
  callsInFlightMax: 500,
  callsWaitingMax: 2_000,
  retriesMax: 1,
  retryBudgetShare: 0.2,
  retryBackOffMs: 20,
  breakerWindowMs: 10_000,
  breakerCallsMin: 20,
  breakerFailureShare: 0.5,
  breakerOpenMs: 5_000,
};
