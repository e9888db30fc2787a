import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type CollectContext } from '@ruzlet/platform/execution/collect-fields';
import { compileCompletion, compileDenied } from './complete.js';
import type { DeniedField } from './denied.js';
import type { Complete, Selected, SelectedField, Subselection } from './selection.js';
import type { ResponseNamer } from './internal-names.js';

export interface SelectionContext extends CollectContext {
  nameOf: ResponseNamer;
  denied?: DeniedField | undefined;
}

/** Compiles what is selected of a type when a value of it first comes by. */
export function createSubselection(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  context: SelectionContext,
): Subselection {
  const byTypename = new Map<string, Selected | undefined>();

  function of(typename: unknown): Selected | undefined {
    const name = concreteName(type, typename, context.schema);
    if (byTypename.has(name)) return byTypename.get(name);
    const selected = select(name, type, sets, context);
    byTypename.set(name, selected);
    return selected;
  }

  return {
    of,
    named(internalName) {
      const candidates = isAbstractType(type)
        ? context.schema.getPossibleTypes(type).map(({ name }) => name)
        : [type.name];
      for (const name of candidates) {
        const field = of(name)?.fields.find((candidate) => candidate.internalName === internalName);
        if (field) return field;
      }
      return undefined;
    },
  };
}

/** A subgraph need not say the type where it can be only one. */
function concreteName(type: GraphQLCompositeType, typename: unknown, schema: GraphQLSchema): string {
  if (isObjectType(type)) return type.name;
  if (typeof typename === 'string') return typename;
  const [only, second] = schema.getPossibleTypes(type);
  return only && !second ? only.name : type.name;
}

function select(
  typename: string,
  declared: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  context: SelectionContext,
): Selected | undefined {
  const { schema } = context;
  const type = schema.getType(typename);
  // The interface itself, when nobody asked which type it is.
  if (type === declared && isInterfaceType(type)) return selectFrom(type, sets, context);
  if (!isObjectType(type) || (isAbstractType(declared) && !schema.isSubType(declared, type))) return undefined;
  return selectFrom(type, sets, context);
}

function selectFrom(
  type: Exclude<GraphQLCompositeType, { getTypes: unknown }>,
  sets: readonly SelectionSetNode[],
  context: SelectionContext,
): Selected | undefined {
  const grouped = collectFields(type, sets, context);
  const fields: SelectedField[] = [];
  for (const [responseName, nodes] of grouped) {
    const field = toSelectedField(type, responseName, nodes, context);
    if (field === 'unknown type') return undefined;
    if (field) fields.push(field);
  }
  return { typename: type.name, fields };
}

const unwritten: Complete = () => null;

function toSelectedField(
  type: Exclude<GraphQLCompositeType, { getTypes: unknown }>,
  responseName: string,
  nodes: FieldNode[],
  context: SelectionContext,
): SelectedField | 'unknown type' | undefined {
  const [first] = nodes;
  if (!first) return undefined;
  const fieldName = first.name.value;
  const internalName = context.nameOf(responseName, fieldName);
  const base = { responseName, internalName, nodes, complete: unwritten };
  if (fieldName === '__typename') return isObjectType(type) ? { ...base, kind: 'typename' } : 'unknown type';
  if (fieldName.startsWith('__')) return { ...base, kind: 'local' };
  const definition = type.getFields()[fieldName];
  if (!definition) return undefined;
  const fault = context.denied?.(type.name, fieldName);
  if (fault) return { ...base, kind: 'data', complete: compileDenied(definition.type, fault) };
  const named = getNamedType(definition.type);
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  const subselection = isCompositeType(named) ? createSubselection(named, sets, context) : undefined;
  return {
    ...base,
    kind: 'data',
    subselection,
    complete: compileCompletion(definition.type, { responseName, subselection }),
  };
}
