import type { RequestListener } from 'node:http';
import type { Registry } from 'prom-client';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Cache, Leases, RateLimiter } from '@ruzlet/platform/cache/cache';
import type { Logger } from '@ruzlet/platform/log';
import type { HoldsPolicy } from '@ruzlet/platform/access/field-access';
import type { BodyLimits } from './limits/body-scan.js';
import type { LoadSettings } from './limits/load-guard.js';
import type { UnreadSettings } from './limits/unread-answers.js';
import type { OperationLimits } from './limits/operation-limits.js';
import type { RateLimitSettings } from './limits/rate-limits.js';
import type { CostLimits, routerLimits } from './limits/router-limits.js';
import type { RegisteredOperations } from './persisted/manifest.js';
import type { ResilienceSettings } from './subgraphs/resilience-settings.js';
import type { SubscriptionLimits } from './subscriptions/subscription-limits.js';
import type { PlannerName } from './planner/planner.js';
import type { PlanningLimits } from './planner/planning-limits.js';
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
  /** Counts the subscriptions of each user; without it a user may have as many as the router. */
  leases?: Leases;
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
  /** Sends many calls over one connection to subgraphs that offer it; true by default. */
  links?: boolean;
  /** Executes equal queries of the same viewer that come at the same time once; true by default. */
  sharing?: boolean;
  /** What plans operations; by default the better one that runs here. */
  planner?: PlannerName | undefined;
  planningLimits?: Partial<PlanningLimits>;
  /** Labels of `@override(label:)` that hold; `percent(n)` is decided for each request by itself. */
  overrideLabels?: readonly string[];
  /** Other limits than the usual ones. */
  limits?: Partial<typeof routerLimits>;
  bodyLimits?: Partial<BodyLimits>;
  operationLimits?: Partial<OperationLimits>;
  costLimits?: Partial<CostLimits>;
  rateLimits?: Partial<RateLimitSettings>;
  load?: Partial<LoadSettings & UnreadSettings>;
  resilience?: Partial<ResilienceSettings>;
  subscriptions?: Partial<SubscriptionLimits>;
  /** Gives the metrics of this router to others that serve the same port. @returns what gathers those of all. */
  shareMetrics?: ((own: Registry) => () => Promise<string>) | undefined;
  logger: Logger;
}
