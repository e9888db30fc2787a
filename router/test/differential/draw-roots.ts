import type { Draw } from './draw.js';
import { leafWraps, newField, objectWraps, targetsIn, type World } from './model.js';

/** Fields of Query; each subgraph has some, and one that takes input. */
export function drawRoots(world: World, draw: Draw): void {
  for (let subgraph = 0; subgraph < world.subgraphs; subgraph++) {
    const count = 1 + draw.upTo(2);
    for (let index = 0; index < count; index++) {
      const type = draw.pick([...targetsIn(world, [subgraph]), 'Int']);
      const wraps = draw.pick(type === 'Int' ? leafWraps : objectWraps);
      const field = newField(`q${String(subgraph)}${String(index)}`, type, wraps);
      if (draw.chance(20)) field.argument = 'number';
      field.owners.add(subgraph);
      const other = draw.upTo(world.subgraphs - 1);
      if (draw.chance(15) && world.types.some(({ name, strangers }) => name === type && !strangers.has(other)))
        field.owners.add(other);
      world.roots.push(field);
    }
    if (draw.chance(60)) {
      const field = newField(`i${String(subgraph)}`, 'String', '');
      field.argument = 'input';
      field.owners.add(subgraph);
      world.roots.push(field);
    }
  }
}

/** Fields of Mutation; what they answer tells how many have run before. */
export function drawMutations(world: World, draw: Draw): void {
  if (!draw.chance(70)) return;
  for (let subgraph = 0; subgraph < world.subgraphs; subgraph++) {
    const count = 1 + draw.upTo(1);
    for (let index = 0; index < count; index++) {
      const type = draw.chance(50) ? 'Int' : draw.pick(targetsIn(world, [subgraph]));
      const wraps = draw.pick(type === 'Int' ? ['', '!'] : ['', '!', '[']);
      const field = newField(`m${String(subgraph)}${String(index)}`, type, wraps);
      field.argument = 'number';
      field.owners.add(subgraph);
      world.mutations.push(field);
    }
  }
}
