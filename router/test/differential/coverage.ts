import {
  getNamedType,
  getOperationAST,
  isCompositeType,
  isUnionType,
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Answer } from './answer.js';
import { hasOwnValues, type FieldModel, type World } from './model.js';

/** What the run has to have compared: each is counted when an operation really used it. */
const features = [
  'single key',
  'composite key',
  'multiple keys',
  'nested key',
  '@requires',
  '@requires with an argument',
  '@requires of a hidden field',
  '@provides',
  '@override',
  '@override by label',
  '@shareable',
  'interface object: its field',
  'interface object: its entity is asked for',
  'interface',
  'union',
  'inaccessible type under an abstract one',
  'inaccessible value',
  'enum value of one subgraph',
  'input of all subgraphs',
  'input from a variable',
  'mutations of several subgraphs',
  'mutations after one that failed',
  'mutations ended by one that must not fail',
  'null that went up',
  'error in a list',
  'conflicting aliases',
  'conflicting aliases of 0, false or ""',
  'alias that hides a key',
  'variable named as plans name theirs',
  'introspection',
  '@skip or @include by a variable',
] as const;

type Feature = (typeof features)[number];

export interface Coverage {
  /** Answers that were refused because they take too much to plan (count). */
  refused: number;
  counts: Map<Feature, number>;
  addOperation(world: World, schema: GraphQLSchema, document: DocumentNode, expected: Answer): void;
  /** @param requests what subgraphs were sent. */
  addRequests(world: World, requests: readonly { variables?: Record<string, unknown> | undefined }[]): void;
}

const keyNames = {
  single: 'single key',
  composite: 'composite key',
  multiple: 'multiple keys',
  nested: 'nested key',
} as const;
const falsy: unknown[] = [0, false, ''];

