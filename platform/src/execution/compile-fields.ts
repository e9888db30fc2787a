import {
  defaultFieldResolver,
  getNullableType,
  isLeafType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type ResponsePath,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type CollectContext } from './collect-fields.js';
import { compileArguments } from './compile-arguments.js';
import { compileFailure, compileLeaf, compileValue, settleThenThrow } from './compile-value.js';
import type { FieldTrace } from './field-trace.js';
import { isPromise, type MakeInfo, type Run, type RunField } from './run.js';
import { writeField } from './write-field.js';

export interface CompileContext extends CollectContext {
  operation: OperationDefinitionNode;
  fragmentsByName: Record<string, FragmentDefinitionNode>;
  /** Times every resolver, when somebody wants to know. */
  trace?: FieldTrace | undefined;
}

type Answer = Record<string, unknown>;

interface CompiledField {
  responseName: string;
  run: RunField;
}

/** The fields of one object, all at the same time. */
export function compileFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  context: CompileContext,
): RunField {
  const fields = compileEach(type, sets, context);
  return (source, path, run) => {
    const answer: Answer = {};
    let pending: Promise<unknown>[] | undefined;
    try {
      for (const { responseName, run: runField } of fields) {
        const value = runField(source, path, run);
        // Its place is taken at once: fields are answered in the order in which they were asked for.
        writeField(answer, responseName, value);
        if (isPromise(value)) {
          pending ??= [];
          pending.push(
            value.then((resolved) => {
              writeField(answer, responseName, resolved);
            }),
          );
        }
      }
    } catch (error) {
      if (pending) return settleThenThrow(pending, error);
      throw error;
    }
    return pending ? Promise.all(pending).then(() => answer) : answer;
  };
}

/** The fields of a mutation, one after another. */
export function compileSerialFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  context: CompileContext,
): RunField {
  const fields = compileEach(type, sets, context);
  return async (source, path, run) => {
    const answer: Answer = {};
    for (const { responseName, run: runField } of fields) {
      writeField(answer, responseName, await runField(source, path, run));
    }
    return answer;
  };
}

function compileEach(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  context: CompileContext,
): CompiledField[] {
  const compiled: CompiledField[] = [];
  for (const [responseName, nodes] of collectFields(type, sets, context)) {
    const run = compileField(type, responseName, nodes, context);
    if (run) compiled.push({ responseName, run });
  }
  return compiled;
}

function compileField(
  parentType: GraphQLObjectType,
  responseName: string,
  nodes: readonly FieldNode[],
  context: CompileContext,
): RunField | undefined {
  const [first] = nodes;
  const fieldName = first?.name.value;
  if (!first || fieldName === undefined) return undefined;
  if (fieldName === '__typename') return () => parentType.name;
  const definition = definitionOf(parentType, fieldName, context);
  if (!definition) return undefined;

  const info = compileInfo(parentType, fieldName, nodes, definition.type, context);
  const fail = compileFailure(definition.type, nodes);
  const complete = compileValue(definition.type, {
    schema: context.schema,
    name: `${parentType.name}.${fieldName}`,
    nodes,
    info,
    subselection: createSubselection(nodes, context),
  });
  const args = compileArguments(definition, first);
  const untimed = definition.resolve ?? defaultFieldResolver;
  const resolve = context.trace ? context.trace.timed(untimed) : untimed;
  const whole: RunField = (source, parent, run) => {
    const path: ResponsePath = { prev: parent, key: responseName, typename: parentType.name };
    try {
      const value: unknown = resolve(source, args(run.variables), run.context, info(path, run));
      const completed = isPromise(value)
        ? value.then((resolved) => complete(resolved, path, run))
        : complete(value, path, run);
      return isPromise(completed) ? completed.catch((raw: unknown) => fail(raw, path, run)) : completed;
    } catch (raw) {
      return fail(raw, path, run);
    }
  };
  return definition.resolve || context.trace
    ? whole
    : (compileLeafProperty(fieldName, definition.type, whole) ?? whole);
}

/** A property that is a plain value of a leaf type needs neither path nor arguments. Anything else goes the whole way. */
function compileLeafProperty(fieldName: string, type: GraphQLOutputType, whole: RunField): RunField | undefined {
  const nullable = getNullableType(type);
  if (!isLeafType(nullable)) return undefined;
  const mayBeNull = !isNonNullType(type);
  const serialize = compileLeaf(nullable);
  return (source, parent, run) => {
    if (typeof source !== 'object' || source === null) return whole(source, parent, run);
    const value: unknown = Reflect.get(source, fieldName);
    switch (typeof value) {
      case 'string':
      case 'number':
      case 'boolean':
        try {
          return serialize(value);
        } catch {
          return whole(source, parent, run);
        }
      default:
        return mayBeNull && (value === null || value === undefined) ? null : whole(source, parent, run);
    }
  };
}

/** Compiled when an object of the type first comes by: operations may go deeper than their data. */
function createSubselection(
  nodes: readonly FieldNode[],
  context: CompileContext,
): (type: GraphQLObjectType) => RunField {
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  return (type) => {
    let fields: RunField | undefined;
    return (source, path, run) => {
      fields ??= compileFields(type, sets, context);
      return fields(source, path, run);
    };
  };
}

function definitionOf(
  parentType: GraphQLObjectType,
  fieldName: string,
  { schema }: CompileContext,
): GraphQLField<unknown, unknown> | undefined {
  if (parentType === schema.getQueryType()) {
    if (fieldName === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (fieldName === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parentType.getFields()[fieldName];
}

function compileInfo(
  parentType: GraphQLObjectType,
  fieldName: string,
  fieldNodes: readonly FieldNode[],
  returnType: GraphQLOutputType,
  { schema, operation, fragmentsByName }: CompileContext,
): MakeInfo {
  return (path, run: Run) => ({
    fieldName,
    fieldNodes,
    returnType,
    parentType,
    path,
    schema,
    fragments: fragmentsByName,
    rootValue: undefined,
    operation,
    variableValues: run.variables,
  });
}
