import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type DocumentNode,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';
import type { MemberSubgraph } from './member-fields.js';
import type { FetchNode, Plan, PlanNode } from './plan.js';
import { PlanningFailed } from './planner.js';
import { usedDefinitions, usedVariableDefinitions } from './used-definitions.js';

/**
 * A plan over subgraphs that only planners know, led back to the real ones: there, members of an interface object are asked
 * for under the interface. Members of which other fields are wanted are asked for apart, each with what its fields need.
 */
export function askMembers(plan: Plan, subgraphs: ReadonlyMap<string, MemberSubgraph>): Plan {
  const { node } = plan;
  if (!node || subgraphs.size === 0) return plan;
  if (node.kind !== 'Subscription') return { node: convert(node, subgraphs) };
  return { node: { ...node, rest: node.rest && convert(node.rest, subgraphs) } };
}

function convert(node: PlanNode, subgraphs: ReadonlyMap<string, MemberSubgraph>): PlanNode {
  switch (node.kind) {
    case 'Fetch': {
      const subgraph = subgraphs.get(node.subgraph);
      return subgraph ? split(node, subgraph) : node;
    }
    case 'Flatten':
      return { ...node, node: convert(node.node, subgraphs) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => convert(child, subgraphs)) };
    case 'Condition':
      return {
        ...node,
        ifTrue: node.ifTrue && convert(node.ifTrue, subgraphs),
        ifFalse: node.ifFalse && convert(node.ifFalse, subgraphs),
      };
  }
}

/** What is asked of some members, in one request. */
interface Share {
  members: Set<string>;
  interfaceName: string;
  selections: readonly SelectionNode[];
}

function split(node: FetchNode, { name, interfaceOf }: MemberSubgraph): PlanNode {
  const document = parse(node.operation, { noLocation: true });
  const shares = new Map<string, Share>();
  for (const [member, selections] of selectionsByType(document)) {
    const interfaceName = interfaceOf.get(member);
    if (interfaceName === undefined) throw new PlanningFailed(`${member} is asked for as a member, and is none.`);
    const key = [interfaceName, ...selections.map((selection) => print(selection))].join('\n');
    const share = shares.get(key) ?? { members: new Set(), interfaceName, selections };
    share.members.add(member);
    shares.set(key, share);
  }
  const nodes = [...shares.values()].map((share): FetchNode => {
    const { members, interfaceName, selections } = share;
    const others = new Set([...interfaceOf.keys()].filter((member) => !members.has(member)));
    const { operation, used } = onlyEntities(document, onType(interfaceName, selections));
    return {
      ...node,
      subgraph: name,
      operation,
      variables: node.variables.filter((variable) => used.has(variable)),
      requires: node.requires?.filter((required) => required.kind === 'Field' || !isOn(required.typeCondition, others)),
      inputRewrites: [
        ...(node.inputRewrites ?? []),
        { kind: 'ValueSetter', path: [{ types: [...members] }, '__typename'], value: interfaceName },
      ],
      outputRewrites: node.outputRewrites?.flatMap((rewrite) => {
        const [first, ...path] = rewrite.path;
        if (first === undefined || typeof first === 'string') return [rewrite];
        // The answer gives the interface for its type.
        return first.types.some((type) => members.has(type)) ? [{ ...rewrite, path }] : [];
      }),
    };
  });
  const [only, second] = nodes;
  return only && !second ? only : { kind: 'Parallel', nodes };
}

function isOn(condition: string | undefined, types: ReadonlySet<string>): boolean {
  return condition !== undefined && types.has(condition);
}

/** What a fetch of entities selects of each type. */
function selectionsByType({ definitions }: DocumentNode): Map<string, SelectionNode[]> {
  const byType = new Map<string, SelectionNode[]>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const entities of definition.selectionSet.selections) {
      if (entities.kind !== Kind.FIELD) continue;
      for (const selection of entities.selectionSet?.selections ?? []) {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? definitions.find(
                (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === selection.name.value,
              )
            : selection;
        // Entities may be asked for their type as well, which is known.
        if (fragment?.kind !== Kind.INLINE_FRAGMENT && fragment?.kind !== Kind.FRAGMENT_DEFINITION) continue;
        const type = fragment.typeCondition?.name.value ?? '';
        byType.set(type, [...(byType.get(type) ?? []), ...unconditional(fragment.selectionSet.selections, type)]);
      }
    }
  }
  return byType;
}

/** The same selections without the type as a condition: where they are asked for, nobody knows it. */
function unconditional(selections: readonly SelectionNode[], type: string): SelectionNode[] {
  return selections.map((selection) => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return selection;
    const { typeCondition, selectionSet, ...rest } = selection;
    return {
      ...rest,
      ...(typeCondition && typeCondition.name.value !== type && { typeCondition }),
      selectionSet: { ...selectionSet, selections: unconditional(selectionSet.selections, type) },
    };
  });
}

function onType(typename: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typename } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

/** The operation with another selection of the entities, and the variables and fragments that it uses. */
function onlyEntities(
  document: DocumentNode,
  selected: InlineFragmentNode,
): { operation: string; used: ReadonlySet<string> } {
  const { variables, fragments } = usedDefinitions(selected, document);
  const used = new Set([...variables, 'representations']);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const changed = operations.map((operation) => ({
    ...operation,
    variableDefinitions: usedVariableDefinitions(operation, used),
    selectionSet: {
      ...operation.selectionSet,
      selections: operation.selectionSet.selections.map((entities) =>
        entities.kind === Kind.FIELD
          ? { ...entities, selectionSet: { kind: Kind.SELECTION_SET as const, selections: [selected] } }
          : entities,
      ),
    },
  }));
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...changed, ...fragments] };
  return { operation: stripIgnoredCharacters(print(alone)), used };
}
