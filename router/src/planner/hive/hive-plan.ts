import type * as Hive from '@graphql-hive/router-query-planner';
import { Kind, parse, print, visit, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { PlanningFailed } from '../planner.js';
import type { FetchNode, PathStep, Plan, PlanNode, RequiredSelection, Rewrite, RewriteStep } from '../plan.js';
import { usedDefinitions, usedVariableDefinitions } from '../used-definitions.js';

/** The object types of a type: itself, those that implement it, or its members. */
export type ObjectTypesOf = (typename: string) => readonly string[];

/** A plan of Hive's planner as ours. */
export function fromHivePlan({ node }: Hive.QueryPlan, objectTypesOf: ObjectTypesOf): Plan {
  if (!node) return {};
  const convert = (child: Hive.PlanNode): PlanNode => toNode(child, objectTypesOf);
  if (node.kind === 'Subscription') return { node: { kind: 'Subscription', primary: toFetch(node.primary) } };
  // A subscription's other fetches come after it.
  const [first, ...others] = node.kind === 'Sequence' ? node.nodes : [];
  if (first?.kind === 'Subscription') {
    return {
      node: {
        kind: 'Subscription',
        primary: toFetch(first.primary),
        rest: { kind: 'Sequence', nodes: others.map(convert) },
      },
    };
  }
  return { node: convert(node) };
}

function toNode(node: Hive.PlanNode, objectTypesOf: ObjectTypesOf): PlanNode {
  const convert = (child: Hive.PlanNode): PlanNode => toNode(child, objectTypesOf);
  switch (node.kind) {
    case 'Fetch':
      return toFetch(node);
    case 'BatchFetch':
      return toFetches(node, objectTypesOf);
    case 'Flatten':
      return { kind: 'Flatten', path: toPath(node.path, objectTypesOf), node: convert(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(convert) };
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        ifTrue: node.ifClause && convert(node.ifClause),
        ifFalse: node.elseClause && convert(node.elseClause),
      };
    case 'Subscription':
    case 'Defer':
      throw new PlanningFailed(`A plan with a part of kind ${node.kind} here is not understood.`);
  }
}

function toFetch(node: Hive.FetchNode): FetchNode {
  return {
    kind: 'Fetch',
    subgraph: node.serviceName,
    operation: node.operation,
    variables: node.variableUsages ?? [],
    requires: node.requires?.map(toRequired),
    inputRewrites: node.inputRewrites?.map(toRewrite),
    outputRewrites: node.outputRewrites?.map(toRewrite),
  };
}

/** Several `_entities` fields in one request, as one request for each. */
function toFetches(node: Hive.BatchFetchNode, objectTypesOf: ObjectTypesOf): PlanNode {
  const document = parse(node.operation, { noLocation: true });
  const nodes = node.entityBatch.aliases.flatMap((part) => {
    const { operation, used } = onlyField(document, part.alias, part.representationsVariableName);
    const fetch: FetchNode = {
      kind: 'Fetch',
      subgraph: node.serviceName,
      operation,
      variables: (node.variableUsages ?? []).filter((name) => used.has(name)),
      requires: part.requires.map(toRequired),
      inputRewrites: part.inputRewrites?.map(toRewrite),
      outputRewrites: part.outputRewrites?.map(toRewrite),
    };
    return part.paths.map((path): PlanNode => ({ kind: 'Flatten', path: toPath(path, objectTypesOf), node: fetch }));
  });
  return { kind: 'Parallel', nodes };
}

/** The operation with one of its fields alone, under the names that a single `_entities` has. */
function onlyField(
  document: DocumentNode,
  alias: string,
  representations: string,
): { operation: string; used: ReadonlySet<string> } {
  const definition = document.definitions.find(
    (candidate): candidate is OperationDefinitionNode => candidate.kind === Kind.OPERATION_DEFINITION,
  );
  const field = definition?.selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === alias,
  );
  if (!definition || field?.kind !== Kind.FIELD) throw new PlanningFailed(`The batch has no field ${alias}.`);
  const { kind, name, arguments: given, selectionSet } = field;
  const plain: FieldNode = { kind, name, ...(given && { arguments: given }), ...(selectionSet && { selectionSet }) };
  const { variables, fragments } = usedDefinitions(plain, document);
  const alone: OperationDefinitionNode = {
    ...definition,
    variableDefinitions: usedVariableDefinitions(definition, variables),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [plain] },
  };
  const renamed: DocumentNode = visit(
    { kind: Kind.DOCUMENT, definitions: [alone, ...fragments] },
    {
      Variable: (variable) =>
        variable.name.value === representations
          ? { ...variable, name: { kind: Kind.NAME, value: 'representations' } }
          : undefined,
    },
  );
  return { operation: print(renamed), used: variables };
}

function toPath(path: readonly Hive.FlattenNodePathSegment[], objectTypesOf: ObjectTypesOf): PathStep[] {
  return path.map((segment) => {
    if (segment === '@') return '@';
    if ('Field' in segment) return segment.Field;
    return { types: [...new Set(segment.TypeCondition.flatMap(objectTypesOf))] };
  });
}

function toRequired(selection: Hive.RequiresSelection): RequiredSelection {
  switch (selection.kind) {
    case 'Field': {
      const { alias, name, selections } = selection;
      return {
        kind: 'Field',
        responseName: alias ?? name,
        selections: selections?.length ? selections.map(toRequired) : undefined,
      };
    }
    case 'InlineFragment':
      return {
        kind: 'InlineFragment',
        typeCondition: selection.typeCondition,
        selections: selection.selections.map(toRequired),
      };
    case 'FragmentSpread':
      throw new PlanningFailed('A fragment in what is required of an entity is not understood.');
  }
}

function toRewrite(rewrite: Hive.FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { kind: 'KeyRenamer', path: path.map(toStep), name: renameKeyTo };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'ValueSetter', path: path.map(toStep), value: setValueTo };
}

function toStep(step: Hive.FetchNodePathSegment): RewriteStep {
  return 'Key' in step ? step.Key : { types: step.TypenameEquals };
}
