import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import type { Draw } from './draw.js';

export interface Operation {
  source: string;
  variables: Record<string, unknown>;
}

/** What has been selected of one object, by response name. */
type Scope = Map<string, { call: string; type: string; parent: GraphQLCompositeType; inner: Scope }>;

/** A random operation; nearly always valid. */
export function drawOperation(schema: GraphQLSchema, draw: Draw): Operation {
  const fragments: string[] = [];
  const definitions = new Map<string, { sdl: string; value: unknown }>([
    ['yes', { sdl: '$yes: Boolean! = true', value: draw.chance(50) ? true : undefined }],
    ['maybe', { sdl: '$maybe: Boolean!', value: draw.chance(50) }],
    ['representations', { sdl: '$representations: Int', value: draw.upTo(3) }],
  ]);

  function directives(): string {
    if (!draw.chance(12)) return '';
    const variable = draw.pick(['yes', 'maybe', 'true', 'false']);
    const isLiteral = variable === 'true' || variable === 'false';
    return ` @${draw.pick(['include', 'skip'])}(if: ${isLiteral ? variable : `$${variable}`})`;
  }

  function argument(): string {
    if (draw.chance(20)) return '(n: $representations)';
    return draw.chance(60) ? `(n: ${String(1 + draw.upTo(3))})` : '';
  }

  function selections(type: GraphQLCompositeType, depth: number, scope: Scope): string {
    const parts: string[] = [];
    const count = 1 + draw.upTo(4);
    for (let index = 0; index < count; index++) {
      const asFragment = depth > 0 && draw.chance(isAbstractType(type) ? 60 : 15);
      const part = asFragment ? fragment(type, depth, scope) : field(type, depth, scope);
      if (part !== undefined) parts.push(part);
    }
    if (parts.length === 0 || draw.chance(15)) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
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
      return `...${name}${directives()}`;
    }
    return condition === type && draw.chance(50)
      ? `...${directives()} ${inner}`
      : `... on ${condition.name}${directives()} ${inner}`;
  }

  function field(type: GraphQLCompositeType, depth: number, scope: Scope): string | undefined {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (candidate) => depth > 0 || !isCompositeType(getNamedType(candidate.type)),
    );
    if (fields.length === 0) return undefined;
    const picked = draw.pick(fields);
    // Names of other fields hide what plans ask for; they are the point.
    const alias = draw.chance(30)
      ? draw.pick(['id', 's0', 's1', 'code', 'a', 'b', 'r0', 'rank', 'computed'])
      : undefined;
    const call = picked.name + (picked.args.length > 0 ? argument() : '');
    const responseName = alias ?? picked.name;
    const known = scope.get(responseName);
    // What is merged under one name has to be the same field; on other types, another of the same type.
    if (known && (known.type !== String(picked.type) || (known.call !== call && known.parent === type)))
      return undefined;
    const entry = known ?? { call, type: String(picked.type), parent: type, inner: new Map() };
    scope.set(responseName, entry);
    const named = getNamedType(picked.type);
    const inner = isCompositeType(named) ? ` ${selections(named, depth - 1, entry.inner)}` : '';
    return `${alias === undefined ? '' : `${alias}: `}${call}${directives()}${inner}`;
  }

  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no Query.');
  const body = [selections(root, 3, new Map()), ...fragments].join('\n');
  const declared = [...definitions].filter(([name]) => body.includes(`$${name}`));
  const head = declared.length > 0 ? `query (${declared.map(([, { sdl }]) => sdl).join(', ')}) ` : '';
  return {
    source: head + body,
    variables: Object.fromEntries(
      declared.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}
