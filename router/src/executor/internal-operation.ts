import {
  GraphQLError,
  isAbstractType,
  isCompositeType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
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
import { collectFields } from '@ruzlet/platform/execution/collect-fields';
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
  /** The values of conditions' variables, when the operation is planned for them alone: no condition is left in it. */
  decided?: ((variable: string) => boolean) | undefined;
  /** Types of values must be known although nobody asks, because some types must not be shown. */
  alwaysAskTypes: boolean;
  /** Fields of interfaces that are asked for of each member by itself. */
  isMemberField: (interfaceName: string, fieldName: string) => boolean;
}): DocumentNode | undefined {
  const { schema, operation, fragments, nameOf, denied, decided, alwaysAskTypes, isMemberField } = options;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new GraphQLError(`The graph has no ${operation.operation} type.`, { nodes: [operation] });

  /** The planner takes fields before fragments: in a mutation, that would be another order of effects. */
  function rootSelections(): SelectionSetNode {
    const { selectionSet } = operation;
    if (operation.operation !== OperationTypeNode.MUTATION || !isObjectType(rootType)) return selectionSet;
    const context = { schema, fragments, condition: decided ?? (() => true) };
    return { ...selectionSet, selections: [...collectFields(rootType, [selectionSet], context).values()].flat() };
  }

  function convertSet(set: SelectionSetNode, parent: GraphQLCompositeType, isRoot: boolean): SelectionSetNode {
    const selections: SelectionNode[] = [];
    if (isAbstractType(parent) && (alwaysAskTypes || asksType(set, parent))) selections.push(typename);
    for (const selection of set.selections) {
      const converted = convert(selection, parent, isRoot);
      if (converted?.kind === Kind.FIELD) selections.push(...ofMembers(converted, parent));
      else if (converted) selections.push(converted);
    }
    return { kind: Kind.SELECTION_SET, selections };
  }

  function ofMembers(field: FieldNode, parent: GraphQLCompositeType): SelectionNode[] {
    if (!isInterfaceType(parent) || !isMemberField(parent.name, field.name.value)) return [field];
    return schema.getPossibleTypes(parent).map(({ name }) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
    }));
  }

  function convert(selection: SelectionNode, parent: GraphQLCompositeType, isRoot: boolean): SelectionNode | undefined {
    if (isNever(selection.directives, decided)) return undefined;
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
      directives: leftOf(selection.directives),
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
      directives: leftOf(field.directives),
      ...(selections && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
    };
  }

  /** Directives as the planner is to see them. */
  function leftOf(directives: readonly DirectiveNode[] = []): DirectiveNode[] {
    return directives
      .filter((directive) => !isDefer(directive) && !(decided && isCondition(directive)))
      .map(withInternalVariables);
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

  const selectionSet = convertSet(rootSelections(), rootType, true);
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
  return (
    selection.directives?.some(isCondition) === true ||
    (selection.kind === Kind.INLINE_FRAGMENT && selection.selectionSet.selections.every(isConditional))
  );
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** It changes when something is answered, and not what is fetched. */
function isDefer({ name }: DirectiveNode): boolean {
  return name.value === 'defer';
}

/** True for `@skip` and `@include` that leave nothing, by a literal or by a variable whose value is known. */
function isNever(
  directives: readonly DirectiveNode[] = [],
  decided: ((variable: string) => boolean) | undefined,
): boolean {
  return directives.some((directive) => {
    if (!isCondition(directive)) return false;
    const condition = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    const skips = directive.name.value === 'skip';
    if (condition?.kind === Kind.BOOLEAN) return condition.value === skips;
    return condition?.kind === Kind.VARIABLE && decided !== undefined && decided(condition.name.value) === skips;
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
