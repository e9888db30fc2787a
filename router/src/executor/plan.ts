import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { Step } from './execution.js';
import { compileFetch } from './fetch.js';
import type { PlanPath } from './places.js';
import type { LoadedSupergraph } from './supergraph.js';

const nothing: Step = () => Promise.resolve();

/** A plan as one function: everything that does not depend on the request is worked out here, once. */
export function compilePlan(plan: QueryPlan, supergraph: LoadedSupergraph): Step {
  if (!plan.node) return nothing;
  if (plan.node.kind === 'Subscription') {
    const { primary, rest } = plan.node;
    const nodes = rest ? [primary, rest] : [primary];
    // For each event: what the stream brought is merged as if it had been fetched just now, and the rest is fetched.
    return compileNode({ kind: 'Sequence', nodes }, [], supergraph);
  }
  return compileNode(plan.node, [], supergraph);
}

/** The fetch that a subscription opens its stream with; undefined for other operations. */
export function streamFetch({ node }: QueryPlan): FetchNode | undefined {
  return node?.kind === 'Subscription' ? node.primary : undefined;
}

function compileNode(node: PlanNode, path: PlanPath, supergraph: LoadedSupergraph): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, supergraph);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], supergraph);
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(child, path, supergraph));
      return async (execution) => {
        for (const step of steps) await step(execution);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(child, path, supergraph));
      return async (execution) => {
        await Promise.all(steps.map((step) => step(execution)));
      };
    }
    case 'Condition': {
      const { condition } = node;
      const ifSo = node.ifClause ? compileNode(node.ifClause, path, supergraph) : nothing;
      const ifNot = node.elseClause ? compileNode(node.elseClause, path, supergraph) : nothing;
      return (execution) => (execution.coerced[condition] === true ? ifSo : ifNot)(execution);
    }
    case 'Defer':
      throw new Error('Deferred plans are not asked for.');
  }
}
