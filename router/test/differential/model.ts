import type { Draw } from './draw.js';

/** A random graph: its types, which subgraph has what, and how they hang together. */

export type KeyKind = 'single' | 'composite' | 'multiple' | 'nested';

export interface FieldModel {
  name: string;
  /** A named type, and how it is wrapped: `!` non-null, `[` list. Innermost first: `![!` is `[T!]!`. */
  type: string;
  wraps: string;
  /** Subgraphs that resolve it. */
  owners: Set<number>;
  /** `number`: `(n: Int = 1)`; `input`: an input object and an enum that not all subgraphs know alike. */
  argument: 'none' | 'number' | 'input';
  /** Never fails, because another field requires it. */
  reliable: boolean;
  /** Clients do not see it. */
  hidden: boolean;
  /** Taken over from this subgraph by the owner, step by step when there is a label. */
  overriddenFrom?: number;
  overrideLabel?: string;
  /** Computed from another field of the same entity, asked for with this argument. */
  requires?: { field: FieldModel; argument: number | undefined };
  /** A field of the target that the owner gives along. */
  provides?: FieldModel;
}

export interface TypeModel {
  name: string;
  kind: 'entity' | 'value';
  key: KeyKind;
  fields: FieldModel[];
  /** Subgraphs that declare it. */
  presence: Set<number>;
  /** Subgraphs that must not declare it: they know only its interface. */
  strangers: Set<number>;
  /** For multiple keys: which key each subgraph knows it by; the hub knows both. */
  hub: number;
  keyIn: Map<number, 'id' | 'code'>;
  /** Fields declared external for a `@provides`: subgraph → names. */
  provided: Map<number, Set<string>>;
  /** Clients do not see it. */
  hidden: boolean;
}

export interface AbstractModel {
  name: string;
  kind: 'interface' | 'union';
  members: TypeModel[];
  presence: Set<number>;
  /** Fields that an interface has besides `id`. */
  fields: FieldModel[];
  /** Subgraphs in which it is an interface object, and the fields that they give to all its members. */
  objectIn: Set<number>;
  objectFields: FieldModel[];
}

export interface World {
  seed: number;
  subgraphs: number;
  types: TypeModel[];
  abstracts: AbstractModel[];
  roots: FieldModel[];
  mutations: FieldModel[];
  /** What mutations have done, in order. */
  effects: string[];
}

export const scalars = ['String', 'Int', 'Boolean', 'Float', 'ID', 'Color'];

export function isScalar(name: string): boolean {
  return scalars.includes(name);
}

export function newType(name: string, kind: TypeModel['kind'], key: KeyKind): TypeModel {
  return {
    name,
    kind,
    key,
    fields: [],
    presence: new Set(),
    strangers: new Set(),
    hub: 0,
    keyIn: new Map(),
    provided: new Map(),
    hidden: false,
  };
}

export function newField(name: string, type: string, wraps: string): FieldModel {
  return { name, type, wraps, owners: new Set(), argument: 'none', reliable: false, hidden: false };
}

/** Subgraphs in whose schema the field stands as one that is resolved there. */
export function declaringSubgraphs(field: FieldModel): number[] {
  return [...field.owners, ...(field.overriddenFrom === undefined ? [] : [field.overriddenFrom])];
}

/** Every field that some subgraph resolves, with the type that has it. */
export function allFields({ types, abstracts, roots, mutations }: World): FieldModel[] {
  return [
    ...types.flatMap(({ fields }) => fields),
    ...abstracts.flatMap(({ objectFields }) => objectFields),
    ...roots,
    ...mutations,
  ];
}

/** True when the values of the field may be some that only its owner's enum has. */
export function hasOwnValues(world: World, field: FieldModel): boolean {
  return (
    field.type === 'Color' &&
    field.owners.size === 1 &&
    field.overriddenFrom === undefined &&
    !allFields(world).some(({ requires, provides }) => requires?.field === field || provides === field)
  );
}

export const leafWraps = ['', '!', '[', '![!', '[!'];
export const objectWraps = ['', '!', '[', '![!', '![', '[!', '[['];

export function addPresence(type: TypeModel, subgraph: number, draw: Draw): void {
  if (type.presence.has(subgraph)) return;
  if (type.strangers.has(subgraph)) throw new Error(`${type.name} is a stranger in s${String(subgraph)}.`);
  type.presence.add(subgraph);
  type.keyIn.set(subgraph, draw.pick(['id', 'code']));
}

/** Types that fields of all these subgraphs may lead to. */
export function targetsIn({ types, abstracts }: World, subgraphs: readonly number[]): string[] {
  return [
    ...types.filter(({ hidden, strangers }) => !hidden && !subgraphs.some((subgraph) => strangers.has(subgraph))),
    ...abstracts.filter(({ presence, objectIn }) =>
      subgraphs.every((subgraph) => presence.has(subgraph) || objectIn.has(subgraph)),
    ),
  ].map(({ name }) => name);
}
