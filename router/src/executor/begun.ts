import { completeRoot } from './complete.js';
import type { Execution, Step } from './execution.js';
import type { PlacedFetch, streamFetch } from './plan.js';
import type { Completion, Selected } from './selection.js';

/** Combinations of conditions' values remembered for one operation (count). */
export const conditionSetsMax = 32;

/** A plan, compiled. */
export interface CompiledPlan {
  /** Nothing, when subgraphs need not be asked. */
  run: Step | undefined;
  source: ReturnType<typeof streamFetch>;
  /** The fetches that executions are told of; none where an answer is never delivered in parts. */
  fetches: readonly PlacedFetch[];
}

/** A request that is about to be executed. */
export interface Begun {
  plan: CompiledPlan;
  execution: Execution;
  /** Variables with defaults, under the client's names. */
  coerced: Record<string, unknown>;
  local: Completion['local'];
}

/** True when the answer is null as a whole for what became of some fields at its root. */
export function isLostIn(root: Selected, names: readonly string[], { data, faults }: Execution): boolean {
  const started = { ...root, fields: root.fields.filter(({ internalName }) => names.includes(internalName)) };
  return completeRoot(started, data, faults, { path: [], errors: [], local: () => null }) === null;
}
