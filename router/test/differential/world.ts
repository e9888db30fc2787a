import { drawInterfaceObject } from './draw-interface-object.js';
import { drawMutations, drawRoots } from './draw-roots.js';
import type { Draw } from './draw.js';
import {
  addPresence,
  allFields,
  declaringSubgraphs,
  isScalar,
  leafWraps,
  newField,
  newType,
  objectWraps,
  scalars,
  targetsIn,
  type AbstractModel,
  type FieldModel,
  type TypeModel,
  type World,
} from './model.js';

export type { World } from './model.js';

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
  if (draw.chance(40)) {
    const hidden = newType('H0', 'entity', 'single');
    hidden.hidden = true;
    hidden.hub = draw.upTo(subgraphs - 1);
    addPresence(hidden, hidden.hub, draw);
    types.push(hidden);
  }
  for (let index = 0; index < draw.upTo(2); index++) types.push(newType(`V${String(index)}`, 'value', 'single'));

  const world: World = {
    seed: draw.upTo(1_000_000),
    subgraphs,
    types,
    abstracts: drawAbstracts(types, subgraphs, draw),
    roots: [],
    mutations: [],
    effects: [],
  };
  drawInterfaceObject(world, draw);
  for (const type of types) drawScalars(type, draw);
  for (const type of types) drawReferences(type, world, draw);
  for (const type of types) if (type.kind === 'entity') drawRequires(type, world, draw);
  drawRoots(world, draw);
  drawMutations(world, draw);
  settlePresence(world, draw);
  drawProvides(world, draw);
  return world;
}

function drawAbstracts(types: TypeModel[], subgraphs: number, draw: Draw): AbstractModel[] {
  const abstracts: AbstractModel[] = [];
  const candidates = types.filter(({ kind, key }) => kind === 'entity' && key !== 'multiple');
  if (candidates.filter(({ hidden }) => !hidden).length < 2) return abstracts;
  for (const kind of ['interface', 'union'] as const) {
    if (!draw.chance(60)) continue;
    const members = candidates.filter(() => !draw.chance(30));
    if (members.every(({ hidden }) => hidden)) continue;
    const home = draw.upTo(subgraphs - 1);
    const presence = new Set([home]);
    const name = kind === 'interface' ? 'I0' : 'U0';
    const abstract: AbstractModel = {
      name,
      kind,
      members,
      presence,
      fields: [],
      objectIn: new Set(),
      objectFields: [],
    };
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

function drawScalars(type: TypeModel, draw: Draw): void {
  const count = 1 + draw.upTo(3);
  for (let index = 0; index < count; index++) {
    const field = newField(`s${String(index)}`, draw.pick(scalars), draw.pick(leafWraps));
    if (draw.chance(25)) field.argument = 'number';
    field.hidden = type.kind === 'entity' && draw.chance(12);
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
  else if (draw.chance(20)) {
    field.overriddenFrom = other;
    if (draw.chance(40)) field.overrideLabel = `percent(${draw.pick(['0', '100', '50'])})`;
  }
}

function drawReferences(type: TypeModel, world: World, draw: Draw): void {
  const count = draw.upTo(type.kind === 'entity' ? 3 : 1);
  for (let index = 0; index < count; index++) {
    const field = newField(`r${String(index)}`, 'E0', draw.pick(objectWraps));
    if (draw.chance(15)) field.argument = 'number';
    drawOwners(field, type, draw);
    field.type = draw.pick(
      type.kind === 'value' ? entitiesAnywhere(world) : targetsIn(world, declaringSubgraphs(field)),
    );
    type.fields.push(field);
  }
}

function entitiesAnywhere({ types }: World): string[] {
  return types
    .filter(({ kind, hidden, strangers }) => kind === 'entity' && !hidden && strangers.size === 0)
    .map(({ name }) => name);
}

function drawRequires(type: TypeModel, world: World, draw: Draw): void {
  const candidates = type.fields.filter(
    ({ type: name, overriddenFrom }) => isScalar(name) && overriddenFrom === undefined,
  );
  if (candidates.length === 0 || !draw.chance(50)) return;
  const required = draw.pick(candidates);
  const subgraph = draw.upTo(world.subgraphs - 1);
  if (required.owners.has(subgraph) || type.strangers.has(subgraph)) return;
  required.reliable = true;
  // What a subgraph needs to know, clients need not.
  if (required.name !== 'label' && draw.chance(25)) required.hidden = true;
  addPresence(type, subgraph, draw);
  const takesArgument = required.argument === 'number' && draw.chance(70);
  type.fields.push({
    ...newField('computed', 'String', draw.pick(['', '!'])),
    owners: new Set([subgraph]),
    requires: { field: required, argument: takesArgument ? 1 + draw.upTo(3) : undefined },
  });
}

/** Every subgraph declares the types that its fields lead to. */
function settlePresence(world: World, draw: Draw): void {
  let before = -1;
  const total = (): number => world.types.reduce((sum, { presence }) => sum + presence.size, 0);
  while (before !== total()) {
    before = total();
    for (const field of allFields(world)) {
      const type = world.types.find(({ name }) => name === field.type);
      if (type) for (const owner of declaringSubgraphs(field)) addPresence(type, owner, draw);
    }
    for (const type of world.types) {
      // A value type is whole wherever it is.
      if (type.kind === 'value') for (const field of type.fields) field.owners = new Set(type.presence);
    }
  }
}

function drawProvides(world: World, draw: Draw): void {
  for (const { fields } of [...world.types.filter(({ kind }) => kind === 'entity'), { fields: world.roots }]) {
    for (const field of fields) {
      const target = world.types.find(({ name, kind }) => name === field.type && kind === 'entity');
      const [owner] = field.owners;
      if (!target || owner === undefined || field.owners.size > 1 || field.overriddenFrom !== undefined) continue;
      if (!draw.chance(30)) continue;
      const provided = target.fields.find(
        (candidate) =>
          isScalar(candidate.type) &&
          candidate.overriddenFrom === undefined &&
          candidate.argument === 'none' &&
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
