import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { argumentOf, directive, hasArgument, ofGraph, withArguments } from './supergraph-directives.js';

/**
 * A field that an interface object computes from others (`@requires`) is planned for each member by itself: planners keep
 * one list of what is needed for all members of an interface object, also when one member alone wants the field, so that the
 * others miss it. In the supergraph that planners get, such fields are in a subgraph of their own, that knows the members;
 * plans are led back to the real one (`ask-members.ts`).
 *
 * The other fields of an interface object are planned so where an operation wants some of them of some members only: planners ask for them of all
 * members at once, with the arguments of one of them, and one that fails takes others with it.
 */
export type WhichFields = 'computed' | 'all';

/** A supergraph in both forms. */
export type SeparatedFields = Record<WhichFields, MemberFields>;

export interface MemberFields {
  sdl: string;
  /** The subgraphs that only planners know, by name. */
  subgraphs: ReadonlyMap<string, MemberSubgraph>;
  /** The fields that are planned so, as `Interface.field`. */
  fields: ReadonlySet<string>;
}

export interface MemberSubgraph {
  /** The real subgraph. */
  name: string;
  /** The interface that is an object there, by the members that it is asked for. */
  interfaceOf: ReadonlyMap<string, string>;
}

type FieldedType = InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode;

/** A subgraph in which some interface is an object with such fields. */
interface Origin {
  /** Its value of `join__Graph`, and its name. */
  graph: string;
  name: string;
  interfaces: InterfaceTypeDefinitionNode[];
  isMoved: (of: InterfaceTypeDefinitionNode, field: FieldDefinitionNode) => boolean;
}

/** Parses and prints the whole supergraph: not for the thread that answers requests (`schema-thread/`). */
export function separateMemberFields(sdl: string, which: WhichFields): MemberFields {
  const subgraphs = new Map<string, MemberSubgraph>();
  const fields = new Set<string>();
  const document = parse(sdl, { noLocation: true });
  const types = new Map<string, TypeDefinitionNode>();
  for (const definition of document.definitions)
    if (isTypeDefinition(definition)) types.set(definition.name.value, definition);
  for (const origin of findOrigins(types, which)) {
    for (const found of origin.interfaces) {
      for (const field of found.fields ?? []) {
        if (origin.isMoved(found, field)) fields.add(`${found.name.value}.${field.name.value}`);
      }
    }
    const graph = unused(`${origin.graph}_MEMBERS`, (name) =>
      graphsOf(types).some((known) => known.name.value === name),
    );
    const name = unused(`${origin.name}_members`, (taken) =>
      graphsOf(types).some((known) => nameOfGraph(known) === taken),
    );
    subgraphs.set(name, { name: origin.name, interfaceOf: separate(types, origin, { graph, name }) });
  }
  if (subgraphs.size === 0) return { sdl, subgraphs, fields };
  const definitions = document.definitions.map((definition) =>
    isTypeDefinition(definition) ? (types.get(definition.name.value) ?? definition) : definition,
  );
  return { sdl: print({ ...document, definitions }), subgraphs, fields };
}

function findOrigins(types: ReadonlyMap<string, TypeDefinitionNode>, which: WhichFields): Origin[] {
  return graphsOf(types).flatMap(({ name: { value: graph }, directives }) => {
    const isMoved = (of: InterfaceTypeDefinitionNode, field: FieldDefinitionNode): boolean =>
      which === 'computed' ? isComputedIn(field, graph) : isMovable(field, graph) && !isKeyOf(field, of, graph);
    const interfaces = [...types.values()]
      .filter(isInterface)
      .filter((type) => isInterfaceObjectIn(type, graph) && type.fields?.some((field) => isMoved(type, field)));
    const name = nameOfGraph({ directives });
    return interfaces.length > 0 && name !== undefined ? [{ graph, name, interfaces, isMoved }] : [];
  });
}

