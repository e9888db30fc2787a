import {
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { LoadedSupergraph } from './supergraph.js';

/**
 * Fields of the root for which a subgraph may answer what clients must not see, in a place that must not be null: such an
 * answer is null as a whole, although no subgraph failed.
 *
 * @param document one operation without named fragments.
 * @returns their response names.
 */
export function findDoubtful(
  document: DocumentNode,
  schema: GraphQLSchema,
  { hidesValues, hidesMembers }: Pick<LoadedSupergraph, 'hidesValues' | 'hidesMembers'>,
): Set<string> {
  const names = new Set<string>();
  for (const definition of document.definitions) {
    const root = definition.kind === Kind.OPERATION_DEFINITION && schema.getRootType(definition.operation);
    if (!root) continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind === Kind.FIELD && isDoubtful(selection, root)) {
        names.add(selection.alias?.value ?? selection.name.value);
      }
    }
  }
  return names;

  /** True when a null may go up from the selection to its parent. */
  function isDoubtful(selection: SelectionNode, parent: GraphQLCompositeType): boolean {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    if (selection.kind === Kind.FIELD) {
      const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : undefined;
      const type = fields?.[selection.name.value]?.type;
      return type !== undefined && goesUp(type, selection.selectionSet);
    }
    const condition = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
    return (
      isCompositeType(condition) && selection.selectionSet.selections.some((inner) => isDoubtful(inner, condition))
    );
  }

  function goesUp(type: GraphQLOutputType, selected: SelectionSetNode | undefined): boolean {
    return isNonNullType(type) && mayBeNull(type.ofType, selected);
  }

  function mayBeNull(type: GraphQLOutputType, selected: SelectionSetNode | undefined): boolean {
    if (isListType(type)) return goesUp(type.ofType, selected);
    if (isEnumType(type)) return hidesValues(type.name);
    if (!isCompositeType(type)) return false;
    if (isAbstractType(type) && hidesMembers(type.name)) return true;
    return selected?.selections.some((selection) => isDoubtful(selection, type)) ?? false;
  }
}