export function createCoverage(): Coverage {
  const counts = new Map<Feature, number>(features.map((feature) => [feature, 0]));
  const add = (found: ReadonlySet<Feature>): void => {
    for (const feature of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  return {
    refused: 0,
    counts,
    addOperation(world, schema, document, expected) {
      const found = new Set<Feature>();
      const fragments = new Map(
        document.definitions.flatMap((node) =>
          node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
        ),
      );
      const walk = { world, schema, fragments, found, calls: new Map(), mutating: new Set<number>() };
      findInDocument(walk, document, expected);
      findInAnswer(world, expected, found);
      add(found);
    },
    addRequests(world, requests) {
      const found = new Set<Feature>();
      for (const { variables } of requests) {
        const representations: unknown = variables?.representations;
        if (!Array.isArray(representations)) continue;
        for (const representation of representations) findInRepresentation(world, representation, found);
      }
      add(found);
    },
  };
}

function findInRepresentation(world: World, representation: unknown, found: Set<Feature>): void {
  if (typeof representation !== 'object' || representation === null || !('__typename' in representation)) return;
  const type = world.types.find(({ name }) => name === representation.__typename);
  if (!type) {
    found.add('interface object: its entity is asked for');
    return;
  }
  if (type.key !== 'multiple' || 'code' in representation) found.add(keyNames[type.key]);
}

interface Walk {
  world: World;
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  found: Set<Feature>;
  /** Every field under a place of the answer. */
  calls: Map<string, Set<string>>;
  /** Subgraphs that mutations are done in. */
  mutating: Set<number>;
}

function findInDocument(walk: Walk, document: DocumentNode, { data, errors = [] }: Answer): void {
  const { schema, found, calls, mutating } = walk;
  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('There is no operation.');
  for (const { variable } of operation.variableDefinitions ?? []) {
    const { value: name } = variable.name;
    if (/^(_|representations|contextual)/.test(name)) found.add('variable named as plans name theirs');
    if (name === '_filter' || name === 'must') found.add('input from a variable');
  }
  walkSelections(walk, operation.selectionSet, root, [], []);
  if (mutating.size > 1) {
    found.add('mutations of several subgraphs');
    if (data === null) found.add('mutations ended by one that must not fail');
    else if (errors.some(({ path }) => path?.length === 1)) found.add('mutations after one that failed');
  }
  for (const [place, several] of calls) {
    if (several.size < 2) continue;
    found.add('conflicting aliases');
    const values = valuesAt(data, place.split('.'));
    if (values.some((value) => falsy.includes(value))) found.add('conflicting aliases of 0, false or ""');
  }
}

function walkSelections(
  walk: Walk,
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  place: readonly string[],
  givers: readonly FieldModel[],
): void {
  for (const selection of selections) {
    for (const { name, arguments: given } of selection.directives ?? []) {
      const conditional = name.value === 'skip' || name.value === 'include';
      if (conditional && given?.[0]?.value.kind === Kind.VARIABLE) walk.found.add('@skip or @include by a variable');
    }
    if (selection.kind === Kind.FIELD) {
      walkField(walk, selection, parent, place, givers);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : parent;
    if (fragment && isCompositeType(condition)) walkSelections(walk, fragment.selectionSet, condition, place, givers);
  }
}

function walkField(
  walk: Walk,
  node: FieldNode,
  parent: GraphQLCompositeType,
  outer: readonly string[],
  givers: readonly FieldModel[],
): void {
  const { world, found, calls, mutating } = walk;
  const name = node.name.value;
  const responseName = node.alias?.value ?? name;
  if (name === '__type' || name === '__schema') found.add('introspection');
  const definition = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (!definition) return;
  const place = [...outer, responseName];
  const call = name + (node.arguments?.length ? node.arguments.map((argument) => print(argument)).join() : '');
  calls.set(place.join('.'), (calls.get(place.join('.')) ?? new Set()).add(call));
  if (node.arguments?.some((argument) => argument.name.value === 'filter')) found.add('input of all subgraphs');
  const isEntity = world.types.some((type) => type.name === parent.name && type.kind === 'entity');
  if (isEntity && name !== responseName && ['id', 'code', 'rank', 'place'].includes(responseName))
    found.add('alias that hides a key');
  const fields = fieldsOf(world, parent.name, name);
  for (const field of fields) {
    findInField(field, givers, found);
    if (parent.name === 'Mutation') for (const owner of field.owners) mutating.add(owner);
  }
  if (world.abstracts.some(({ objectFields }) => fields.some((field) => objectFields.includes(field)))) {
    found.add('interface object: its field');
  }
  const type = getNamedType(definition.type);
  const abstract = world.abstracts.find((candidate) => candidate.name === type.name);
  if (abstract) found.add(abstract.kind);
  if (node.selectionSet && isCompositeType(type)) walkSelections(walk, node.selectionSet, type, place, fields);
}

function findInField(field: FieldModel, givers: readonly FieldModel[], found: Set<Feature>): void {
  const { requires, overriddenFrom, overrideLabel, owners } = field;
  if (requires) {
    found.add('@requires');
    if (requires.argument !== undefined) found.add('@requires with an argument');
    if (requires.field.hidden) found.add('@requires of a hidden field');
  }
  if (givers.some(({ provides }) => provides === field)) found.add('@provides');
  if (overriddenFrom !== undefined) found.add(overrideLabel === undefined ? '@override' : '@override by label');
  if (owners.size > 1) found.add('@shareable');
}

function fieldsOf({ types, abstracts, roots, mutations }: World, parent: string, name: string): FieldModel[] {
  const all = [
    ...types.filter((type) => type.name === parent).flatMap(({ fields }) => fields),
    ...abstracts
      .filter((abstract) => abstract.name === parent || abstract.members.some((member) => member.name === parent))
      .flatMap(({ objectFields }) => objectFields),
    ...(parent === 'Query' ? roots : []),
    ...(parent === 'Mutation' ? mutations : []),
  ];
  return all.filter((field) => field.name === name);
}

function findInAnswer(world: World, { data, errors = [] }: Answer, found: Set<Feature>): void {
  for (const { message, path = [] } of errors) {
    if (String(message).includes('"SECRET"')) found.add('inaccessible value');
    if (String(message).includes('H0')) found.add('inaccessible type under an abstract one');
    if (path.some((step: unknown) => typeof step === 'number')) found.add('error in a list');
    if (depthOf(data, path) < path.length) found.add('null that went up');
  }
  if (
    JSON.stringify(data ?? null).includes('"ONLY_S') &&
    world.types.some(({ fields }) => fields.some((f) => hasOwnValues(world, f)))
  )
    found.add('enum value of one subgraph');
}

/** How many steps of the path lead somewhere before one is null. */
function depthOf(data: unknown, path: readonly (string | number)[]): number {
  let value: any = data;
  let depth = 0;
  while (depth < path.length && value !== null && value !== undefined) value = value[path[depth++]!];
  return depth;
}

function valuesAt(value: any, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  return typeof value === 'object' && value !== null ? valuesAt(value[step], rest) : [];
}
