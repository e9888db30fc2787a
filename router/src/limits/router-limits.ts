import type { OperationLimits } from './operation-limits.js';

/** What one request may cost, unless set otherwise. Each has a unit. */
export const routerLimits = {
  /** Imports carry whole files in a variable. */
  bodyBytesMax: 16_000_000,
  /** Characters of the query string of a GET. */
  urlCharactersMax: 16_000,
  /** Operations remembered with their plans (count). */
  operationsMax: 2_000,
  /** Milliseconds that a subgraph may take. */
  subgraphTimeoutMs: 30_000,
  subgraphConnectTimeoutMs: 3_000,
  /** Connections to one subgraph (count). */
  subgraphConnectionsMax: 64,
};

/** What one operation may hold, unless set otherwise. */
export const operationLimits: OperationLimits = {
  tokensMax: 10_000,
  depthMax: 30,
  aliasesMax: 200,
  rootFieldsMax: 50,
  directivesMax: 200,
  fieldsMax: 5_000,
};
