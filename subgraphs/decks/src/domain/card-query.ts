/**
 * The query language of card searches, from text to a tree. Words and "phrases" are looked for in the card; `tag:`,
 * `deck:`, `is:`, `prop:`, `term:` and `definition:` are conditions; `-` negates, `OR` and parentheses group, a space means and.
 */

export const cardStates = ['new', 'learning', 'review', 'due', 'suspended', 'leech', 'starred'] as const;
export type CardState = (typeof cardStates)[number];

export const cardProperties = ['lapses', 'reps', 'stability', 'difficulty'] as const;
export type CardProperty = (typeof cardProperties)[number];

const comparisons = ['<=', '>=', '!=', '<', '>', '='] as const;
export type Comparison = (typeof comparisons)[number];

export type CardQuery =
  | { kind: 'and' | 'or'; parts: CardQuery[] }
  | { kind: 'not'; part: CardQuery }
  | { kind: 'text'; text: string; side: 'both' | 'term' | 'definition' }
  | { kind: 'tag'; tag: string }
  | { kind: 'deck'; title: string }
  | { kind: 'is'; state: CardState }
  | { kind: 'prop'; property: CardProperty; comparison: Comparison; value: number };

export const cardQueryCharactersMax = 500;
/** Words and conditions of one query (count): each costs the database a look. */
export const cardQueryConditionsMax = 30;
const cardQueryDepthMax = 10;

/** What is wrong with a query, for the person who typed it. */
export class CardQueryError extends Error {
  override readonly name = 'CardQueryError';
}

interface Token {
  kind: 'open' | 'close' | 'or' | 'not' | 'condition';
  /** Name before the colon, lower case; empty for plain words. */
  field: string;
  value: string;
  /** Where it begins, from 0. */
  at: number;
}

/**
 * @returns null for a query without conditions, which every card fits.
 * @throws CardQueryError with the place of the fault.
 */
export function parseCardQuery(query: string): CardQuery | null {
  if (query.length > cardQueryCharactersMax) {
    throw new CardQueryError(`is longer than ${String(cardQueryCharactersMax)} characters`);
  }
  const tokens = tokenize(query);
  if (tokens.filter(({ kind }) => kind === 'condition').length > cardQueryConditionsMax) {
    throw new CardQueryError(`has more than ${String(cardQueryConditionsMax)} words and conditions`);
  }
  if (tokens.length === 0) return null;
  let next = 0;

  function parseOr(depth: number): CardQuery {
    const parts = [parseAnd(depth)];
    while (tokens[next]?.kind === 'or') {
      next += 1;
      parts.push(parseAnd(depth));
    }
    return joined('or', parts);
  }

  function parseAnd(depth: number): CardQuery {
    const parts: CardQuery[] = [];
    for (let token = tokens[next]; token && token.kind !== 'or' && token.kind !== 'close'; token = tokens[next]) {
      parts.push(parseUnary(depth));
    }
    if (parts.length === 0) throw fault(tokens[next]?.at ?? query.length, 'expected a word or a condition');
    return joined('and', parts);
  }

  function parseUnary(depth: number): CardQuery {
    const token = tokens[next];
    next += 1;
    if (depth > cardQueryDepthMax)
      throw fault(token?.at ?? query.length, `is nested more than ${String(cardQueryDepthMax)} deep`);
    if (token?.kind === 'condition') return condition(token);
    if (token?.kind === 'not') return { kind: 'not', part: parseUnary(depth + 1) };
    if (token?.kind !== 'open') throw fault(token?.at ?? query.length, 'expected a word or a condition');
    const group = parseOr(depth + 1);
    if (tokens[next]?.kind !== 'close') throw fault(token.at, 'this parenthesis is not closed');
    next += 1;
    return group;
  }

  const tree = parseOr(0);
  const rest = tokens[next];
  if (rest) throw fault(rest.at, 'this parenthesis was never opened');
  return tree;
}

function joined(kind: 'and' | 'or', parts: CardQuery[]): CardQuery {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind, parts };
}

function fault(at: number, what: string): CardQueryError {
  return new CardQueryError(`character ${String(at + 1)}: ${what}`);
}

const fieldPattern = /([a-z]+):/iy;
const plainPattern = /[^\s()"]+/y;
const knownFields = new Set(['tag', 'deck', 'is', 'prop', 'term', 'definition']);

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const start = at;
    const character = query.charAt(at);
    if (/\s/.test(character)) {
      at += 1;
    } else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', field: '', value: character, at });
      at += 1;
    } else if (character === '-' && /[^\s]/.test(query.charAt(at + 1))) {
      tokens.push({ kind: 'not', field: '', value: '-', at });
      at += 1;
    } else {
      const name = match(fieldPattern, query, at)?.[1]?.toLowerCase() ?? '';
      // `http://x` and `12:30` are words.
      const field = knownFields.has(name) ? name : '';
      const value = readValue(query, field === '' ? at : at + field.length + 1);
      at = value.end;
      const isOr = field === '' && value.text === 'OR' && !value.quoted;
      tokens.push({ kind: isOr ? 'or' : 'condition', field, value: value.text, at: start });
    }
  }
  return tokens;
}

/** A quoted or plain value; a quote that is never closed reaches to the end, as it does while a person is typing. */
function readValue(query: string, at: number): { text: string; quoted: boolean; end: number } {
  if (query.charAt(at) === '"') {
    const close = query.indexOf('"', at + 1);
    const end = close === -1 ? query.length : close;
    return { text: query.slice(at + 1, end), quoted: true, end: Math.min(end + 1, query.length) };
  }
  const text = match(plainPattern, query, at)?.[0] ?? '';
  return { text, quoted: false, end: at + text.length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const propertyPattern = new RegExp(`^([a-z]+)(${comparisons.join('|')})(-?\\d{1,9}(?:\\.\\d{1,6})?)$`, 'i');

function condition({ field, value, at }: Token): CardQuery {
  const text = value.trim();
  if (text === '') throw fault(at, field === '' ? 'an empty phrase finds nothing' : `${field}: needs a value`);
  switch (field) {
    case 'tag':
      return { kind: 'tag', tag: text };
    case 'deck':
      return { kind: 'deck', title: text };
    case 'is': {
      const state = cardStates.find((known) => known === text.toLowerCase());
      if (!state) throw fault(at, `is:${text} is not known; known are ${cardStates.join(', ')}`);
      return { kind: 'is', state };
    }
    case 'prop':
      return property(text, at);
    case 'term':
    case 'definition':
      return { kind: 'text', text, side: field };
    default:
      return { kind: 'text', text, side: 'both' };
  }
}

function property(text: string, at: number): CardQuery {
  const parts = propertyPattern.exec(text);
  const name = cardProperties.find((known) => known === parts?.[1]?.toLowerCase());
  const comparison = comparisons.find((known) => known === parts?.[2]);
  if (!parts || !name || !comparison) {
    throw fault(at, `prop: takes one of ${cardProperties.join(', ')}, a comparison and a number, like prop:lapses>3`);
  }
  return { kind: 'prop', property: name, comparison, value: Number(parts[3]) };
}
