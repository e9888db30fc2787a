import { hasOwnValues, isScalar, type AbstractModel, type FieldModel, type TypeModel, type World } from './model.js';
import { ownValue } from './sdl.js';

/**
 * The data of a world: every cell follows from the seed and its place, so all subgraphs and the monolith see the same
 * without a store. Some cells fail, some are null where they must not be. Only mutations leave something behind.
 */

interface Instance {
  __typename: string;
  /** Where it is: what its cells follow from. */
  at: string;
  /** What the router sent, in a subgraph that was asked for an entity. */
  sent?: Record<string, unknown>;
  [key: string]: unknown;
}

interface Arguments {
  n?: number;
}

const instancesPerType = 3;

/** Resolvers of one subgraph, or of the monolith without a number. */
export function resolversOf(world: World, subgraph: number | undefined): Record<string, object> {
  const here = ({ owners, overrideLabel, overriddenFrom }: FieldModel): boolean =>
    subgraph === undefined ||
    owners.has(subgraph) ||
    // While it is taken over step by step, both have it.
    (overrideLabel !== undefined && overriddenFrom === subgraph);
  const resolvers: Record<string, object> = {
    Query: Object.fromEntries(
      world.roots.filter(here).map((field) => [field.name, rootResolver(world, field, subgraph)]),
    ),
  };
  const mutations = world.mutations.filter(here);
  if (mutations.length > 0) {
    resolvers.Mutation = Object.fromEntries(
      mutations.map((field) => [field.name, (_: unknown, { n }: Arguments) => mutate(world, field, n, subgraph)]),
    );
  }
  for (const type of world.types) {
    if (subgraph !== undefined && !type.presence.has(subgraph)) continue;
    const fields = type.fields.filter((field) => here(field) || type.provided.get(subgraph ?? -1)?.has(field.name));
    const given =
      subgraph === undefined
        ? world.abstracts.filter(({ members }) => members.includes(type)).flatMap(({ objectFields }) => objectFields)
        : [];
    resolvers[type.name] = {
      ...fieldResolvers(world, [...fields, ...given], subgraph),
      ...(subgraph !== undefined &&
        type.kind === 'entity' && { __resolveReference: (sent: Record<string, unknown>) => findEntity(type, sent) }),
    };
  }
  for (const abstract of world.abstracts) {
    if (subgraph === undefined || abstract.objectIn.size === 0) continue;
    const isObject = abstract.objectIn.has(subgraph);
    if (!isObject && !abstract.presence.has(subgraph)) continue;
    resolvers[abstract.name] = {
      ...(isObject && fieldResolvers(world, abstract.objectFields.filter(here), subgraph)),
      __resolveReference: (sent: Record<string, unknown>) => findMember(abstract, sent, isObject),
    };
  }
  return resolvers;
}

function fieldResolvers(world: World, fields: FieldModel[], subgraph: number | undefined): object {
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      (source: Instance, { n }: Arguments) =>
        field.requires
          ? computed(world, source, field, subgraph)
          : cell(world, { at: source.at, field, argument: n, subgraph }),
    ]),
  );
}

function rootResolver(world: World, field: FieldModel, subgraph: number | undefined) {
  if (field.argument === 'input') return (_: unknown, input: object) => JSON.stringify(sorted(input));
  return (_: unknown, { n }: Arguments) => cell(world, { at: 'root', field, argument: n, subgraph });
}

/** Names in order, so that it does not matter in which order schemas declare them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** Notes what was done, and answers how much has been done: the order shows in data. @throws for some arguments. */
function mutate(world: World, field: FieldModel, argument = 1, subgraph: number | undefined): unknown {
  world.effects.push(`${field.name}(${String(argument)})`);
  if (roll(world, `${field.name}/${String(argument)}/fails`, 100) < 20) throw new Error(`${field.name} fails`);
  return field.type === 'Int' ? world.effects.length : cell(world, { at: 'mutation', field, argument, subgraph });
}

function computed(world: World, source: Instance, { requires }: FieldModel, subgraph: number | undefined): string {
  if (!requires) throw new Error('Not a computed field.');
  const { field, argument } = requires;
  if (subgraph === undefined) return JSON.stringify(cell(world, { at: source.at, field, argument, subgraph }));
  if (!source.sent || !(field.name in source.sent)) throw new Error(`${field.name} was not sent`);
  return JSON.stringify(source.sent[field.name]);
}

