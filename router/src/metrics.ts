import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PlannerName } from './planner/planner.js';
import { planningOutcomes, type PlanningOutcome, type PlanningQueueLength } from './planner/planning-events.js';
import type { BreakerState } from './subgraphs/circuit-breaker.js';

/** What the router counts. It is served at `/metrics`, and sent nowhere. */
export interface RouterMetrics {
  registry: Registry;
  /** @returns what to call with the status when the request ends. */
  startRequest(): (labels: { status: number }) => void;
  cost(cost: number): void;
  rateLimited(): void;
  /** A request or an operation that was answered with an error of that code before anything was executed. */
  refused(code: string): void;
  shed(why: string): void;
  cache(outcome: 'hit' | 'miss'): void;
  /** The end of planning an operation; `seconds` when it began. */
  planned(outcome: PlanningOutcome, seconds: number | undefined): void;
  /** An operation that was looked for among those that have been planned. */
  planCache(outcome: 'hit' | 'miss'): void;
  /** Calls that were saved, since equal ones were made at the same time. */
  shared(what: 'operation' | 'subgraph call', calls: number): void;
  retried(subgraph: string): void;
  refusedCall(subgraph: string, why: string): void;
  breaker(subgraph: string, state: BreakerState): void;
  subscriptions(change: 1 | -1): void;
  reloaded(outcome: 'good' | 'bad'): void;
}

const breakerValues: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

/** What is read when the metrics are asked for. */
export interface RouterGauges {
  inFlight: () => number;
  planner: PlannerName;
  planningQueue: () => PlanningQueueLength;
  /** Operations that are kept with their plans (count). */
  plansKept: () => number;
}

export function createRouterMetrics(gauges: RouterGauges): RouterMetrics {
  const { planner } = gauges;
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
  const refusedRequests = counter('refused_total', 'Requests and operations refused before they were executed', [
    'code',
  ]);
  const sheds = counter('shed_total', 'Requests turned away because there was too much to do', ['why']);
  const answers = counter('cached_answers_total', 'Operations whose answers may be kept', ['outcome']);
  const saved = counter('shared_total', 'Calls saved by sharing those that are equal and come at the same time', [
    'what',
  ]);
  const plans = counter('plans_total', 'Operations that were planned, or were not and why', ['planner', 'outcome']);
  // From the start, so that a rate can be told from the first.
  for (const outcome of planningOutcomes) plans.inc({ planner, outcome }, 0);
  const planning = new Histogram({
    name: 'ruzlet_router_planning_seconds',
    help: 'Time that operations were planned, without their wait for it, whatever came of it',
    labelNames: ['planner'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  planning.zero({ planner });
  const lookups = counter('plan_cache_lookups_total', 'Operations looked for among those planned before', ['outcome']);
  for (const outcome of ['hit', 'miss'] as const) lookups.inc({ outcome }, 0);
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
      this.set(gauges.inFlight());
    },
  });
  new Gauge({
    name: 'ruzlet_router_planning_queue',
    help: 'Operations that wait to be planned, and those that are being planned',
    labelNames: ['planner', 'state'],
    registers,
    collect() {
      const { waiting, running } = gauges.planningQueue();
      this.set({ planner, state: 'waiting' }, waiting);
      this.set({ planner, state: 'running' }, running);
    },
  });
  new Gauge({
    name: 'ruzlet_router_plan_cache_size',
    help: 'Operations that are kept with their plans',
    registers,
    collect() {
      this.set(gauges.plansKept());
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
    refused: (code) => {
      refusedRequests.inc({ code });
    },
    shed: (why) => {
      sheds.inc({ why });
    },
    cache: (outcome) => {
      answers.inc({ outcome });
    },
    planned: (outcome, seconds) => {
      plans.inc({ planner, outcome });
      if (seconds !== undefined) planning.observe({ planner }, seconds);
    },
    planCache: (outcome) => {
      lookups.inc({ outcome });
    },
    shared: (what, calls) => {
      saved.inc({ what }, calls);
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
