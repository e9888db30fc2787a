import type { Draw } from './draw.js';

/** A random graph: its types, which subgraph has what, and how they hang together. */

type KeyKind = 'single' | 'composite' | 'multiple' | 'nested';

export interface FieldModel {
  name: string;
  /** A named type, and how it is wrapped: `!` non-null, `[` list. Innermost first: `![!` is `[T!]!`. */
  type: string;
  wraps: string;
  /** Subgraphs that resolve it. */
  owners: Set<number>;
  hasArgument: boolean;
  /** Never fails, because another field requires it. */
  reliable: boolean;
  /** Taken over from this subgraph by the owner. */
  overriddenFrom?: number;
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
  /** For multiple keys: which key each subgraph knows it by; the hub knows both. */
  hub: number;
  keyIn: Map<number, 'id' | 'code'>;
  /** Fields declared external for a `@provides`: subgraph → names. */
  provided: Map<number, Set<string>>;
}

interface AbstractModel {
  name: string;
  kind: 'interface' | 'union';
  members: TypeModel[];
  presence: Set<number>;
  /** Fields that an interface has besides `id`. */
  fields: FieldModel[];
}

export interface World {
  seed: number;
  subgraphs: number;
  types: TypeModel[];
  abstracts: AbstractModel[];
  roots: FieldModel[];
}

export const scalars = ['String', 'Int', 'Boolean', 'Float', 'ID', 'Color'];
const leafWraps = ['', '!', '[', '![!', '[!'];
const objectWraps = ['', '!', '[', '![!', '![', '[!', '[['];

export function drawWorld(draw: Draw): World {
  const subgraphs = 2 + draw.upTo(2);
  const types: TypeModel[] = [];
  const entities = 2 + draw.upTo(2);
  for (let index = 0; index < entities; index++) {
    const type = newType(`E${String(index)}`, 'entity', draw.pick(['single', 'composite', 'multiple', 'nested']));
    type.hub = draw.upTo(subgraphs - 1);
    addPresence(type, type.hub, draw);
    for (let subgraph = 0; subgraph < subgraphs; subgraph++) if (draw.chance(60)) addPresence(type, subgraph, draw);
    types.push(type);
  }
  for (let index = 0; index < draw.upTo(2); index++) types.push(newType(`V${String(index)}`, 'value', 'single'));

  const world: World = {
    seed: draw.upTo(1_000_000),
    subgraphs,
    types,
    abstracts: drawAbstracts(types, subgraphs, draw),
    roots: [],
  };
  for (const type of types) drawScalars(type, draw);
  for (const type of types) drawReferences(type, world, draw);
  for (const type of types) if (type.kind === 'entity') drawRequires(type, world, draw);
  drawRoots(world, draw);
  settlePresence(world, draw);
  drawProvides(world, draw);
  return world;
}

function newType(name: string, kind: TypeModel['kind'], key: KeyKind): TypeModel {
  return { name, kind, key, fields: [], presence: new Set(), hub: 0, keyIn: new Map(), provided: new Map() };
}

function addPresence(type: TypeModel, subgraph: number, draw: Draw): void {
  if (type.presence.has(subgraph)) return;
  type.presence.add(subgraph);
  type.keyIn.set(subgraph, draw.pick(['id', 'code']));
}

function drawAbstracts(types: TypeModel[], subgraphs: number, draw: Draw): AbstractModel[] {
  const abstracts: AbstractModel[] = [];
  const candidates = types.filter(({ kind, key }) => kind === 'entity' && key !== 'multiple');
  if (candidates.length < 2) return abstracts;
  for (const kind of ['interface', 'union'] as const) {
    if (!draw.chance(60)) continue;
    const members = candidates.filter(() => !draw.chance(30));
    if (members.length === 0) continue;
    const home = draw.upTo(subgraphs - 1);
    const presence = new Set([home]);
    const abstract: AbstractModel = { name: kind === 'interface' ? 'I0' : 'U0', kind, members, presence, fields: [] };
    if (kind === 'interface' && draw.chance(50)) {
      const label: FieldModel = { ...newField('label', 'String', ''), owners: new Set([home]) };
      abstract.fields.push(label);
      for (const member of members) member.fields.push({ ...label, owners: new Set([home]) });
    } else if (draw.chance(40)) presence.add(draw.upTo(subgraphs - 1));
    for (const member of members) for (const subgraph of presence) addPresence(member, subgraph, draw);
    abstracts.push(abstract);
  }
  return abstracts;
}

function newField(name: string, type: string, wraps: string): FieldModel {
  return { name, type, wraps, owners: new Set(), hasArgument: false, reliable: false };
}

function drawScalars(type: TypeModel, draw: Draw): void {
  const count = 1 + draw.upTo(3);
  for (let index = 0; index < count; index++) {
    const field = newField(`s${String(index)}`, draw.pick(scalars), draw.pick(leafWraps));
    field.hasArgument = draw.chance(25);
    drawOwners(field, type, draw);
    type.fields.push(field);
  }
}