/** Moves the fields of one subgraph. @returns the members, each with its interface. */
function separate(
  types: Map<string, TypeDefinitionNode>,
  { graph, interfaces: before, isMoved }: Origin,
  added: { graph: string; name: string },
): ReadonlyMap<string, string> {
  // As they stand now: fields of another subgraph may have been moved already.
  const interfaces = before
    .map(({ name }) => types.get(name.value))
    .filter((type) => type !== undefined)
    .filter(isInterface);
  const interfaceOf = new Map<string, string>();
  const needed = new Set<string>();
  addGraph(types, graph, added);
  for (const found of interfaces) {
    const computed = found.fields?.filter((field) => isMoved(found, field)) ?? [];
    const inputs = found.fields?.filter((field) => isInputOf(field, found, computed, graph)) ?? [];
    for (const field of [...computed, ...inputs]) {
      for (const type of [field.type, ...(field.arguments ?? []).map((argument) => argument.type)])
        needed.add(named(type));
    }
    types.set(found.name.value, withoutFields(found, computed, graph));
    for (const member of types.values()) {
      if (!isObject(member) || !member.interfaces?.some(({ name }) => name.value === found.name.value)) continue;
      interfaceOf.set(member.name.value, found.name.value);
      types.set(member.name.value, withFields(member, { found, computed, inputs, graph, to: added.graph }));
    }
  }
  const required = findRequired(types, interfaces, graph);
  for (const name of needed) copyType(types, name, { graph, to: added.graph, needed, required });
  return interfaceOf;
}

function addGraph(types: Map<string, TypeDefinitionNode>, graph: string, added: { graph: string; name: string }): void {
  const graphs = types.get('join__Graph');
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return;
  const values = graphs.values?.flatMap((value) => {
    if (value.name.value !== graph) return [value];
    const directives = value.directives?.map((node) => withArguments(node, { name: added.name }));
    return [
      value,
      { ...value, name: { kind: Kind.NAME as const, value: added.graph }, ...(directives && { directives }) },
    ];
  });
  types.set('join__Graph', { ...graphs, ...(values && { values }) });
}

/**
 * The interface without what its members have by themselves now: there it has another name, that nobody asks for. What it is
 * computed from would be in the subgraph for nothing without it, which is no valid schema.
 */
function withoutFields(found: InterfaceTypeDefinitionNode, computed: readonly FieldDefinitionNode[], graph: string) {
  const fields = found.fields?.flatMap((field) => {
    if (!computed.includes(field)) return [field];
    const moved = ofGraph(field, 'join__field', graph);
    const left = field.directives?.filter((node) => !moved.includes(node)) ?? [];
    const isElsewhere = left.some(({ name }) => name.value === 'join__field');
    return [
      { ...field, directives: isElsewhere ? left : [...left, directive('join__field', {})] },
      unasked(field, graph, moved),
    ];
  });
  return { ...found, ...(fields && { fields }) };
}

function unasked(field: FieldDefinitionNode, graph: string, directives: ConstDirectiveNode[]): FieldDefinitionNode {
  return { ...field, name: { ...field.name, value: `_${field.name.value}_of_${graph}` }, directives };
}

interface Moved {
  found: InterfaceTypeDefinitionNode;
  computed: readonly FieldDefinitionNode[];
  /** What they are computed from, and what identifies the object. */
  inputs: readonly FieldDefinitionNode[];
  graph: string;
  to: string;
}

/** A member with the fields of its interface object, in the subgraph that planners know. */
function withFields(member: ObjectTypeDefinitionNode, moved: Moved): ObjectTypeDefinitionNode {
  const { found, computed, inputs, graph, to } = moved;
  const before = graphsOfType(member);
  const keys = ofGraph(found, 'join__type', graph).map((node) =>
    withArguments(node, { graph: to, isInterfaceObject: undefined }),
  );
  const fields = mapFields(member, (field) => {
    // Without a word a field is in every subgraph that has the type: they are named before another comes.
    const isSaid = field.directives?.some(({ name }) => name.value === 'join__field');
    const said = isSaid ? [] : before.map((each) => directive('join__field', { graph: each }));
    const source = [...computed, ...inputs].find(({ name }) => name.value === field.name.value);
    const copies = source ? copiesOf(source, graph, to) : [];
    const directives = [...(field.directives ?? []), ...said, ...copies];
    // "In no subgraph" is not so any more.
    return { ...field, directives: copies.length > 0 ? directives.filter((node) => !isNowhere(node)) : directives };
  });
  return {
    ...fields,
    fields: [
      ...(fields.fields ?? []),
      ...computed.map((field) => unasked(field, graph, [directive('join__field', {})])),
    ],
    directives: [...(fields.directives ?? []), ...keys],
  };
}

