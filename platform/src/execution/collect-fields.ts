import {
  isAbstractType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

export interface CollectContext {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The value of a variable that an `@skip` or `@include` looks at. */
  condition: (variable: string) => boolean;
  /** Offered each fragment that applies and has directives; true when its fields are not collected with the others. */
  setAside?: ((directives: readonly DirectiveNode[], set: SelectionSetNode) => boolean) | undefined;
}

/** The fields that are selected of a type, by response name, in the order in which they are first written. */
export function collectFields(
  type: GraphQLObjectType | GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
  context: CollectContext,
): Map<string, FieldNode[]> {
  const grouped = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of sets) collect(type, set, context, grouped, visited);
  return grouped;
}

function collect(
  type: GraphQLObjectType | GraphQLInterfaceType,
  set: SelectionSetNode,
  context: CollectContext,
  grouped: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isWanted(selection.directives, context)) continue;
    if (selection.kind === Kind.FIELD) {
      const responseName = selection.alias?.value ?? selection.name.value;
      const nodes = grouped.get(responseName);
      if (nodes) nodes.push(selection);
      else grouped.set(responseName, [selection]);
      continue;
    }
    const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    if (!fragment || !applies(type, fragment.typeCondition?.name.value, context.schema)) continue;
    if (selection.directives?.length && context.setAside?.(selection.directives, fragment.selectionSet)) continue;
    if (name !== undefined) {
      if (visited.has(name)) continue;
      visited.add(name);
    }
    collect(type, fragment.selectionSet, context, grouped, visited);
  }
}

function applies(
  type: GraphQLObjectType | GraphQLInterfaceType,
  condition: string | undefined,
  schema: GraphQLSchema,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function isWanted(directives: readonly DirectiveNode[] | undefined, context: CollectContext): boolean {
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const holds =
      value?.kind === Kind.VARIABLE ? context.condition(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
    if (holds === (name === 'skip')) return false;
  }
  return true;
}