function entity(type: TypeModel, index: number): Instance {
  const text = String(index);
  return {
    __typename: type.name,
    at: `${type.name}/${text}`,
    id: `${type.name}-${text}`,
    rank: index,
    code: `code ${text}`,
    place: { a: `a${text}`, b: index },
  };
}

function findEntity(type: TypeModel, sent: Record<string, unknown>): Instance | null {
  for (let index = 0; index < instancesPerType; index++) {
    const candidate = entity(type, index);
    const same = ['id', 'rank', 'code', 'place'].every(
      (name) => !(name in sent) || JSON.stringify(sent[name]) === JSON.stringify(candidate[name]),
    );
    if (same) return { ...candidate, sent };
  }
  return null;
}

function findMember(abstract: AbstractModel, sent: Record<string, unknown>, isObject: boolean): Instance | null {
  for (const member of abstract.members) {
    const found = findEntity(member, sent);
    if (found) return isObject ? { ...found, __typename: abstract.name } : found;
  }
  return null;
}

interface Cell {
  at: string;
  field: FieldModel;
  argument: number | undefined;
  /** Who is asked. */
  subgraph: number | undefined;
}

/** @throws what the resolver of the cell throws. */
function cell(world: World, place: Cell): unknown {
  const { at, field, argument = 1 } = place;
  const key = `${at}/${field.name}/${field.argument === 'none' ? '' : String(argument)}`;
  if (!field.reliable && roll(world, `${key}/fails`, 100) < 5) throw new Error(`${key} fails`);
  return wrapped(world, key, place, field.wraps.length);
}

function wrapped(world: World, key: string, place: Cell, level: number): unknown {
  const { field } = place;
  const nonNull = field.wraps[level - 1] === '!';
  const inner = nonNull ? level - 1 : level;
  const nullPercent = nonNull ? (field.reliable ? 0 : 2) : 15;
  if (roll(world, `${key}/null`, 100) < nullPercent) return null;
  if (field.wraps[inner - 1] === '[') {
    const length = roll(world, `${key}/length`, 4);
    return Array.from({ length }, (_, index) => wrapped(world, `${key}/${String(index)}`, place, inner - 1));
  }
  return isScalar(field.type) ? scalar(world, key, field) : object(world, key, place);
}

function object(world: World, key: string, { field, subgraph }: Cell): Instance {
  const abstract = world.abstracts.find(({ name }) => name === field.type);
  const type = abstract
    ? abstract.members[roll(world, `${key}/member`, abstract.members.length)]
    : world.types.find(({ name }) => name === field.type);
  if (!type) throw new Error(`There is no type ${field.type}.`);
  if (type.kind === 'value') return { __typename: type.name, at: key };
  const found = entity(type, roll(world, `${key}/index`, instancesPerType));
  // Who knows only the interface does not know which type it is.
  return abstract && subgraph !== undefined && abstract.objectIn.has(subgraph)
    ? { ...found, __typename: abstract.name }
    : found;
}

/** Values that are easily lost are as likely as others. */
function scalar(world: World, key: string, field: FieldModel): unknown {
  const choice = roll(world, key, 4);
  switch (field.type) {
    case 'Int':
      return [0, 1, -7, 2_147_483_647][choice];
    case 'Float':
      return [0, 0.5, -2.25, 1e9][choice];
    case 'Boolean':
      return choice < 2;
    case 'Color': {
      // A value that clients do not see, or that one subgraph alone has.
      if (roll(world, `${key}/odd`, 10) === 0 && !field.reliable) return 'SECRET';
      const [owner = 0] = field.owners;
      return ['RED', 'GREEN', 'BLUE', hasOwnValues(world, field) ? ownValue(owner) : 'RED'][choice];
    }
    default:
      return ['', 'text', '"quoted"\n', key][choice];
  }
}

/** A number below `sides` that follows from the seed and the key. */
function roll(world: World, key: string, sides: number): number {
  let hash = 2_166_136_261 ^ world.seed;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) % sides;
}
