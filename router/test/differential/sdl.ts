import { type AbstractModel, type FieldModel, type TypeModel, type World } from './model.js';

const place = (directive: string): string => `type Place ${directive} { a: ID! b: Int! }\n`;

/** The whole graph in one schema, as clients see it. */
export function monolithSdl(world: World): string {
  const types = world.types
    .filter(({ hidden, presence }) => !hidden && presence.size > 0)
    .map((type) => {
      const given = world.abstracts.filter(({ members }) => members.includes(type)).flatMap((a) => a.objectFields);
      const fields = [
        ...(type.kind === 'entity' ? keyFields(type, undefined) : []),
        ...type.fields.filter(({ hidden }) => !hidden).map(fieldSdl),
        ...given.map(fieldSdl),
      ];
      return `type ${type.name}${implementing(world, type, undefined)} { ${fields.join(' ')} }`;
    });
  const own = Array.from({ length: world.subgraphs }, (_, index) => ownValue(index));
  return [
    `enum Color { RED GREEN BLUE ${own.join(' ')} }\n${place('')}`,
    // What all subgraphs know, and what none of them can do without.
    'enum Level { LOW HIGH }\ninput Filter { must: Int! level: Level = LOW words: [String!] inner: Filter }',
    ...types,
    ...abstractsSdl(world, undefined),
    rootSdl('Query', world.roots.map(fieldSdl)),
    rootSdl('Mutation', world.mutations.map(fieldSdl)),
  ].join('\n');
}

/** What one subgraph declares. */
export function subgraphSdl(world: World, subgraph: number): string {
  const types = world.types
    .filter(({ presence }) => presence.has(subgraph))
    .map((type) => typeSdl(world, type, subgraph));
  const rootFields = (fields: FieldModel[]): string[] =>
    fields
      .filter(({ owners }) => owners.has(subgraph))
      .map((field) => fieldSdl(field) + (field.owners.size > 1 ? ' @shareable' : '') + providesSdl(field));
  return [
    `enum Color { RED GREEN BLUE SECRET @inaccessible ${ownValue(subgraph)} }\n${place('@shareable')}`,
    inputSdl(subgraph),
    ...types,
    ...abstractsSdl(world, subgraph),
    rootSdl('Query', rootFields(world.roots)),
    rootSdl('Mutation', rootFields(world.mutations)),
  ].join('\n');
}

/** A value of an enum that no other subgraph has. */
export function ownValue(subgraph: number): string {
  return `ONLY_S${String(subgraph)}`;
}

function inputSdl(subgraph: number): string {
  const own = subgraph === 1 ? '' : ` own${String(subgraph)}: Int`;
  return [
    `enum Level { LOW HIGH ${ownValue(subgraph)} }`,
    `input Filter { must: Int${subgraph === 1 ? '!' : ''} level: Level = LOW words: [String!] inner: Filter${own} }`,
  ].join('\n');
}

function rootSdl(name: string, fields: string[]): string {
  return fields.length > 0 ? `type ${name} { ${fields.join(' ')} }` : '';
}

function typeSdl(world: World, type: TypeModel, subgraph: number): string {
  if (type.kind === 'value') return `type ${type.name} @shareable { ${type.fields.map(fieldSdl).join(' ')} }`;
  const fields = keyFields(type, subgraph);
  for (const field of type.fields) {
    if (field.owners.has(subgraph)) fields.push(ownedSdl(field, isShared(type, field)));
    else if (field.overriddenFrom === subgraph) fields.push(declaredSdl(field));
    else if (isExternal(type, field, subgraph)) fields.push(`${fieldSdl(field)} @external`);
  }
  const keys = keysIn(type, subgraph).map((key) => ` @key(fields: "${key}")`);
  const hidden = type.hidden ? ' @inaccessible' : '';
  return `type ${type.name}${implementing(world, type, subgraph)}${keys.join('')}${hidden} { ${fields.join(' ')} }`;
}

function ownedSdl(field: FieldModel, isShared: boolean): string {
  const label = field.overrideLabel === undefined ? '' : `, label: "${field.overrideLabel}"`;
  const override =
    field.overriddenFrom === undefined ? '' : ` @override(from: "s${String(field.overriddenFrom)}"${label})`;
  return declaredSdl(field) + (isShared ? ' @shareable' : '') + override + requiresSdl(field) + providesSdl(field);
}

function declaredSdl(field: FieldModel): string {
  return fieldSdl(field) + (field.hidden ? ' @inaccessible' : '');
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
  return world.abstracts.flatMap((abstract) => {
    const { name, kind, members, presence, fields, objectIn, objectFields } = abstract;
    if (subgraph !== undefined && objectIn.has(subgraph)) return [interfaceObjectSdl(abstract, subgraph)];
    if (subgraph !== undefined && !presence.has(subgraph)) return [];
    if (kind === 'union') {
      const seen = members.filter(({ hidden }) => subgraph !== undefined || !hidden);
      return [`union ${name} = ${seen.map((member) => member.name).join(' | ')}`];
    }
    const all = subgraph === undefined ? [...fields, ...objectFields] : fields;
    const key = subgraph !== undefined && objectIn.size > 0 ? ' @key(fields: "id")' : '';
    return [`interface ${name}${key} { id: ID! ${all.map(fieldSdl).join(' ')} }`];
  });
}

function interfaceObjectSdl({ name, fields, objectFields }: AbstractModel, subgraph: number): string {
  const own = objectFields.filter(({ owners }) => owners.has(subgraph));
  const external = fields.filter((field) => own.some(({ requires }) => requires?.field === field));
  const declared = [
    'id: ID!',
    ...own.map((field) => ownedSdl(field, field.owners.size > 1)),
    ...external.map((field) => `${fieldSdl(field)} @external`),
  ];
  return `type ${name} @interfaceObject @key(fields: "id") { ${declared.join(' ')} }`;
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

const argumentSdl = { none: '', number: '(n: Int = 1)', input: '(filter: Filter, level: Level = HIGH)' };

function fieldSdl({ name, type, wraps, argument }: FieldModel): string {
  let wrapped = type;
  for (const wrap of wraps) wrapped = wrap === '!' ? `${wrapped}!` : `[${wrapped}]`;
  return `${name}${argumentSdl[argument]}: ${wrapped}`;
}
