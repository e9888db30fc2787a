import type { Plan } from '../plan.js';
import type { FromPlace, ToPlace } from './messages.js';

type PlanOperation = (operation: string, labels: readonly string[]) => Plan;

/**
 * The side of a thread or process that plans: takes messages, answers each.
 *
 * @param load makes what plans operations over a supergraph; both throw what goes wrong.
 */
export function answerPlans(load: (sdl: string) => PlanOperation, answer: (message: FromPlace) => void) {
  const graphs = new Map<number, PlanOperation>();

  return (message: ToPlace): void => {
    switch (message.kind) {
      case 'load':
        try {
          graphs.set(message.graph, load(message.sdl));
          answer({ kind: 'loaded', graph: message.graph });
        } catch (error) {
          answer({ kind: 'not loaded', graph: message.graph, message: messageOf(error) });
        }
        return;
      case 'drop':
        graphs.delete(message.graph);
        return;
      case 'plan':
        try {
          const planOperation = graphs.get(message.graph);
          if (!planOperation) throw new Error('The supergraph is not loaded.');
          answer({ kind: 'planned', plan: message.plan, result: planOperation(message.operation, message.labels) });
        } catch (error) {
          // Too many combinations of paths for an array, or too deep a recursion.
          const tooComplex = error instanceof RangeError;
          answer({ kind: 'failed', plan: message.plan, tooComplex, message: messageOf(error) });
        }
    }
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