function copiesOf(field: FieldDefinitionNode, graph: string, to: string): ConstDirectiveNode[] {
  const own = ofGraph(field, 'join__field', graph);
  return own.length > 0
    ? own.map((node) => withArguments(node, { graph: to, provides: undefined, override: undefined }))
    : [directive('join__field', { graph: to })];
}

function isNowhere(node: ConstDirectiveNode): boolean {
  return node.name.value === 'join__field' && (node.arguments ?? []).length === 0;
}

/**
 * What a moved field leads to is known beside it, with all that needs no other way in. Its entities are not asked for there.
 *
 * @param needed gets what the type leads to.
 */
function copyType(
  types: Map<string, TypeDefinitionNode>,
  name: string,
  way: { graph: string; to: string; needed: Set<string>; required: ReadonlySet<string> },
): void {
  const type = types.get(name);
  const { graph, to, needed, required } = way;
  if (!type || ofGraph(type, 'join__type', graph).length === 0) return;
  const isEntity = ofGraph(type, 'join__type', graph).some((node) => hasArgument(node, 'key'));
  const directives = (type.directives ?? []).flatMap((node) =>
    argumentOf(node, 'graph') === graph
      ? [
          node,
          withArguments(node, {
            graph: to,
            ...(node.name.value === 'join__type' && isEntity && { resolvable: false }),
          }),
        ]
      : [node],
  );
  for (const { name: each, arguments: given } of type.directives ?? []) {
    const member = given?.find((argument) => argument.name.value === 'member')?.value;
    if (each.value === 'join__unionMember' && member?.kind === Kind.STRING) needed.add(member.value);
  }
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
    const values = type.values?.map((value) => ({
      ...value,
      directives: withCopies(value.directives ?? [], graph, to),
    }));
    types.set(name, { ...type, directives, ...(values && { values }) });
    return;
  }
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const fields = type.fields?.map((field) => {
      needed.add(named(field.type));
      return { ...field, directives: withCopies(field.directives ?? [], graph, to) };
    });
    types.set(name, { ...type, directives, ...(fields && { fields }) });
    return;
  }
  if (!isInterface(type) && !isObject(type)) {
    types.set(name, { ...type, directives });
    return;
  }
  if (isInterface(type) && !isInterfaceObjectIn(type, graph)) {
    for (const other of types.values()) {
      if (ofGraph(other, 'join__implements', graph).some((node) => argumentOf(node, 'interface') === name)) {
        needed.add(other.name.value);
      }
    }
  }
  const copied = mapFields(type, (field) => {
    const own = ofGraph(field, 'join__field', graph);
    const isSaid = field.directives?.some((node) => node.name.value === 'join__field') ?? false;
    const isSpecial = own.some(
      (node) =>
        ['requires', 'overrideLabel', 'contextArguments'].some((each) => hasArgument(node, each)) ||
        (argumentOf(node, 'external') === true && !required.has(`${name}.${field.name.value}`)),
    );
    if (isSaid && (own.length === 0 || isSpecial)) return field;
    for (const each of [field.type, ...(field.arguments ?? []).map((argument) => argument.type)])
      needed.add(named(each));
    return isSaid ? { ...field, directives: [...(field.directives ?? []), ...copiesOf(field, graph, to)] } : field;
  });
  types.set(name, { ...copied, directives });
}

function withCopies(directives: readonly ConstDirectiveNode[], graph: string, to: string): ConstDirectiveNode[] {
  return directives.flatMap((node) =>
    argumentOf(node, 'graph') === graph ? [node, withArguments(node, { graph: to })] : [node],
  );
}

function isMovable(field: FieldDefinitionNode, graph: string): boolean {
  return ofGraph(field, 'join__field', graph).some(
    (node) =>
      argumentOf(node, 'external') !== true &&
      argumentOf(node, 'usedOverridden') !== true &&
      !hasArgument(node, 'contextArguments') &&
      !hasArgument(node, 'overrideLabel'),
  );
}

