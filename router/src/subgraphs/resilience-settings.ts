import type { GateSettings } from './call-gate.js';
import type { BreakerSettings } from './circuit-breaker.js';

/** How the way to a subgraph is protected. */
export interface ResilienceSettings extends GateSettings, BreakerSettings {
  /** Times that a query is sent again (count). */
  retriesMax: number;
  /** Retries for each call, over time: 0.2 is one for five. */
  retryBudgetShare: number;
  /** Milliseconds before a retry, at most; the wait is drawn at random, so that callers do not come back together. */
  retryBackOffMs: number;
}
