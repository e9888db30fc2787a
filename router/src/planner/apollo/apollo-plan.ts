import type * as Apollo from '@apollo/query-planner';
import { PlanningFailed } from '../planner.js';
import type { FetchNode, PathStep, Plan, PlanNode, RequiredSelection, Rewrite, RewriteStep } from '../plan.js';

const fragment = '... on ';

/** A plan of Apollo's planner as ours. */
export function fromApolloPlan({ node }: Apollo.QueryPlan): Plan {
  if (node?.kind !== 'Subscription') return { node: node && toNode(node) };
  return {
    node: { kind: 'Subscription', primary: toFetch(node.primary), rest: node.rest && toNode(node.rest) },
  };
}

function toNode(node: Apollo.PlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return toFetch(node);
    case 'Flatten':
      return { kind: 'Flatten', path: toPath(node.path), node: toNode(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(toNode) };
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        ifTrue: node.ifClause && toNode(node.ifClause),
        ifFalse: node.elseClause && toNode(node.elseClause),
      };
    case 'Defer':
      throw new PlanningFailed('Deferred plans are not asked for.');
  }
}

/** Every level of a list of lists has its `@` there. */
function toPath(path: readonly (string | number)[]): PathStep[] {
  return path.map(String).filter((step, index) => step !== '@' || path[index - 1] !== '@');
}

function toFetch(node: Apollo.FetchNode): FetchNode {
  return {
    kind: 'Fetch',
    subgraph: node.serviceName,
    operation: node.operation,
    variables: node.variableUsages ?? [],
    requires: node.requires?.map(toRequired),
    inputRewrites: toRewrites(node.inputRewrites),
    outputRewrites: toRewrites(node.outputRewrites),
    contextRewrites: toRewrites(node.contextRewrites),
  };
}

function toRequired(selection: Apollo.QueryPlanSelectionNode): RequiredSelection {
  if (selection.kind === 'Field') {
    const { alias, name, selections } = selection;
    return { kind: 'Field', responseName: alias ?? name, selections: selections?.map(toRequired) };
  }
  const { typeCondition, selections } = selection;
  return { kind: 'InlineFragment', typeCondition, selections: selections.map(toRequired) };
}

function toRewrites(rewrites: readonly Apollo.FetchDataRewrite[] | undefined): Rewrite[] | undefined {
  return rewrites?.map((rewrite) => {
    const path = rewrite.path.map(toStep);
    if (rewrite.kind === 'KeyRenamer') return { kind: 'KeyRenamer', path, name: rewrite.renameKeyTo };
    const value: unknown = rewrite.setValueTo;
    return { kind: 'ValueSetter', path, value };
  });
}

function toStep(step: string): RewriteStep {
  return step.startsWith(fragment) ? { types: [step.slice(fragment.length)] } : step;
}
