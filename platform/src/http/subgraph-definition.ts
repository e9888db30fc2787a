import type { RequestListener } from 'node:http';
import type { Registry } from 'prom-client';
import type { VerifyToken, Viewer } from '../access/viewer.js';
import type { Logger } from '../log.js';
import type { GraphqlRequest } from './graphql-executor.js';
import type { ScopeRules } from './scopes.js';

/** What a resolver may know of its request. */
export interface RequestInfo {
  viewer: Viewer | null;
  requestId: string;
  log: Logger;
  userAgent: string | null;
  ipAddress: string | null;
  accessToken: string | null;
  /** Aborted when a subscriber goes; null for what is answered at once. */
  signal: AbortSignal | null;
  /** Of a subscription, when it begins and for each of its events: many may ask for the same in the same moment. */
  live: boolean;
}

export interface SubgraphRequest extends GraphqlRequest {
  /** Lower-case names, as node gives them. */
  headers?: Record<string, string | undefined>;
}

export interface SubgraphDefinition {
  name: string;
  /** The whole SDL: `readSubgraphSdl(name)`. */
  typeDefs: string;
  /** Generated types check these where they are written; here any resolver map fits. */
  resolvers: object;
  context: (request: RequestInfo) => unknown;
  verifyToken: VerifyToken;
  /** What tokens need here, where it is not `read` for queries and `write` for mutations. */
  scopes?: ScopeRules;
  logger: Logger;
  /** What the router proves itself with; from others, forwarded client addresses are not believed. */
  routerSecret?: string | undefined;
  /**
   * Answers whoever asks by `apollo-federation-include-trace: ftv1` with the times of all resolvers as well; false by default.
   * Errors in it are those of the answer.
   */
  federatedTraces?: boolean | undefined;
  /** Plain-HTTP paths beside the graph. */
  routes?: Record<string, RequestListener>;
  ready?: Record<string, () => Promise<boolean>>;
  metrics?: (registry: Registry) => void;
  start?: () => Promise<void>;
  close?: () => Promise<void>;
}
