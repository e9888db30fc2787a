import type { BodyLimits } from './body-scan.js';
import type { LoadSettings } from './load-guard.js';
import type { OperationLimits } from './operation-limits.js';
import type { RateLimitSettings } from './rate-limits.js';
import type { UnreadSettings } from './unread-answers.js';
import type { ResilienceSettings } from '../subgraphs/resilience-settings.js';

/** What one request may cost, unless set otherwise. Each has a unit. */
export const routerLimits = {
  /** Imports carry whole files in a variable. */
  bodyBytesMax: 16_000_000,
  /** The same for who is not signed in, where tokens are verified: they import nothing. */
  anonymousBodyBytesMax: 1_000_000,
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
  /** Links to one subgraph (count), and milliseconds after which one makes place for another. */
  subgraphLinksMax: 2,
  subgraphLinkAgeMs: 300_000,
  /** Milliseconds that a query is put off at most, to be executed together with equal ones. */
  sharingPatienceMs: 5,
  /** Characters from which a document that was not seen before is validated in a thread of its own. */
  largeDocumentCharacters: 2_000,
  /** Operations in one request (count); 0 turns batching off. */
  batchOperationsMax: 0,
};

/** What the JSON of a body may be made of, unless set otherwise. */
export const bodyLimits: BodyLimits = {
  jsonDepthMax: 100,
  jsonMarksMax: 200_000,
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

export const loadSettings: LoadSettings & UnreadSettings = {
  requestsInFlightMax: 5_000,
  bodyBytesInFlightMax: 256_000_000,
  heapShareMax: 0.9,
  unreadBytesMax: 256_000_000,
  unreadTimeoutMs: 60_000,
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
