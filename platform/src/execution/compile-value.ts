import {
  defaultTypeResolver,
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  responsePathAsArray,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type ResponsePath,
} from 'graphql';
import { isPromise, type Complete, type MakeInfo, type Run, type RunField } from './run.js';

/** The field whose values are completed. */
export interface FieldOf {
  schema: GraphQLSchema;
  /** `Type.field`, for messages. */
  name: string;
  nodes: readonly FieldNode[];
  info: MakeInfo;
  /** What is selected of an object of that type. */
  subselection: (type: GraphQLObjectType) => RunField;
}

/** How values of a type are completed, as the GraphQL specification has it; worked out once. */
export function compileValue(type: GraphQLOutputType, field: FieldOf): Complete {
  if (isNonNullType(type)) {
    const inner = compileValue(type.ofType, field);
    return (value, path, run) => {
      const completed = inner(value, path, run);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${field.name}.`);
    };
  }
  const inner = compileNullable(type, field);
  return (value, path, run) => {
    if (value === undefined || value === null) return null;
    if (value instanceof Error) throw value;
    return inner(value, path, run);
  };
}

/**
 * What a failure leaves in a place: null where that may be, with the error noted; otherwise it is thrown on.
 *
 * @throws GraphQLError with nodes and path.
 */
export function compileFailure(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): (raw: unknown, path: ResponsePath, run: Run) => null {
  const mayBeNull = !isNonNullType(type);
  return (raw, path, run) => {
    const error = locatedError(raw, nodes, responsePathAsArray(path));
    if (!mayBeNull) throw error;
    run.errors.push(error);
    return null;
  };
}

function compileNullable(type: Exclude<GraphQLOutputType, { readonly __nonNull?: never }>, field: FieldOf): Complete {
  if (isListType(type)) return compileList(type.ofType, field);
  if (isLeafType(type)) return compileLeaf(type);
  if (isObjectType(type)) return compileObject(type, field);
  if (isAbstractType(type)) return compileAbstract(type, field);
  throw new Error(`${field.name} cannot be completed.`);
}

function compileList(itemType: GraphQLOutputType, field: FieldOf): Complete {
  const inner = compileValue(itemType, field);
  const fail = compileFailure(itemType, field.nodes);

  function completeItem(item: unknown, path: ResponsePath, run: Run): unknown {
    try {
      const completed = isPromise(item) ? item.then((value) => inner(value, path, run)) : inner(item, path, run);
      return isPromise(completed) ? completed.catch((raw: unknown) => fail(raw, path, run)) : completed;
    } catch (raw) {
      return fail(raw, path, run);
    }
  }

  return (value, path, run) => {
    if (!isIterable(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.name}".`);
    const items: unknown[] = [];
    let pending = false;
    try {
      for (const item of value) {
        const completed = completeItem(item, { prev: path, key: items.length, typename: undefined }, run);
        pending ||= isPromise(completed);
        items.push(completed);
      }
    } catch (error) {
      // The list is lost already; those that are still on their way are waited for, so that nothing runs on unseen.
      if (pending) return settleThenThrow(items, error);
      throw error;
    }
    return pending ? Promise.all(items) : items;
  };
}

export async function settleThenThrow(pending: readonly unknown[], error: unknown): Promise<never> {
  await Promise.allSettled(pending);
  throw error;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Serializes as the type does; values that are what the answer holds anyway skip that. */
export function compileLeaf(type: GraphQLLeafType): (value: unknown) => unknown {
  const serialize = (value: unknown): unknown => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== undefined && serialized !== null) return serialized;
    throw new Error(`Expected \`${type.name}.serialize(${String(value)})\` to return non-nullable value.`);
  };
  switch (type) {
    case GraphQLString:
    case GraphQLID:
      return (value) => (typeof value === 'string' ? value : serialize(value));
    case GraphQLBoolean:
      return (value) => (typeof value === 'boolean' ? value : serialize(value));
    case GraphQLInt:
      return (value) => (typeof value === 'number' && (value | 0) === value ? value : serialize(value));
    case GraphQLFloat:
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : serialize(value));
    default:
      return serialize;
  }
}

function compileObject(type: GraphQLObjectType, field: FieldOf): Complete {
  const fields = field.subselection(type);
  if (!type.isTypeOf) return fields;
  const isTypeOf = type.isTypeOf.bind(type);
  return (value, path, run) => {
    const is = isTypeOf(value, run.context, field.info(path, run));
    const go = (holds: boolean): unknown => {
      if (holds) return fields(value, path, run);
      throw new GraphQLError(`A value of ${field.name} is not of the type ${type.name}.`, { nodes: field.nodes });
    };
    return typeof is === 'boolean' ? go(is) : is.then(go);
  };
}

function compileAbstract(type: GraphQLAbstractType, field: FieldOf): Complete {
  const resolveType = type.resolveType?.bind(type) ?? defaultTypeResolver;
  const byName = new Map<unknown, Complete>();

  function completeAs(name: unknown): Complete {
    const known = byName.get(name);
    if (known) return known;
    const concrete = typeof name === 'string' ? field.schema.getType(name) : undefined;
    if (!isObjectType(concrete) || !field.schema.isSubType(type, concrete)) {
      const found = typeof name === 'string' ? name : typeof name;
      throw new GraphQLError(`A value of ${field.name} is a ${found}, which is no type of ${type.name}.`, {
        nodes: field.nodes,
      });
    }
    const complete = compileObject(concrete, field);
    byName.set(name, complete);
    return complete;
  }

  return (value, path, run) => {
    const name = resolveType(value, run.context, field.info(path, run), type);
    return isPromise(name)
      ? name.then((resolved) => completeAs(resolved)(value, path, run))
      : completeAs(name)(value, path, run);
  };
}
