import {
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Plan, PlanNode } from '../planner/plan.js';
import { findDoubtful } from './doubtful.js';
import type { LoadedSupergraph } from './supergraph.js';

/**
 * A plan asks a subgraph for several mutations in one request when nothing else comes between them. The subgraph ends at one
 * that must not fail; but it does not know what others know, nor what clients must not see. After a mutation for which that
 * matters, the next ones are planned by themselves.
 *
 * @param document one mutation whose root has fields alone.
 * @param plan its plan.
 * @returns its parts in order; one, when the plan is right as it is.
 */
export function splitMutation(
  document: DocumentNode,
  plan: Plan,
  supergraph: Pick<LoadedSupergraph, 'apiSchema' | 'hidesValues' | 'hidesMembers'>,
): DocumentNode[] {
  const schema = supergraph.apiSchema;
  const operation = operationOf(document);
  if (!operation || !plan.node || plan.node.kind === 'Subscription') return [document];
  const doubtful = findDoubtful(document, schema, supergraph);
  const ends = new Set<string>();
  const nodes = plan.node.kind === 'Sequence' ? plan.node.nodes : [plan.node];
  nodes.forEach((node, index) => {
    const names = rootNames(node);
    for (const name of names.slice(0, -1)) {
      const isAddedTo = nodes.slice(index + 1).some((later) => addsTo(later, name));
      if (doubtful.has(name) || (isAddedTo && mustBe(name, operation, schema))) ends.add(name);
    }
  });
  if (ends.size === 0) return [document];
  const parts: SelectionNode[][] = [[]];
  const { selections } = operation.selectionSet;
  selections.forEach((selection, index) => {
    parts.at(-1)?.push(selection);
    const name = nameOf(selection);
    const next = selections[index + 1];
    if (next && ends.has(name) && nameOf(next) !== name) parts.push([]);
  });
  return parts.map((part) => ({ kind: Kind.DOCUMENT, definitions: [withSelections(operation, part)] }));
}

/** The plans of parts as one. */
export function joinPlans(plans: readonly Plan[]): Plan {
  const nodes = plans.flatMap(({ node }): readonly PlanNode[] => {
    if (!node || node.kind === 'Subscription') return [];
    return node.kind === 'Sequence' ? node.nodes : [node];
  });
  return { node: { kind: 'Sequence', nodes } };
}

function operationOf(document: DocumentNode): OperationDefinitionNode | undefined {
  return document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
  );
}

/** What a step brings at the root of the answer, under internal names; nothing for those that add to it. */
export function rootNames(node: PlanNode): string[] {
  if (node.kind !== 'Fetch' || node.requires) return [];
  const operation = operationOf(parse(node.operation, { noLocation: true }));
  return operation?.selectionSet.selections.map(nameOf) ?? [];
}

function nameOf(selection: SelectionNode): string {
  return selection.kind === Kind.FIELD ? responseName(selection) : '';
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function mustBe(name: string, { selectionSet }: OperationDefinitionNode, schema: GraphQLSchema): boolean {
  const root = schema.getMutationType();
  const field = selectionSet.selections.find((selection) => nameOf(selection) === name);
  if (!isObjectType(root) || field?.kind !== Kind.FIELD) return false;
  return isNonNullType(root.getFields()[field.name.value]?.type);
}

function addsTo(node: PlanNode, name: string): boolean {
  switch (node.kind) {
    case 'Fetch':
      return false;
    case 'Flatten':
      return node.path[0] === name;
    case 'Condition':
      return [node.ifTrue, node.ifFalse].some((child) => child !== undefined && addsTo(child, name));
    default:
      return node.nodes.some((child) => addsTo(child, name));
  }
}

function withSelections(operation: OperationDefinitionNode, selections: SelectionNode[]): OperationDefinitionNode {
  const used = new Set<string>();
  for (const selection of selections) {
    visit(selection, {
      Variable({ name }) {
        used.add(name.value);
      },
    });
  }
  return {
    ...operation,
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [],
    selectionSet: { ...operation.selectionSet, selections },
  };
}
