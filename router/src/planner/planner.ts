import type { SeparatedFields } from './member-fields.js';
import type { Plan } from './plan.js';
import type { PlanningQueueLength } from './planning-events.js';

/** Plans operations over one supergraph. */
export interface Planner {
  /** What it can plan beyond plain operations. */
  readonly capabilities: PlannerCapabilities;
  /**
   * @param operation one anonymous operation without named fragments and introspection, valid against the API schema.
   * @param signal aborted when who asks does not want the plan any more.
   * @param request.labels of `@override` that hold: their fields are asked of the subgraph that takes them over.
   * @param request.membersApart true when fields of interface objects are wanted of some members only.
   * @throws GraphQLError when planning takes too long or too many operations wait for it; the signal's reason; PlanningFailed.
   */
  plan(operation: string, signal?: AbortSignal, request?: PlanRequest): Promise<Plan>;
  /** Gives up what is being planned. */
  close(): void;
}

export interface PlanRequest {
  labels?: readonly string[];
  membersApart?: boolean;
}

export interface PlannerCapabilities {
  /** Whether plans may hold parts that are answered later (`@defer`). */
  defer: boolean;
}

/** What planners need of a supergraph that `loadSupergraph` has read. */
export interface PlannedSupergraph {
  sdl: string;
  /** As planners get it; undefined where they get it as it is, since no interface is an object in it. */
  separated: SeparatedFields | undefined;
}

/** Makes planners for as many supergraphs as are served at the same time: two while one takes the place of the other. */
export interface Planners {
  readonly name: PlannerName;
  load(supergraph: PlannedSupergraph): Planner;
  queueLength(): PlanningQueueLength;
  close(): Promise<void>;
}

export const plannerNames = ['hive', 'apollo'] as const;
export type PlannerName = (typeof plannerNames)[number];

/** The better by `bench/planner`: it finds a plan for every operation, and none of its plans answers wrongly. */
export const plannerDefault: PlannerName = 'apollo';

/** What does the planning. It need not bound anything, but has to end when it is told so. */
export interface PlannerDriver {
  readonly name: PlannerName;
  readonly capabilities: PlannerCapabilities;
  /** Operations that it plans at the same time (count). */
  readonly atOnceMax: number;
  load(sdl: string): DriverGraph;
  close(): Promise<void>;
}

export interface DriverGraph {
  /** Fulfilled when planning can begin; what has to be started for it is not counted as planning. */
  ready(): Promise<unknown>;
  /**
   * @param signal ends the work.
   * @param labels of `@override` that hold.
   * @throws TooComplexToPlan, PlanningFailed.
   */
  plan(operation: string, signal: AbortSignal, labels: readonly string[]): Promise<Plan>;
  close(): void;
}

/** The planner found no plan, which no valid operation deserves: a fault of the planner or of the supergraph. */
export class PlanningFailed extends Error {
  override name = 'PlanningFailed';
}

/** The planner ran out of memory or of stack. */
export class TooComplexToPlan extends Error {
  override name = 'TooComplexToPlan';
}
