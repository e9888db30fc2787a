import { OperationTypeNode } from 'graphql';
import type { FetchNode, Plan, PlanNode } from '../planner/plan.js';
import type { Step } from './execution.js';
import { compileFetch } from './fetch.js';
import type { PlanPath } from './places.js';
import { compileSerial } from './serial.js';
import type { LoadedSupergraph } from './supergraph.js';

const nothing: Step = () => Promise.resolve();

/** A fetch of a plan, and where its answer is merged. */
export interface PlacedFetch {
  node: FetchNode;
  path: PlanPath;
}

/**
 * A plan as one function: everything that does not depend on the request is worked out here, once.
 *
 * @param watched is given the plan's fetches by their numbers; executions are told of each that is done, then.
 */
export function compilePlan(
  { node }: Plan,
  kind: OperationTypeNode,
  supergraph: LoadedSupergraph,
  watched?: PlacedFetch[],
): Step {
  if (!node) return nothing;
  const compile = (inner: PlanNode): Step => compileNode(inner, [], { supergraph, watched });
  if (kind === OperationTypeNode.MUTATION && node.kind === 'Sequence') {
    return compileSerial(node.nodes, compile);
  }
  if (node.kind === 'Subscription') {
    const { primary, rest } = node;
    const nodes = rest ? [primary, rest] : [primary];
    // For each event: what the stream brought is merged as if it had been fetched just now, and the rest is fetched.
    return compile({ kind: 'Sequence', nodes });
  }
  return compile(node);
}

/** The fetch that a subscription opens its stream with; undefined for other operations. */
export function streamFetch({ node }: Plan): FetchNode | undefined {
  return node?.kind === 'Subscription' ? node.primary : undefined;
}

interface PlanContext {
  supergraph: LoadedSupergraph;
  watched: PlacedFetch[] | undefined;
}

function compileWatched(fetch: PlacedFetch, { supergraph, watched }: PlanContext): Step {
  const step = compileFetch(fetch.node, fetch.path, supergraph);
  if (!watched) return step;
  const number = watched.push(fetch) - 1;
  return async (execution) => {
    await step(execution);
    execution.fetched?.(number);
  };
}

function compileNode(node: PlanNode, path: PlanPath, context: PlanContext): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileWatched({ node, path }, context);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], context);
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(child, path, context));
      return async (execution) => {
        for (const step of steps) await step(execution);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(child, path, context));
      return async (execution) => {
        await Promise.all(steps.map((step) => step(execution)));
      };
    }
    case 'Condition': {
      const { variable } = node;
      const ifSo = node.ifTrue ? compileNode(node.ifTrue, path, context) : nothing;
      const ifNot = node.ifFalse ? compileNode(node.ifFalse, path, context) : nothing;
      return (execution) => (execution.coerced[variable] === true ? ifSo : ifNot)(execution);
    }
  }
}
