import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type CollectContext } from '@ruzlet/platform/execution/collect-fields';
import { compileCompletion, compileDenied } from './complete.js';
import type { DeniedField } from './denied.js';
import type { Complete, DeferredFragment, Selected, SelectedField, Subselection } from './selection.js';
import type { ResponseNamer } from './internal-names.js';

export interface SelectionContext extends CollectContext {
  nameOf: ResponseNamer;
  denied?: DeniedField | undefined;
  /** Which fragments come later; nothing does where an answer is delivered whole. */
  deferral?: Deferral | undefined;
}

interface Deferral {
  /** The defer that counts among the directives of a fragment. */
  deferOf: (directives: readonly DirectiveNode[]) => { label: string | undefined } | undefined;
  /** The fields on the way from the root, under internal names. */
  position: readonly string[];
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
  if (type === declared && isInterfaceType(type)) {
    return sets.some((set) => asksForTypes(set, type, context)) ? undefined : selectFrom(type, sets, context);
  }
  if (!isObjectType(type) || (isAbstractType(declared) && !schema.isSubType(declared, type))) return undefined;
  return selectFrom(type, sets, context);
}

/** True when what is selected of the interface depends on the type of the object. */
function asksForTypes(set: SelectionSetNode, type: GraphQLInterfaceType, context: SelectionContext): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return false;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    if (!fragment) return false;
    const condition = context.schema.getType(fragment.typeCondition?.name.value ?? type.name);
    const holds = condition === type || (isInterfaceType(condition) && context.schema.isSubType(condition, type));
    return !holds || asksForTypes(fragment.selectionSet, type, context);
  });
}

function selectFrom(
  type: Exclude<GraphQLCompositeType, { getTypes: unknown }>,
  sets: readonly SelectionSetNode[],
  context: SelectionContext,
): Selected | undefined {
  const { deferral } = context;
  const deferred: DeferredFragment[] = [];
  const setAside = deferral && asideFor(type, deferral, context, deferred);
  const grouped = collectFields(type, sets, setAside ? { ...context, setAside } : context);
  const fields: SelectedField[] = [];
  for (const [responseName, nodes] of grouped) {
    const field = toSelectedField(type, responseName, nodes, context);
    if (field === 'unknown type') return undefined;
    if (field) fields.push(field);
  }
  return deferred.length > 0 ? { typename: type.name, fields, deferred } : { typename: type.name, fields };
}

/** Puts deferred fragments aside, each to be selected when it is wanted. */
function asideFor(
  type: Exclude<GraphQLCompositeType, { getTypes: unknown }>,
  { deferOf, position }: Deferral,
  context: SelectionContext,
  deferred: DeferredFragment[],
): NonNullable<CollectContext['setAside']> {
  return (directives, set) => {
    const defer = deferOf(directives);
    if (!defer) return false;
    let known: { selected: Selected | undefined } | undefined;
    deferred.push({
      label: defer.label,
      set,
      position,
      selected: () => (known ??= { selected: selectFrom(type, [set], context) }).selected,
    });
    return true;
  };
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
  const { deferral } = context;
  const below = deferral
    ? { ...context, deferral: { ...deferral, position: [...deferral.position, internalName] } }
    : context;
  const subselection = isCompositeType(named) ? createSubselection(named, sets, below) : undefined;
  return {
    ...base,
    kind: 'data',
    subselection,
    complete: compileCompletion(definition.type, { responseName, subselection }),
  };
}
