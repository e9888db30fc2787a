/** What one operation may hold. Fragments count wherever they are spread. */
export interface OperationLimits {
  /** Characters of the document. What is long belongs into variables. */
  charactersMax: number;
  /** Operations and fragments of the document (count). */
  definitionsMax: number;
  /** Variables of one operation (count): the time of validation grows with their square. */
  variablesMax: number;
  /** Lexical tokens of the document (count). */
  tokensMax: number;
  /** Levels of nested fields. */
  depthMax: number;
  aliasesMax: number;
  /** Fields at the root of one operation (count). */
  rootFieldsMax: number;
  directivesMax: number;
  /** Fields of one operation with all fragments written out (count). */
  fieldsMax: number;
}

/** A limit that a document is beyond, for the message. */
export interface Excess {
  what: string;
  max: number;
}

/** Brackets that one level of fields may take, with inline fragments and values (count). */
export const bracketsPerLevelMax = 4;

/** What a name is, by what stands before it. */
const Before = {
  Nothing: 0,
  Name: 1,
  At: 2,
  Dollar: 3,
  Variable: 4,
  Spread: 5,
  On: 6,
  Colon: 7,
  Other: 8,
} as const;
type Before = (typeof Before)[keyof typeof Before];

const Kind = {
  Unknown: 0,
  Ignored: 1,
  Name: 2,
  Number: 3,
  Mark: 4,
  Quote: 5,
  Comment: 6,
} as const;

const kinds = new Uint8Array(128);
for (const [characters, kind] of [
  ['\t\n\r ,', Kind.Ignored],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', Kind.Name],
  ['-0123456789', Kind.Number],
  ['!$&():=@[]{|}.', Kind.Mark],
  ['"', Kind.Quote],
  ['#', Kind.Comment],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
}
const byteOrderMark = 0xfeff;

/**
 * Looks through a document once, without making anything of it, and stops at the first limit that it is beyond. Fragments
 * are not written out, so it finds less than `checkLimits`; what it finds, that would find too, but for the nesting of
 * brackets. What is no GraphQL is for the parser to say.
 */
export function scanOperation(source: string, limits: OperationLimits): Excess | undefined {
  const nestingMax = limits.depthMax * bracketsPerLevelMax;
  let tokens = 0;
  /** Brackets of all kinds, of selection sets, and of arguments and values, that are open. */
  let open = 0;
  let sets = 0;
  let values = 0;
  let definitions = 0;
  let isFragment = false;
  let fields = 0;
  let rootFields = 0;
  let aliases = 0;
  let directives = 0;
  let variables = 0;
  let before: Before = Before.Nothing;

  function name(start: number, end: number): Before {
    if (before === Before.Nothing) isFragment = source.startsWith('fragment', start) && end === start + 8;
    if (before === Before.Dollar) return Before.Variable;
    if (sets === 0 || values > 0 || before === Before.At || before === Before.On || before === Before.Colon) {
      return Before.Name;
    }
    if (before === Before.Spread) return end === start + 2 && source.startsWith('on', start) ? Before.On : Before.Name;
    fields += 1;
    if (sets === 1 && !isFragment) rootFields += 1;
    return Before.Name;
  }

  /** @returns undefined when it belongs nowhere. */
  function mark(character: string): Before | undefined {
    switch (character) {
      case '{':
        open += 1;
        if (values === 0) sets += 1;
        return Before.Other;
      case '(':
      case '[':
        open += 1;
        values += 1;
        return Before.Other;
      case ')':
      case ']':
        open -= 1;
        values -= 1;
        return values < 0 ? undefined : Before.Other;
      case '}':
        open -= 1;
        if (values === 0) sets -= 1;
        if (open < 0 || sets < 0) return undefined;
        if (open > 0) return Before.Other;
        definitions += 1;
        fields = rootFields = aliases = directives = variables = 0;
        return Before.Nothing;
      case '@':
        if (values === 0) directives += 1;
        return Before.At;
      case ':':
        if (values === 0 && sets > 0) aliases += 1;
        if (sets === 0 && before === Before.Variable) variables += 1;
        return Before.Colon;
      case '$':
        return Before.Dollar;
      case '.':
        return Before.Spread;
      default:
        return Before.Other;
    }
  }

  function excess(): Excess | undefined {
    if (tokens > limits.tokensMax) return { what: 'tokens', max: limits.tokensMax };
    if (open > nestingMax) return { what: 'brackets in one another', max: nestingMax };
    if (definitions > limits.definitionsMax) return { what: 'definitions', max: limits.definitionsMax };
    if (fields > limits.fieldsMax) return { what: 'fields', max: limits.fieldsMax };
    if (rootFields > limits.rootFieldsMax) return { what: 'root fields', max: limits.rootFieldsMax };
    if (aliases > limits.aliasesMax) return { what: 'aliases', max: limits.aliasesMax };
    if (directives > limits.directivesMax) return { what: 'directives', max: limits.directivesMax };
    if (variables > limits.variablesMax) return { what: 'variables', max: limits.variablesMax };
    return undefined;
  }

  for (let index = 0; index < source.length;) {
    const start = index;
    const code = source.charCodeAt(index);
    const kind = code < 128 ? kinds[code] : code === byteOrderMark ? Kind.Ignored : Kind.Unknown;
    index += 1;
    if (kind === Kind.Ignored) continue;
    if (kind === Kind.Unknown) return undefined;
    if (kind === Kind.Comment) {
      index = endOfLine(source, index);
      continue;
    }
    tokens += 1;
    if (kind === Kind.Name) {
      index = endOfWord(source, index);
      before = name(start, index);
    } else if (kind === Kind.Number) {
      index = endOfNumber(source, index);
      before = Before.Other;
    } else if (kind === Kind.Quote) {
      index = endOfString(source, start);
      if (index < 0) return undefined;
      before = Before.Other;
    } else {
      if (source[start] === '.') {
        if (!source.startsWith('...', start)) return undefined;
        index += 2;
      }
      const now = mark(source[start] ?? '');
      if (now === undefined) return undefined;
      before = now;
    }
    const found = excess();
    if (found) return found;
  }
  return undefined;
}

function endOfWord(source: string, from: number): number {
  let index = from;
  for (; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (!isDigit && (code > 127 || kinds[code] !== Kind.Name)) break;
  }
  return index;
}

/** As much as a number may hold; whether it is one is for the parser to say. */
function endOfNumber(source: string, from: number): number {
  let index = from;
  while (index < source.length && /[\w.+-]/.test(source[index] ?? '')) index += 1;
  return index;
}

function endOfLine(source: string, from: number): number {
  let index = from;
  for (; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === 0x0a || code === 0x0d) break;
  }
  return index;
}

/** @returns what comes after the string, or -1 when it does not end. */
function endOfString(source: string, start: number): number {
  if (source.startsWith('"""', start)) {
    let end = source.indexOf('"""', start + 3);
    while (end > 0 && source[end - 1] === '\\') end = source.indexOf('"""', end + 3);
    return end < 0 ? -1 : end + 3;
  }
  for (let index = start + 1; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === 0x22) return index + 1;
    if (code === 0x5c) index += 1;
    else if (code === 0x0a || code === 0x0d) return -1;
  }
  return -1;
}
