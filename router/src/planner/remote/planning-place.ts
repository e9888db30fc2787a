import { withResolvers } from '../deferred.js';
import type { Plan } from '../plan.js';
import { PlanningFailed, TooComplexToPlan } from '../planner.js';
import { fromPlace, type FromPlace, type ToPlace } from './messages.js';

/** A thread or a process that plans, and can be ended in the middle of it. */
export interface Place {
  send(message: ToPlace): void;
  /** Whether the process of the router stays alive for it. */
  hold(needed: boolean): void;
  end(): Promise<void>;
}

/** What a place says of itself. */
export interface PlaceEvents {
  message: (message: unknown) => void;
  /** It is gone, and why. */
  ended: (error: Error) => void;
}

export interface PlanningPlace {
  isAlive(): boolean;
  /** Loads a supergraph, once. @throws PlanningFailed. */
  load(graph: number, sdl: string): Promise<undefined>;
  drop(graph: number): void;
  /** @throws TooComplexToPlan, PlanningFailed. */
  plan(graph: number, operation: string, labels: readonly string[]): Promise<Plan>;
  /** Whoever waits gets a PlanningFailed. */
  end(): Promise<void>;
}

type Waiting<T> = ReturnType<typeof withResolvers<T>>;
type Loading = Waiting<undefined>;

export function usePlanningPlace(open: (events: PlaceEvents) => Place): PlanningPlace {
  const loads = new Map<number, Loading>();
  const plans = new Map<number, Waiting<Plan>>();
  let lastPlan = 0;
  let loading = 0;
  let alive = true;
  const place = open({
    message(message) {
      receive(fromPlace.parse(message));
      rest();
    },
    ended: fail,
  });
  rest();

  /** An idle place keeps no process alive; one that somebody waits for does. */
  function rest(): void {
    if (alive) place.hold(plans.size + loading > 0);
  }

  function send(message: ToPlace): void {
    if (!alive) return;
    place.send(message);
    rest();
  }

  function receive(message: FromPlace): void {
    switch (message.kind) {
      case 'loaded':
        loading -= 1;
        loads.get(message.graph)?.resolve(undefined);
        return;
      case 'not loaded':
        loading -= 1;
        loads.get(message.graph)?.reject(new PlanningFailed(message.message));
        return;
      case 'planned':
        plans.get(message.plan)?.resolve(message.result);
        plans.delete(message.plan);
        return;
      case 'failed': {
        const Failure = message.tooComplex ? TooComplexToPlan : PlanningFailed;
        plans.get(message.plan)?.reject(new Failure(message.message));
        plans.delete(message.plan);
      }
    }
  }

  function fail(error: Error): void {
    alive = false;
    for (const { reject } of [...loads.values(), ...plans.values()]) reject(error);
    loads.clear();
    plans.clear();
  }

  return {
    isAlive: () => alive,
    load(graph, sdl) {
      const known = loads.get(graph);
      if (known) return known.promise;
      const waiting = withResolvers<undefined>();
      waiting.promise.catch(() => undefined);
      loads.set(graph, waiting);
      loading += 1;
      send({ kind: 'load', graph, sdl });
      return waiting.promise;
    },
    drop(graph) {
      if (loads.delete(graph)) send({ kind: 'drop', graph });
    },
    async plan(graph, operation, labels) {
      if (!alive) throw new PlanningFailed('What plans was ended.');
      const number = ++lastPlan;
      const waiting = withResolvers<Plan>();
      plans.set(number, waiting);
      send({ kind: 'plan', graph, plan: number, operation, labels });
      return waiting.promise;
    },
    async end() {
      fail(new PlanningFailed('What plans was ended.'));
      await place.end();
    },
  };
}
