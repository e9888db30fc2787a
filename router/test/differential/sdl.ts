import { scalars, type FieldModel, type TypeModel, type World } from './world.js';

const color = 'enum Color { RED GREEN BLUE }\n';
const place = (directive: string): string => `type Place ${directive} { a: ID! b: Int! }\n`;

/** The whole graph in one schema. */
export function monolithSdl(world: World): string {
  const types = world.types.map((type) => {
    const fields = [
      ...(type.kind === 'entity' ? keyFields(type, undefined) : []),
      ...type.fields.map((field) => fieldSdl(field)),
    ];
    return `type ${type.name}${implementing(world, type, undefined)} { ${fields.join(' ')} }`;
  });
  return [
    color + place(''),
    ...types,
    ...abstractsSdl(world, undefined),
    rootSdl(world.roots.map((field) => fieldSdl(field))),
  ].join('\n');
}

/** What one subgraph declares. */
export function subgraphSdl(world: World, subgraph: number): string {
  const types = world.types
    .filter(({ presence }) => presence.has(subgraph))
    .map((type) => typeSdl(world, type, subgraph));
  const roots = world.roots
    .filter(({ owners }) => owners.has(subgraph))
    .map((field) => fieldSdl(field) + (field.owners.size > 1 ? ' @shareable' : '') + providesSdl(field));
  return [color + place('@shareable'), ...types, ...abstractsSdl(world, subgraph), rootSdl(roots)].join('\n');
}

function rootSdl(fields: string[]): string {
  return `type Query { ${fields.join(' ')} }`;
}

function typeSdl(world: World, type: TypeModel, subgraph: number): string {
  if (type.kind === 'value') {
    return `type ${type.name} @shareable { ${type.fields.map((field) => fieldSdl(field)).join(' ')} }`;
  }
  const fields = keyFields(type, subgraph);
  for (const field of type.fields) {
    if (field.owners.has(subgraph)) {
      const override = field.overriddenFrom === undefined ? '' : ` @override(from: "s${String(field.overriddenFrom)}")`;
      fields.push(
        fieldSdl(field) +
          (isShared(type, field) ? ' @shareable' : '') +
          override +
          requiresSdl(field) +
          providesSdl(field),
      );
    } else if (field.overriddenFrom === subgraph) fields.push(fieldSdl(field));
    else if (isExternal(type, field, subgraph)) fields.push(`${fieldSdl(field)} @external`);
  }
  const keys = keysIn(type, subgraph).map((key) => ` @key(fields: "${key}")`);
  return `type ${type.name}${implementing(world, type, subgraph)}${keys.join('')} { ${fields.join(' ')} }`;
}

function isShared(type: TypeModel, { owners, name }: FieldModel): boolean {
  return owners.size > 1 || [...type.provided.values()].some((names) => names.has(name));
}

function isExternal(type: TypeModel, field: FieldModel, subgraph: number): boolean {
  return (
    (type.provided.get(subgraph)?.has(field.name) ?? false) ||
    type.fields.some(({ requires, owners }) => requires?.field === field && owners.has(subgraph))
  );
}

function requiresSdl({ requires }: FieldModel): string {
  if (!requires) return '';
  const { field, argument } = requires;
  return ` @requires(fields: "${field.name}${argument === undefined ? '' : `(n: ${String(argument)})`}")`;
}

function providesSdl({ provides }: FieldModel): string {
  return provides ? ` @provides(fields: "${provides.name}")` : '';
}

function abstractsSdl(world: World, subgraph: number | undefined): string[] {
  return world.abstracts
    .filter(({ presence }) => subgraph === undefined || presence.has(subgraph))
    .map(({ name, kind, members, fields }) =>
      kind === 'union'
        ? `union ${name} = ${members.map((member) => member.name).join(' | ')}`
        : `interface ${name} { id: ID! ${fields.map((field) => fieldSdl(field)).join(' ')} }`,
    );
}

function implementing(world: World, type: TypeModel, subgraph: number | undefined): string {
  const interfaces = world.abstracts.filter(
    ({ kind, members, presence }) =>
      kind === 'interface' && members.includes(type) && (subgraph === undefined || presence.has(subgraph)),
  );
  return interfaces.length > 0 ? ` implements ${interfaces.map(({ name }) => name).join(' & ')}` : '';
}

function keysIn(type: TypeModel, subgraph: number): string[] {
  switch (type.key) {
    case 'single':
      return ['id'];
    case 'composite':
      return ['id rank'];
    case 'nested':
      return ['id place { a b }'];
    case 'multiple':
      return subgraph === type.hub ? ['id', 'code'] : [type.keyIn.get(subgraph) ?? 'id'];
  }
}

/** Declarations of the key fields that a subgraph knows; of all without one. */
function keyFields(type: TypeModel, subgraph: number | undefined): string[] {
  const all = { id: 'id: ID!', rank: 'rank: Int!', code: 'code: String!', place: 'place: Place!' };
  const names = subgraph === undefined ? keysIn(type, type.hub) : keysIn(type, subgraph);
  const text = names.join(' ');
  return Object.entries(all)
    .filter(([name]) => text.split(' ').includes(name))
    .map(([, sdl]) => sdl);
}

function fieldSdl({ name, type, wraps, hasArgument }: FieldModel): string {
  let wrapped = type;
  for (const wrap of wraps) wrapped = wrap === '!' ? `${wrapped}!` : `[${wrapped}]`;
  return `${name}${hasArgument ? '(n: Int = 1)' : ''}: ${wrapped}`;
}

export function isScalar(name: string): boolean {
  return scalars.includes(name);
}
