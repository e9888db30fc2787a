import {
  getArgumentValues,
  isNonNullType,
  Kind,
  valueFromAST,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql';

type Arguments = Record<string, unknown>;

/** Adds one argument; false when only graphql-js can say what is wrong with it. */
type AddArgument = (to: Arguments, variables: Record<string, unknown>) => boolean;

/**
 * How the arguments of a field are made for one request. Constants that cannot be changed and plain variables are worked
 * out here; all else is left to graphql-js each time, since a resolver may change what it is given.
 *
 * @throws (the function that is returned) GraphQLError when a variable is missing where a value is needed.
 */
export function compileArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Record<string, unknown>) => Arguments {
  const whole = (variables: Record<string, unknown>): Arguments => getArgumentValues(definition, node, variables);
  const adds: AddArgument[] = [];
  for (const argument of definition.args) {
    const add = compileArgument(argument, node);
    if (!add) return whole;
    adds.push(add);
  }
  return (variables) => {
    const values: Arguments = {};
    for (const add of adds) if (!add(values, variables)) return whole(variables);
    return values;
  };
}

function compileArgument(argument: GraphQLArgument, node: FieldNode): AddArgument | undefined {
  const { name, defaultValue, type } = argument;
  const value = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  if (!value) {
    if (defaultValue === undefined) return isNonNullType(type) ? undefined : () => true;
    return constant(name, defaultValue);
  }
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    const required = isNonNullType(type);
    return (to, variables) => {
      const sent = variables[variable];
      if (sent === undefined) return false;
      if (sent === null && required) return false;
      to[name] = sent;
      return true;
    };
  }
  if (value.kind === Kind.OBJECT || value.kind === Kind.LIST) return undefined;
  const literal: unknown = valueFromAST(value, type);
  return literal === undefined ? undefined : constant(name, literal);
}

function constant(name: string, value: unknown): AddArgument | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  return (to) => {
    to[name] = value;
    return true;
  };
}