function drawOwners(field: FieldModel, type: TypeModel, draw: Draw): void {
  if (type.kind === 'value') return;
  const present = [...type.presence];
  const owner = draw.pick(present);
  field.owners.add(owner);
  const other = draw.pick(present);
  if (other === owner) return;
  if (draw.chance(25)) field.owners.add(other);
  else if (draw.chance(15)) field.overriddenFrom = other;
}

function drawReferences(type: TypeModel, world: World, draw: Draw): void {
  const count = draw.upTo(type.kind === 'entity' ? 3 : 1);
  for (let index = 0; index < count; index++) {
    const field = newField(`r${String(index)}`, 'E0', draw.pick(objectWraps));
    field.hasArgument = draw.chance(15);
    drawOwners(field, type, draw);
    const targets: { name: string }[] =
      type.kind === 'value'
        ? world.types.filter(({ kind }) => kind === 'entity')
        : [
            ...world.types,
            ...world.abstracts.filter(({ presence }) =>
              declaringSubgraphs(field).every((owner) => presence.has(owner)),
            ),
          ];
    field.type = draw.pick(targets).name;
    type.fields.push(field);
  }
}

function drawRequires(type: TypeModel, world: World, draw: Draw): void {
  const candidates = type.fields.filter(
    ({ type: name, overriddenFrom }) => scalars.includes(name) && overriddenFrom === undefined,
  );
  if (candidates.length === 0 || !draw.chance(50)) return;
  const required = draw.pick(candidates);
  const subgraph = draw.upTo(world.subgraphs - 1);
  if (required.owners.has(subgraph)) return;
  required.reliable = true;
  addPresence(type, subgraph, draw);
  type.fields.push({
    ...newField('computed', 'String', draw.pick(['', '!'])),
    owners: new Set([subgraph]),
    requires: { field: required, argument: required.hasArgument && draw.chance(70) ? 1 + draw.upTo(3) : undefined },
  });
}

function drawRoots(world: World, draw: Draw): void {
  for (let subgraph = 0; subgraph < world.subgraphs; subgraph++) {
    const count = 1 + draw.upTo(2);
    for (let index = 0; index < count; index++) {
      const targets = [
        ...world.types.map(({ name }) => name),
        ...world.abstracts.filter(({ presence }) => presence.has(subgraph)).map(({ name }) => name),
        'Int',
      ];
      const type = draw.pick(targets);
      const field = newField(
        `q${String(subgraph)}${String(index)}`,
        type,
        draw.pick(type === 'Int' ? leafWraps : objectWraps),
      );
      field.hasArgument = draw.chance(20);
      field.owners.add(subgraph);
      if (draw.chance(15) && !world.abstracts.some(({ name }) => name === type))
        field.owners.add(draw.upTo(world.subgraphs - 1));
      world.roots.push(field);
    }
  }
}

/** Every subgraph declares the types that its fields lead to. */
function settlePresence(world: World, draw: Draw): void {
  let before = -1;
  const total = (): number => world.types.reduce((sum, { presence }) => sum + presence.size, 0);
  const need = (name: string, subgraph: number): void => {
    const type = world.types.find((candidate) => candidate.name === name);
    if (type) addPresence(type, subgraph, draw);
  };
  while (before !== total()) {
    before = total();
    for (const field of world.roots) for (const owner of field.owners) need(field.type, owner);
    for (const type of world.types) {
      for (const field of type.fields) {
        // A value type is whole wherever it is.
        if (type.kind === 'value') field.owners = new Set(type.presence);
        for (const owner of declaringSubgraphs(field)) need(field.type, owner);
      }
    }
  }
}

function declaringSubgraphs(field: FieldModel): number[] {
  return [...field.owners, ...(field.overriddenFrom === undefined ? [] : [field.overriddenFrom])];
}

function drawProvides(world: World, draw: Draw): void {
  for (const type of [...world.types.filter(({ kind }) => kind === 'entity'), { fields: world.roots }]) {
    for (const field of type.fields) {
      const target = world.types.find(({ name, kind }) => name === field.type && kind === 'entity');
      const [owner] = field.owners;
      if (
        !target ||
        owner === undefined ||
        field.owners.size > 1 ||
        field.overriddenFrom !== undefined ||
        !draw.chance(30)
      )
        continue;
      const provided = target.fields.find(
        (candidate) =>
          scalars.includes(candidate.type) &&
          candidate.overriddenFrom === undefined &&
          !candidate.hasArgument &&
          !candidate.requires &&
          !candidate.owners.has(owner),
      );
      // An external field is either required or provided here, not both.
      const requiredHere = target.fields.some(
        ({ requires, owners }) => requires?.field === provided && owners.has(owner),
      );
      if (!provided || requiredHere) continue;
      field.provides = provided;
      target.provided.set(owner, new Set([...(target.provided.get(owner) ?? []), provided.name]));
    }
  }
}
