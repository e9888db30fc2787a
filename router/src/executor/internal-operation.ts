import {
  GraphQLError,
  isAbstractType,
  isCompositeType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DeniedField } from './denied.js';
import { internalVariable, type ResponseNamer } from './internal-names.js';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The client's operation as the planner is given it: one anonymous operation without named fragments and introspection,
 * with the executor's own response and variable names.
 *
 * @returns undefined when nothing is left to ask subgraphs for.
 */
export function toInternalOperation(options: {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  nameOf: ResponseNamer;
  /** Fields that subgraphs are not asked for. */
  denied?: DeniedField | undefined;
  /** Types of values must be known although nobody asks, because some types must not be shown. */
  alwaysAskTypes: boolean;
}): DocumentNode | undefined {
  const { schema, operation, fragments, nameOf, denied, alwaysAskTypes } = options;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new GraphQLError(`The graph has no ${operation.operation} type.`, { nodes: [operation] });

  function convertSet(set: SelectionSetNode, parent: GraphQLCompositeType, isRoot: boolean): SelectionSetNode {
    const selections: SelectionNode[] = [];
    if (isAbstractType(parent) && (alwaysAskTypes || asksType(set, parent))) selections.push(typename);
    for (const selection of set.selections) {
      const converted = convert(selection, parent, isRoot);
      if (converted) selections.push(converted);
    }
    return { kind: Kind.SELECTION_SET, selections };
  }

  function convert(selection: SelectionNode, parent: GraphQLCompositeType, isRoot: boolean): SelectionNode | undefined {
    if (isNever(selection.directives)) return undefined;
    if (selection.kind === Kind.FIELD) return convertField(selection, parent, isRoot);
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : { ...selection, directives: [] };
    if (!fragment) return undefined;
    const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
    if (!isCompositeType(condition)) return undefined;
    const selectionSet = convertSet(fragment.selectionSet, condition, isRoot);
    if (selectionSet.selections.length === 0) return undefined;
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(fragment.typeCondition && { typeCondition: fragment.typeCondition }),
      directives: selection.directives?.map(withInternalVariables) ?? [],
      selectionSet,
    };
  }

  function convertField(field: FieldNode, parent: GraphQLCompositeType, isRoot: boolean): FieldNode | undefined {
    const fieldName = field.name.value;
    // The type of the root is known, and introspection is answered here.
    if (fieldName.startsWith('__')) return isRoot ? undefined : typename;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[fieldName] : undefined;
    if (!definition || denied?.(parent.name, fieldName)) return undefined;
    const type = getNamedType(definition.type);
    const responseName = field.alias?.value ?? fieldName;
    const internalName = nameOf(responseName, fieldName);
    const selectionSet =
      field.selectionSet && isCompositeType(type) ? convertSet(field.selectionSet, type, false) : undefined;
    // Whether an object exists shows even when nothing of it is wanted; the planner would not ask for it then.
    const selections = selectionSet?.selections.every(isConditional)
      ? [...selectionSet.selections, typename]
      : selectionSet?.selections;
    return {
      kind: Kind.FIELD,
      ...(internalName !== fieldName && { alias: { kind: Kind.NAME, value: internalName } }),
      name: field.name,
      arguments: field.arguments?.map(withInternalVariables) ?? [],
      directives: field.directives?.map(withInternalVariables) ?? [],
      ...(selections && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
    };
  }

  function asksType(set: SelectionSetNode, parent: GraphQLCompositeType): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) return false;
      const condition = fragment.typeCondition?.name.value;
      return (condition !== undefined && condition !== parent.name) || asksType(fragment.selectionSet, parent);
    });
  }

  const selectionSet = convertSet(operation.selectionSet, rootType, true);
  if (selectionSet.selections.length === 0) return undefined;
  const definition: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions: operation.variableDefinitions?.map(withInternalVariables) ?? [],
    selectionSet,
  };
  return { kind: Kind.DOCUMENT, definitions: [definition] };
}

/** True when nothing may be left of a selection for some variables. */
function isConditional(selection: SelectionNode): boolean {
  const conditions = selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include');
  return (
    conditions === true ||
    (selection.kind === Kind.INLINE_FRAGMENT && selection.selectionSet.selections.every(isConditional))
  );
}

/** True for a literal `@skip(if: true)` or `@include(if: false)`. */
function isNever(directives: readonly DirectiveNode[] = []): boolean {
  return directives.some((directive) => {
    const condition = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (condition?.kind !== Kind.BOOLEAN) return false;
    return directive.name.value === (condition.value ? 'skip' : 'include');
  });
}

function withInternalVariables<
  Node extends DirectiveNode | NonNullable<FieldNode['arguments']>[number] | VariableDefinition,
>(node: Node): Node {
  const converted: Node = visit(node, {
    Variable: (variable) => ({
      ...variable,
      name: { ...variable.name, value: internalVariable(variable.name.value) },
    }),
  });
  return converted;
}

type VariableDefinition = NonNullable<OperationDefinitionNode['variableDefinitions']>[number];
