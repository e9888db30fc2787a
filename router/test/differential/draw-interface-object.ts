import type { Draw } from './draw.js';
import {
  addPresence,
  leafWraps,
  newField,
  newType,
  scalars,
  type AbstractModel,
  type TypeModel,
  type World,
} from './model.js';

/**
 * An interface with a key, all of whose members one subgraph has; others know the interface alone, as an object, and give
 * all members more fields.
 */
export function drawInterfaceObject(world: World, draw: Draw): void {
  if (!draw.chance(50)) return;
  const home = draw.upTo(world.subgraphs - 1);
  const others = Array.from({ length: world.subgraphs }, (_, index) => index).filter((index) => index !== home);
  const objectIn = new Set([draw.pick(others)]);
  if (draw.chance(30)) objectIn.add(draw.pick(others));

  const members: TypeModel[] = [];
  for (let index = 0; index < 1 + draw.upTo(1); index++) {
    const member = newType(`X${String(index)}`, 'entity', 'single');
    member.hub = home;
    for (const subgraph of objectIn) member.strangers.add(subgraph);
    addPresence(member, home, draw);
    for (const other of others) if (!objectIn.has(other) && draw.chance(50)) addPresence(member, other, draw);
    members.push(member);
  }
  const abstract: AbstractModel = {
    name: 'M0',
    kind: 'interface',
    members,
    presence: new Set([home]),
    fields: [],
    objectIn,
    objectFields: [],
  };
  const label = { ...newField('label', 'String', ''), owners: new Set([home]) };
  const computed = draw.chance(40) ? draw.pick([...objectIn]) : undefined;
  label.reliable = computed !== undefined;
  abstract.fields.push(label);
  for (const member of members) member.fields.push({ ...label, owners: new Set([home]) });
  for (let index = 0; index < 1 + draw.upTo(1); index++) {
    const field = newField(`o${String(index)}`, draw.pick(scalars), draw.pick(leafWraps));
    if (draw.chance(20)) field.argument = 'number';
    field.owners.add(draw.pick([...objectIn]));
    abstract.objectFields.push(field);
  }
  if (computed !== undefined) {
    abstract.objectFields.push({
      ...newField('derived', 'String', draw.pick(['', '!'])),
      owners: new Set([computed]),
      requires: { field: label, argument: undefined },
    });
  }
  world.types.push(...members);
  world.abstracts.push(abstract);
}
