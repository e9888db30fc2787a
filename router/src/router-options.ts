import type { RequestListener } from 'node:http';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Cache, RateLimiter } from '@ruzlet/platform/cache/cache';
import type { Logger } from '@ruzlet/platform/log';
import type { HoldsPolicy } from '@ruzlet/platform/access/field-access';
import type { LoadSettings } from './limits/load-guard.js';
import type { OperationLimits } from './limits/operation-limits.js';
import type { RateLimitSettings } from './limits/rate-limits.js';
import type { CostLimits, routerLimits } from './limits/router-limits.js';
import type { RegisteredOperations } from './persisted/manifest.js';
import type { ResilienceSettings } from './subgraphs/resilience-settings.js';
import type { SubscriptionLimits } from './subscriptions/subscription-limits.js';
import type { SubgraphTransport } from './transport.js';

export interface RouterOptions {
  supergraphSdl: string;
  /** Where subgraphs answer, when not where the supergraph says. */
  subgraphUrls?: Record<string, string>;
  /** Another way to a subgraph than HTTP. */
  transports?: Record<string, SubgraphTransport>;
  /** Refuses bad tokens early; without it the subgraphs alone do, and nobody meets an `@authenticated`. */
  verifyToken?: VerifyToken | undefined;
  /** Whether an `@policy` holds for a viewer; by default it is the name of a role. */
  holdsPolicy?: HoldsPolicy;
  routerSecret?: string | undefined;
  corsOrigins: readonly string[];
  trustedProxies: number;
  introspection: boolean;
  explorer: boolean;
  /** Plain-HTTP paths beside the graph; a key that ends in `/` stands for all below. */
  routes?: Record<string, RequestListener>;
  /** Counts requests and cost; without it there are no rate limits. */
  rateLimiter?: RateLimiter;
  /** Keeps public answers; without it none are kept. */
  responseCache?: Cache | undefined;
  /** Shares automatic persisted queries between routers. */
  operationCache?: Cache | undefined;
  persistedOperations?: {
    /** Remembers what clients send with its hash; true by default. */
    automatic?: boolean;
    registered?: RegisteredOperations | undefined;
    /** Refuses every operation that is not registered. */
    only?: boolean;
  };
  /** Compresses answers for clients that take it; true by default. */
  compression?: boolean;
  /** Other limits than the usual ones. */
  limits?: Partial<typeof routerLimits>;
  operationLimits?: Partial<OperationLimits>;
  costLimits?: Partial<CostLimits>;
  rateLimits?: Partial<RateLimitSettings>;
  load?: Partial<LoadSettings>;
  resilience?: Partial<ResilienceSettings>;
  subscriptions?: Partial<SubscriptionLimits>;
  logger: Logger;
}