function isComputedIn(field: FieldDefinitionNode, graph: string): boolean {
  return isMovable(field, graph) && ofGraph(field, 'join__field', graph).some((node) => hasArgument(node, 'requires'));
}

/** True for a field that identifies the object. */
function isKeyOf(field: FieldDefinitionNode, found: InterfaceTypeDefinitionNode, graph: string): boolean {
  return ofGraph(found, 'join__type', graph).some((node) => selects(argumentOf(node, 'key'), field));
}

function selects(text: string | boolean | undefined, { name }: FieldDefinitionNode): boolean {
  return parseSelections(text).selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === name.value,
  );
}

/** True for a field that a key or a `@requires` of the interface object selects. */
function isInputOf(
  field: FieldDefinitionNode,
  found: InterfaceTypeDefinitionNode,
  computed: readonly FieldDefinitionNode[],
  graph: string,
): boolean {
  const required = computed
    .flatMap((each) => ofGraph(each, 'join__field', graph))
    .map((node) => argumentOf(node, 'requires'));
  return isKeyOf(field, found, graph) || required.some((text) => selects(text, field));
}

/** The fields that `@requires` selects below those of the interfaces, as `Type.field`. */
function findRequired(
  types: ReadonlyMap<string, TypeDefinitionNode>,
  interfaces: readonly InterfaceTypeDefinitionNode[],
  graph: string,
): Set<string> {
  const required = new Set<string>();
  const walk = ({ selections }: SelectionSetNode, typename: string, isTop: boolean): void => {
    const type = types.get(typename);
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? typename, isTop);
      } else if (selection.kind === Kind.FIELD) {
        if (!isTop) required.add(`${typename}.${selection.name.value}`);
        const fields = type && (isInterface(type) || isObject(type)) ? type.fields : undefined;
        const field = fields?.find(({ name }) => name.value === selection.name.value);
        if (field && selection.selectionSet) walk(selection.selectionSet, named(field.type), false);
      }
    }
  };
  for (const found of interfaces) {
    for (const field of found.fields ?? []) {
      if (!isComputedIn(field, graph)) continue;
      for (const node of ofGraph(field, 'join__field', graph)) {
        walk(parseSelections(argumentOf(node, 'requires')), found.name.value, true);
      }
    }
  }
  return required;
}

function parseSelections(text: string | boolean | undefined): SelectionSetNode {
  const [definition] = parse(`{ ${String(text ?? '__typename')} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`These are no fields: ${String(text)}`);
  return definition.selectionSet;
}

function isInterfaceObjectIn(type: TypeDefinitionNode, graph: string): boolean {
  return ofGraph(type, 'join__type', graph).some((node) => argumentOf(node, 'isInterfaceObject') === true);
}

function graphsOf(types: ReadonlyMap<string, TypeDefinitionNode>) {
  const graphs = types.get('join__Graph');
  return graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
}

function nameOfGraph({
  directives = [],
}: {
  directives?: readonly ConstDirectiveNode[] | undefined;
}): string | undefined {
  const found = directives.find(({ name }) => name.value === 'join__graph');
  const name = found && argumentOf(found, 'name');
  return typeof name === 'string' ? name : undefined;
}

/** The subgraphs that have a type. */
function graphsOfType({ directives = [] }: TypeDefinitionNode): string[] {
  const graphs = directives
    .filter(({ name }) => name.value === 'join__type')
    .map((node) => argumentOf(node, 'graph'))
    .filter((graph) => typeof graph === 'string');
  return [...new Set(graphs)];
}

function mapFields<Type extends FieldedType>(
  type: Type,
  change: (field: FieldDefinitionNode) => FieldDefinitionNode,
): Type {
  return { ...type, ...(type.fields && { fields: type.fields.map(change) }) };
}

function isTypeDefinition(definition: DefinitionNode): definition is TypeDefinitionNode {
  return definition.kind.endsWith('TypeDefinition');
}

function isInterface(type: TypeDefinitionNode): type is InterfaceTypeDefinitionNode {
  return type.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function isObject(type: TypeDefinitionNode): type is ObjectTypeDefinitionNode {
  return type.kind === Kind.OBJECT_TYPE_DEFINITION;
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}

function unused(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  while (isTaken(name)) name += '_';
  return name;
}
