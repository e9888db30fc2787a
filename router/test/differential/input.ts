import type { Draw } from './draw.js';

/** What an operation is given: variables, arguments, conditions. */
export interface Inputs {
  condition(): string;
  number(): string;
  filter(): string;
  /** The head that declares the variables that the text uses, and their values. */
  declare(text: string, kind: string): { head: string; variables: Record<string, unknown> };
}

export function createInputs(draw: Draw): Inputs {
  const filterValue = (depth: number): Record<string, unknown> => ({
    must: draw.upTo(3),
    ...(draw.chance(40) && { level: draw.pick(['LOW', 'HIGH']) }),
    ...(draw.chance(30) && { words: draw.pick<unknown>(['', 'one', ['a', '"b"'], null]) }),
    ...(depth > 0 && draw.chance(40) && { inner: filterValue(depth - 1) }),
  });
  // Some are named as plans name theirs.
  const definitions = new Map<string, { sdl: string; value: unknown }>([
    ['yes', { sdl: '$yes: Boolean! = true', value: draw.chance(50) ? true : undefined }],
    ['maybe', { sdl: '$maybe: Boolean!', value: draw.chance(50) }],
    ['representations', { sdl: '$representations: Int', value: draw.upTo(3) }],
    ['contextualArgument_1_0', { sdl: '$contextualArgument_1_0: Int = 2', value: draw.pick([undefined, 3]) }],
    ['_filter', { sdl: '$_filter: Filter', value: draw.pick([undefined, null, filterValue(1)]) }],
    ['level', { sdl: '$level: Level = LOW', value: draw.pick([undefined, 'HIGH']) }],
    ['must', { sdl: '$must: Int!', value: 0 }],
    ['name', { sdl: '$name: String!', value: draw.pick(['E1', 'X0', 'I0', 'Query', 'Nothing']) }],
  ]);

  return {
    condition() {
      if (!draw.chance(12)) return '';
      const condition = draw.pick(['$yes', '$maybe', 'true', 'false']);
      return ` @${draw.pick(['include', 'skip'])}(if: ${condition})`;
    },
    number() {
      if (draw.chance(25)) return draw.pick(['(n: $representations)', '(n: $contextualArgument_1_0)']);
      return draw.chance(60) ? `(n: ${String(1 + draw.upTo(3))})` : '';
    },
    filter() {
      const filter = draw
        .pick(['', 'filter: $_filter', 'filter: { must: $must, level: $level }', 'filter: literal'])
        .replace('literal', literal(filterValue(1)));
      const level = draw.pick(['', 'level: $level', 'level: LOW']);
      const text = [filter, level].filter((part) => part !== '').join(', ');
      return text === '' ? '' : `(${text})`;
    },
    declare(text, kind) {
      const declared = [...definitions].filter(([name]) => text.includes(`$${name}`));
      const list = declared.length > 0 ? `(${declared.map(([, { sdl }]) => sdl).join(', ')}) ` : '';
      return {
        head: list === '' && kind === 'query' ? '' : `${kind} ${list}`,
        variables: Object.fromEntries(
          declared.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
        ),
      };
    },
  };
}

function literal(value: unknown, name?: string): string {
  if (name === 'level') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner, key)}`)
    .join(', ')} }`;
}
