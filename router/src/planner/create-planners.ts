import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { withResolvers } from './deferred.js';
import { askMembers } from './ask-members.js';
import type { MemberSubgraph, WhichFields } from './member-fields.js';
import type { DriverGraph, PlannedSupergraph, Planner, PlannerDriver, Planners } from './planner.js';
import type { PlanningEvents } from './planning-events.js';
import { isTooMuchToPlan, planningLimits, type PlanningLimits } from './planning-limits.js';
import { createPlanningQueue, type PlanningJob, type PlanningQueue } from './planning-queue.js';

/** Operations remembered as too much to plan (count), and for how long (milliseconds): a slow moment must not last. */
const refusedMax = 1_000;
const refusedForMs = 60_000;

/**
 * A driver's planning with bounds: a queue with an end, a time limit. Equal operations that come while one is being planned
 * share its plan; one that nobody wants any more is given up.
 */
export function createPlanners(
  driver: PlannerDriver,
  limits: PlanningLimits = planningLimits,
  events: PlanningEvents = unheard,
): Planners {
  const queue = createPlanningQueue(driver, limits, events);
  return {
    name: driver.name,
    load: (supergraph) => createPlanner(driver, queue, events, supergraph),
    queueLength: () => queue.length(),
    close: () => driver.close(),
  };
}

const unheard: PlanningEvents = { ended: () => undefined };

/** A supergraph as planners know it, with the subgraphs that only they know. */
interface LoadedFields {
  graph: DriverGraph;
  subgraphs: ReadonlyMap<string, MemberSubgraph>;
}

function createPlanner(
  driver: PlannerDriver,
  queue: PlanningQueue,
  events: PlanningEvents,
  supergraph: PlannedSupergraph,
): Planner {
  const usual = loadFields('computed');
  // Few operations need it, of few supergraphs.
  let apart: LoadedFields | undefined;
  const shared = new Map<string, { job: PlanningJob; wantedBy: number }>();
  const refused = new LRUCache<string, GraphQLError>({ max: refusedMax, ttl: refusedForMs });
  let closed = false;

  function loadFields(which: WhichFields): LoadedFields {
    const { sdl, subgraphs } = supergraph.separated?.[which] ?? { sdl: supergraph.sdl, subgraphs: new Map() };
    return { graph: driver.load(sdl), subgraphs };
  }

  function share(key: string, graph: DriverGraph, operation: string, labels: readonly string[]) {
    const known = shared.get(key);
    if (known) return known;
    const job = queue.add(graph, operation, labels);
    const made = { job, wantedBy: 0 };
    shared.set(key, made);
    void job.plan
      .catch((error: unknown) => {
        if (isTooMuchToPlan(error)) refused.set(key, error);
      })
      .finally(() => {
        if (shared.get(key) === made) shared.delete(key);
      });
    return made;
  }

  return {
    capabilities: driver.capabilities,
    async plan(operation, signal, { labels = [], membersApart = false } = {}) {
      if (closed) throw new Error('The planner is closed.');
      signal?.throwIfAborted();
      const { graph, subgraphs } = membersApart ? (apart ??= loadFields('all')) : usual;
      const key = [String(membersApart), ...labels, operation].join('\n');
      const before = refused.get(key);
      if (before) {
        events.ended('refused');
        throw before;
      }
      const planning = share(key, graph, operation, labels);
      planning.wantedBy += 1;
      try {
        return askMembers(await unlessAborted(planning.job.plan, signal), subgraphs);
      } finally {
        planning.wantedBy -= 1;
        if (planning.wantedBy === 0 && !planning.job.isDone()) {
          // Whoever asks from now on begins anew.
          shared.delete(key);
          planning.job.giveUp(new Error('Nobody wants the plan any more.'));
        }
      }
    },
    close() {
      closed = true;
      for (const { job } of shared.values()) job.giveUp(new Error('The planner is closed.'));
      usual.graph.close();
      apart?.graph.close();
    },
  };
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  const { promise: aborted, reject } = withResolvers<never>();
  const onAbort = (): void => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
