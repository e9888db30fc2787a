import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from './subgraphs/circuit-breaker.js';

/** What the router counts. It is served at `/metrics`, and sent nowhere. */
export interface RouterMetrics {
  registry: Registry;
  /** @returns what to call with the status when the request ends. */
  startRequest(): (labels: { status: number }) => void;
  cost(cost: number): void;
  rateLimited(): void;
  shed(why: string): void;
  cache(outcome: 'hit' | 'miss'): void;
  retried(subgraph: string): void;
  refusedCall(subgraph: string, why: string): void;
  breaker(subgraph: string, state: BreakerState): void;
  subscriptions(change: 1 | -1): void;
  reloaded(outcome: 'good' | 'bad'): void;
}

const breakerValues: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

export function createRouterMetrics(inFlight: () => number): RouterMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'router' });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Counter({ name: `ruzlet_router_${name}`, help, labelNames, registers });

  const duration = new Histogram({
    name: 'ruzlet_router_request_seconds',
    help: 'Duration of requests to /graphql',
    labelNames: ['status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const costs = new Histogram({
    name: 'ruzlet_router_operation_cost',
    help: 'Estimated cost of operations',
    buckets: [1, 10, 100, 1_000, 10_000, 100_000],
    registers,
  });
  const limited = counter('rate_limited_total', 'Operations refused by a rate limit');
  const sheds = counter('shed_total', 'Requests turned away because there was too much to do', ['why']);
  const answers = counter('cached_answers_total', 'Operations whose answers may be kept', ['outcome']);
  const retries = counter('subgraph_retries_total', 'Queries that were sent to a subgraph again', ['subgraph']);
  const refusals = counter('subgraph_refused_total', 'Calls that were not tried', ['subgraph', 'why']);
  const reloads = counter('supergraph_reloads_total', 'Supergraphs that were loaded while running', ['outcome']);
  const breakers = new Gauge({
    name: 'ruzlet_router_subgraph_breaker',
    help: 'Circuit breaker of a subgraph: 0 closed, 1 half open, 2 open',
    labelNames: ['subgraph'],
    registers,
  });
  const streams = new Gauge({
    name: 'ruzlet_router_subscriptions',
    help: 'Subscriptions that are open',
    registers,
  });
  new Gauge({
    name: 'ruzlet_router_requests_in_flight',
    help: 'Requests that are being answered',
    registers,
    collect() {
      this.set(inFlight());
    },
  });

  return {
    registry,
    startRequest: () => duration.startTimer(),
    cost: (cost) => {
      if (Number.isFinite(cost)) costs.observe(cost);
    },
    rateLimited: () => {
      limited.inc();
    },
    shed: (why) => {
      sheds.inc({ why });
    },
    cache: (outcome) => {
      answers.inc({ outcome });
    },
    retried: (subgraph) => {
      retries.inc({ subgraph });
    },
    refusedCall: (subgraph, why) => {
      refusals.inc({ subgraph, why });
    },
    breaker: (subgraph, state) => {
      breakers.set({ subgraph }, breakerValues[state]);
    },
    subscriptions: (change) => {
      streams.inc(change);
    },
    reloaded: (outcome) => {
      reloads.inc({ outcome });
    },
  };
}
