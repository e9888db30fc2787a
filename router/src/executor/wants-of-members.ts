import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { LoadedSupergraph } from './supergraph.js';

/**
 * True when an operation wants a field of an interface object under a type condition: of some members and maybe not of others, or of others with
 * other arguments.
 */
export function wantsOfMembers(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { apiSchema, isInterfaceObjectField }: Pick<LoadedSupergraph, 'apiSchema' | 'isInterfaceObjectField'>,
): boolean {
  const isOfInterfaceObject = (type: GraphQLCompositeType, field: string): boolean =>
    (isObjectType(type) || isInterfaceType(type)) &&
    [type, ...type.getInterfaces()].some(({ name }) => isInterfaceObjectField(name, field));

  /** @param value the type of the value that is selected from, whatever conditions stand around the selections. */
  function wants(set: SelectionSetNode, parent: GraphQLCompositeType, value: GraphQLCompositeType): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) {
        const field = selection.name.value;
        if (parent !== value && isAbstractType(value) && isOfInterfaceObject(parent, field)) return true;
        if (!selection.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return false;
        const definition = parent.getFields()[field];
        const type = definition && getNamedType(definition.type);
        return isCompositeType(type) && wants(selection.selectionSet, type, type);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) return false;
      const condition = fragment.typeCondition ? apiSchema.getType(fragment.typeCondition.name.value) : parent;
      return isCompositeType(condition) && wants(fragment.selectionSet, condition, value);
    });
  }

  const root = apiSchema.getRootType(operation.operation);
  return !!root && wants(operation.selectionSet, root, root);
}
