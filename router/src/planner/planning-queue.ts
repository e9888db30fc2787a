import { withResolvers } from './deferred.js';
import type { Plan } from './plan.js';
import { TooComplexToPlan, type DriverGraph, type PlannerDriver } from './planner.js';
import type { PlanningEvents, PlanningOutcome, PlanningQueueLength } from './planning-events.js';
import { tooManyToPlan, tooMuchToPlan, type PlanningLimits } from './planning-limits.js';

/** One operation that is to be planned. */
export interface PlanningJob {
  readonly plan: Promise<Plan>;
  isDone(): boolean;
  /** Ends it wherever it is, as nobody wants it; whoever waits gets the reason. */
  giveUp(reason: unknown): void;
}

export interface PlanningQueue {
  /** @throws GraphQLError when too many wait. */
  add(graph: DriverGraph, operation: string, labels: readonly string[]): PlanningJob;
  length(): PlanningQueueLength;
}

/** Has a driver plan as many operations at once as it can, the others after them; each for a limited time. */
export function createPlanningQueue(
  { atOnceMax }: Pick<PlannerDriver, 'atOnceMax'>,
  limits: PlanningLimits,
  events: PlanningEvents,
): PlanningQueue {
  /** What begins each that waits. */
  const waiting = new Set<() => Promise<void>>();
  let running = 0;

  function next(): void {
    for (const begin of waiting) {
      if (running >= atOnceMax) return;
      waiting.delete(begin);
      running += 1;
      void begin().finally(() => {
        running -= 1;
        next();
      });
    }
  }

  return {
    add(graph, operation, labels) {
      if (running >= atOnceMax && waiting.size >= limits.waitingMax) {
        events.ended('queue_full');
        throw tooManyToPlan();
      }
      const { promise, resolve, reject } = withResolvers<Plan>();
      // Whoever waits is told; when nobody does, nobody need be.
      promise.catch(() => undefined);
      const controller = new AbortController();
      const { signal } = controller;
      let done = false;
      let beganMs: number | undefined;

      function end(outcome: PlanningOutcome): void {
        done = true;
        events.ended(outcome, beganMs === undefined ? undefined : (performance.now() - beganMs) / 1_000);
      }

      function giveUp(reason: unknown, outcome: PlanningOutcome = 'cancelled'): void {
        if (done) return;
        end(outcome);
        waiting.delete(begin);
        clearTimeout(waitTimer);
        reject(reason);
        controller.abort(reason);
      }

      async function begin(): Promise<void> {
        clearTimeout(waitTimer);
        let timer: NodeJS.Timeout | undefined;
        try {
          await graph.ready();
          if (signal.aborted) return;
          timer = setTimeout(() => {
            giveUp(tooMuchToPlan(limits.timeoutMs), 'timeout');
          }, limits.timeoutMs);
          beganMs = performance.now();
          resolve(await graph.plan(operation, signal, labels));
          if (!done) end('planned');
        } catch (error) {
          const tooComplex = error instanceof TooComplexToPlan;
          reject(tooComplex ? tooMuchToPlan() : error);
          // What was given up fails as well, and has been told of.
          if (!done) end(tooComplex ? 'too_complex' : 'failed');
        } finally {
          clearTimeout(timer);
        }
      }

      const waitTimer = setTimeout(() => {
        giveUp(tooManyToPlan(), 'waited_too_long');
      }, limits.waitMs);
      waiting.add(begin);
      next();
      return { plan: promise, isDone: () => done, giveUp };
    },
    length: () => ({ waiting: waiting.size, running }),
  };
}
