import { isScalar } from './sdl.js';
import type { FieldModel, TypeModel, World } from './world.js';

/**
 * The data of a world: every cell follows from the seed and its place, so all subgraphs and the monolith see the same
 * without a store. Some cells fail, some are null where they must not be.
 */

interface Instance {
  __typename: string;
  /** Where it is: what its cells follow from. */
  at: string;
  /** What the router sent, in a subgraph that was asked for an entity. */
  sent?: Record<string, unknown>;
  [key: string]: unknown;
}

const instancesPerType = 3;

/** Resolvers of one subgraph, or of the monolith without a number. */
export function resolversOf(world: World, subgraph: number | undefined): Record<string, unknown> {
  const resolvers: Record<string, unknown> = {
    Query: Object.fromEntries(
      world.roots
        .filter(({ owners }) => subgraph === undefined || owners.has(subgraph))
        .map((field) => [field.name, (_: unknown, { n }: { n?: number }) => cell(world, 'root', field, n)]),
    ),
  };
  for (const type of world.types) {
    if (subgraph !== undefined && !type.presence.has(subgraph)) continue;
    const fields: Record<string, unknown> = {};
    for (const field of type.fields) {
      if (subgraph !== undefined && !field.owners.has(subgraph) && !type.provided.get(subgraph)?.has(field.name))
        continue;
      fields[field.name] = (source: Instance, { n }: { n?: number }) =>
        field.requires ? computed(world, source, field, subgraph) : cell(world, source.at, field, n);
    }
    if (subgraph !== undefined && type.kind === 'entity') {
      fields.__resolveReference = (sent: Record<string, unknown>) => findEntity(type, sent);
    }
    resolvers[type.name] = fields;
  }
  return resolvers;
}

function computed(world: World, source: Instance, { requires }: FieldModel, subgraph: number | undefined): string {
  if (!requires) throw new Error('Not a computed field.');
  const { field, argument } = requires;
  if (subgraph === undefined) return JSON.stringify(cell(world, source.at, field, argument ?? 1));
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

/** @throws what the resolver of the cell throws. */
function cell(world: World, at: string, field: FieldModel, argument = 1): unknown {
  const key = `${at}/${field.name}/${field.hasArgument ? String(argument) : ''}`;
  if (!field.reliable && roll(world, `${key}/fails`, 100) < 5) throw new Error(`${key} fails`);
  return wrapped(world, key, field, field.wraps.length);
}

function wrapped(world: World, key: string, field: FieldModel, level: number): unknown {
  const wrap = field.wraps[level - 1];
  const nonNull = wrap === '!';
  const inner = nonNull ? level - 1 : level;
  const nullPercent = nonNull ? (field.reliable ? 0 : 2) : 15;
  if (roll(world, `${key}/null`, 100) < nullPercent) return null;
  if (field.wraps[inner - 1] === '[') {
    const length = roll(world, `${key}/length`, 4);
    return Array.from({ length }, (_, index) => wrapped(world, `${key}/${String(index)}`, field, inner - 1));
  }
  return named(world, key, field.type);
}

function named(world: World, key: string, name: string): unknown {
  if (isScalar(name)) return scalar(world, key, name);
  const abstract = world.abstracts.find((candidate) => candidate.name === name);
  const type = abstract
    ? abstract.members[roll(world, `${key}/member`, abstract.members.length)]
    : world.types.find((candidate) => candidate.name === name);
  if (!type) throw new Error(`There is no type ${name}.`);
  if (type.kind === 'entity') return entity(type, roll(world, `${key}/index`, instancesPerType));
  return { __typename: type.name, at: key };
}

/** Values that are easily lost are as likely as others. */
function scalar(world: World, key: string, name: string): unknown {
  const choice = roll(world, key, 4);
  switch (name) {
    case 'Int':
      return [0, 1, -7, 2_147_483_647][choice];
    case 'Float':
      return [0, 0.5, -2.25, 1e9][choice];
    case 'Boolean':
      return choice < 2;
    case 'Color':
      return ['RED', 'GREEN', 'BLUE', 'RED'][choice];
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
