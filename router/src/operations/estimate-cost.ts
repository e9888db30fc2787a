import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CostRules } from './cost-rules.js';

type Variables = Readonly<Record<string, unknown>>;

/** A cost: a number, or a function where it depends on variables. */
type Cost = number | ((variables: Variables) => number);

/** What a mutation costs besides its fields: it writes. */
const mutationWeight = 10;

export interface CostContext {
  schema: GraphQLSchema;
  rules: CostRules;
  /** Items of a list of which nothing else is known (count). */
  listSizeDefault: number;
}

/**
 * Estimates what an operation costs before it runs, as Federation's `@cost` and `@listSize` have it: objects count 1,
 * scalars and enums nothing, each with what is selected of it, times the length of the list that it is in. Worked out
 * once; only lengths and inputs that variables say are left to the request.
 *
 * @param operation valid, and within the limit of fields.
 */
export function compileCost(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { schema, rules, listSizeDefault }: CostContext,
): (variables: Variables) => number {
  const root = schema.getRootType(operation.operation);
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }

  function ofSet(set: SelectionSetNode, parent: GraphQLCompositeType, sized: Sized | undefined): Cost {
    return sum(
      set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection, parent, sized);
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (!fragment) return 0;
        const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
        return isCompositeType(condition) ? ofSet(fragment.selectionSet, condition, sized) : 0;
      }),
    );
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType, sized: Sized | undefined): Cost {
    const name = node.name.value;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!definition) return 0;
    const type = getNamedType(definition.type);
    const own = rules.weight(parent.name, name) ?? rules.typeWeight(type.name);
    const length = lengthOf(node, definition, parent.name);
    const listHere = isList(definition.type);
    const below: Sized | undefined =
      !listHere && length.sizedFields.length > 0 ? { fields: length.sizedFields, length: length.cost } : undefined;
    const children = node.selectionSet && isCompositeType(type) ? ofSet(node.selectionSet, type, below) : 0;
    const one = sum([own, children]);
    const times = !listHere ? 1 : sized?.fields.includes(name) ? sized.length : length.cost;
    return sum([product(times, one), ...definition.args.map((argument) => ofArgument(node, argument, parent.name))]);
  }

  function lengthOf(
    node: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    typename: string,
  ): { cost: Cost; sizedFields: readonly string[] } {
    const size = rules.listSize(typename, node.name.value);
    const assumed = size?.assumedSize ?? listSizeDefault;
    const slices = (size?.slicingArguments ?? []).flatMap((name) => {
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
      if (value) return [countFrom(value)];
      const byDefault = definition.args.find((argument) => argument.name === name)?.defaultValue;
      return typeof byDefault === 'number' ? [byDefault] : [];
    });
    return { cost: greatest(slices, assumed), sizedFields: size?.sizedFields ?? [] };
  }

  /** A number from a literal or a variable; NaN when it is none. */
  function countFrom(value: ValueNode): Cost {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return Number.NaN;
    const name = value.name.value;
    return (variables) => {
      const given = variables[name] ?? defaults[name];
      return typeof given === 'number' ? given : Number.NaN;
    };
  }

  function ofArgument(node: FieldNode, argument: GraphQLArgument, typename: string): Cost {
    const value = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
    if (!value) return 0;
    const weight = rules.argumentWeight(typename, node.name.value, argument.name);
    const type = getNamedType(argument.type);
    if (!isInputObjectType(type)) return weight ?? rules.typeWeight(type.name);
    return sum([
      weight ?? 0,
      (variables) => inputCost(argument.type, valueFromASTUntyped(value, { ...defaults, ...variables })),
    ]);
  }

  /** Input objects count 1 each, wherever they are nested; their fields what `@cost` says. */
  function inputCost(type: GraphQLInputType, value: unknown): number {
    if (Array.isArray(value)) return value.reduce<number>((total, item) => total + inputCost(type, item), 0);
    const named = getNamedType(type);
    if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return 0;
    let total = 1;
    const fields = named.getFields();
    for (const [name, inner] of Object.entries(value)) {
      const field = fields[name];
      if (field) total += (rules.inputFieldWeight(named.name, name) ?? 0) + inputCost(field.type, inner);
    }
    return total;
  }

  const fields = root ? ofSet(operation.selectionSet, root, undefined) : 0;
  const total = sum([operation.operation === OperationTypeNode.MUTATION ? mutationWeight : 0, fields]);
  return typeof total === 'number' ? () => total : total;
}

interface Sized {
  fields: readonly string[];
  length: Cost;
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

function evaluate(cost: Cost, variables: Variables): number {
  return typeof cost === 'number' ? cost : cost(variables);
}

function sum(costs: readonly Cost[]): Cost {
  let fixed = 0;
  const open: Exclude<Cost, number>[] = [];
  for (const cost of costs) {
    if (typeof cost === 'number') fixed += cost;
    else open.push(cost);
  }
  if (open.length === 0) return fixed;
  return (variables) => open.reduce((total, cost) => total + cost(variables), fixed);
}

function product(times: Cost, one: Cost): Cost {
  if (typeof times === 'number' && typeof one === 'number') return times * one;
  return (variables) => evaluate(times, variables) * evaluate(one, variables);
}

/** The greatest of the lengths that are numbers, never below 0; the default when none is. */
function greatest(lengths: readonly Cost[], assumed: number): Cost {
  const pick = (numbers: number[]) => {
    const good = numbers.filter((number) => !Number.isNaN(number));
    return good.length === 0 ? assumed : Math.max(0, ...good);
  };
  if (lengths.every((length) => typeof length === 'number')) return pick([...lengths]);
  return (variables) => pick(lengths.map((length) => evaluate(length, variables)));
}
