/**
 * How planning an operation ended. `timeout`: its time was over; `too_complex`: memory or stack did not suffice; `failed`: a fault of the
 * planner; `cancelled`: nobody wanted the plan any more; `queue_full` and `waited_too_long`: never begun; `refused`: not tried again, as it
 * took too much a moment ago.
 */
export const planningOutcomes = [
  'planned',
  'failed',
  'timeout',
  'too_complex',
  'cancelled',
  'queue_full',
  'waited_too_long',
  'refused',
] as const;
export type PlanningOutcome = (typeof planningOutcomes)[number];

/** What is told of planning as it happens, for who counts. */
export interface PlanningEvents {
  /** @param seconds that it was planned, without its wait; undefined when planning did not begin. */
  ended(outcome: PlanningOutcome, seconds?: number): void;
}

/** Operations that wait for their turn, and those that are being planned (counts). */
export interface PlanningQueueLength {
  waiting: number;
  running: number;
}
