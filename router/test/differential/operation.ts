import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Draw } from './draw.js';
import { createInputs, type Inputs } from './input.js';

export interface Operation {
  source: string;
  variables: Record<string, unknown>;
}

/** What has been selected of one object, by response name. */
type Scope = Map<string, { call: string; type: string; parent: GraphQLCompositeType; inner: Scope }>;

/** Names of other fields hide what plans ask for; they are the point. */
const aliases = ['id', 's0', 's1', 'code', 'a', 'b', 'r0', 'rank', 'computed', 'label', 'place'];

/** A random operation; nearly always valid. */
export function drawOperation(schema: GraphQLSchema, draw: Draw): Operation {
  const inputs = createInputs(draw);
  const mutation = schema.getMutationType();
  const root = mutation && draw.chance(15) ? mutation : schema.getQueryType();
  if (!root) throw new Error('The schema has no Query.');
  const { body, fragments } = drawBody(schema, root, draw, inputs);
  const text = [body, ...fragments].join('\n');
  const { head, variables } = inputs.declare(text, root === mutation ? 'mutation' : 'query');
  return { source: head + text, variables };
}

function drawBody(schema: GraphQLSchema, root: GraphQLCompositeType, draw: Draw, inputs: Inputs) {
  const fragments: string[] = [];
  let conflicts = 0;

  function selections(type: GraphQLCompositeType, depth: number, scope: Scope): string {
    const parts: string[] = [];
    const count = 1 + draw.upTo(depth > 2 ? 3 : 2);
    for (let index = 0; index < count; index++) {
      const asFragment = depth > 0 && draw.chance(isAbstractType(type) ? 60 : 15);
      const part = asFragment ? fragment(type, depth, scope) : field(type, depth, scope);
      if (part !== undefined) parts.push(part);
    }
    if (parts.length === 0 || draw.chance(15)) parts.push('__typename');
    if (isAbstractType(type) && draw.chance(25)) parts.push(...conflict(schema.getPossibleTypes(type)));
    if (type === schema.getQueryType() && draw.chance(6)) parts.push(introspection());
    return `{ ${parts.join(' ')} }`;
  }

  /** One name for other fields of other types. */
  function conflict(possible: readonly GraphQLObjectType[]): string[] {
    const [one, other] = [draw.pick(possible), draw.pick(possible)];
    if (one === other) return [];
    const alias = `c${String(conflicts++)}`;
    const pairs = Object.values(one.getFields()).flatMap((field) =>
      Object.values(other.getFields())
        .filter(
          ({ name, type }) =>
            name !== field.name && String(type) === String(field.type) && isLeafType(getNullableType(type)),
        )
        .map(({ name }) => [field.name, name] as const),
    );
    if (pairs.length === 0) return [];
    const [first, second] = draw.pick(pairs);
    return [`... on ${one.name} { ${alias}: ${first} }`, `... on ${other.name} { ${alias}: ${second} }`];
  }

  function introspection(): string {
    const fields = '{ name kind fields { name args { name defaultValue } type { name kind } } inputFields { name } }';
    const named = draw.pick(['E0', 'V0', 'M0', 'U0', 'H0', 'Filter', 'Level', 'Color']);
    return draw.pick([
      `seen: __type(name: "${named}") { name kind enumValues { name } possibleTypes { name } }`,
      `seen: __type(name: $name) ${fields}`,
      'seen: __schema { queryType { name } mutationType { name } subscriptionType { name } }',
    ]);
  }

  function fragment(type: GraphQLCompositeType, depth: number, scope: Scope): string | undefined {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const condition = draw.pick<GraphQLCompositeType>([
      type,
      ...possible,
      ...(isObjectType(type) ? type.getInterfaces() : []),
    ]);
    const inner = selections(condition, depth - 0.5, scope);
    if (draw.chance(30)) {
      const name = `F${String(fragments.length)}`;
      fragments.push(`fragment ${name} on ${condition.name} ${inner}`);
      return `...${name}${inputs.condition()}`;
    }
    return condition === type && draw.chance(50)
      ? `...${inputs.condition()} ${inner}`
      : `... on ${condition.name}${inputs.condition()} ${inner}`;
  }

  function field(type: GraphQLCompositeType, depth: number, scope: Scope): string | undefined {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (candidate) => depth > 0 || !isCompositeType(getNamedType(candidate.type)),
    );
    if (fields.length === 0) return undefined;
    const picked = draw.pick(fields);
    const alias = draw.chance(30) ? draw.pick(aliases) : undefined;
    const call = picked.name + argumentsOf(picked);
    const responseName = alias ?? picked.name;
    const known = scope.get(responseName);
    // What is merged under one name has to be the same field; on other types, another of the same type.
    if (known && (known.type !== String(picked.type) || (known.call !== call && known.parent === type)))
      return undefined;
    const entry = known ?? { call, type: String(picked.type), parent: type, inner: new Map() };
    scope.set(responseName, entry);
    const named = getNamedType(picked.type);
    const inner = isCompositeType(named) ? ` ${selections(named, depth - 1, entry.inner)}` : '';
    return `${alias === undefined ? '' : `${alias}: `}${call}${inputs.condition()}${inner}`;
  }

  function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
    if (args.length === 0) return '';
    return args.some(({ name }) => name === 'filter') ? inputs.filter() : inputs.number();
  }

  const body = selections(root, 3, new Map());
  return { body, fragments };
}
