import type { PlanNode } from '../planner/plan.js';
import type { Step } from './execution.js';
import { rootNames } from './mutation-parts.js';

/**
 * The steps of a mutation, one after another. They end where a field failed that must not be null: its answer is null as a
 * whole then, and a client has to be able to rely on it that nothing was done after what failed.
 */
export function compileSerial(nodes: readonly PlanNode[], compile: (node: PlanNode) => Step): Step {
  const steps = nodes.map((node) => ({ run: compile(node), starts: rootNames(node) }));
  return async (execution) => {
    const started: string[] = [];
    for (const { run, starts } of steps) {
      if (starts.length > 0 && started.length > 0 && execution.isLost(started)) return;
      started.push(...starts);
      await run(execution);
    }
  };
}
