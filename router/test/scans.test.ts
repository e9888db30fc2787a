import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createBodyScan } from '@ruzlet/router/limits/body-scan';
import { checkLimits, type OperationLimits } from '@ruzlet/router/limits/operation-limits';
import { bracketsPerLevelMax, scanOperation } from '@ruzlet/router/limits/operation-scan';

/** Selections as text, with everything that could mislead who only looks at characters. */
const selectionsOf = (...kinds: string[]) =>
  fc.letrec<{ selections: string; selection: string; value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('1', '-2.5e3', '"{ a: @ $x: #"', '"\\\\\\""', '"""block \\""" { @b " """', '$v', 'true', 'ENUM'),
      fc.array(tie('value'), { maxLength: 2 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(tie('value'), { maxLength: 2 })
        .map((items) => `{ ${items.map((item, n) => `k${String(n)}: ${item}`).join(' ')} }`),
    ),
    selection: fc
      .record({
        kind: fc.constantFrom(...kinds),
        alias: fc.option(fc.constantFrom('on', 'fragment', 'query', 'x'), { freq: 2 }),
        name: fc.constantFrom('a', 'on', 'type', 'fragment', 'query_1'),
        argument: fc.option(tie('value')),
        directives: fc.integer({ min: 0, max: 2 }),
        comment: fc.constantFrom('', ' # { @x a: b "\n', ',\uFEFF\r\n'),
        inner: fc.option(tie('selections'), { freq: 2 }),
      })
      .map(({ kind, alias, name, argument, directives, comment, inner }) => {
        const marks = `${'@d(if: $v) '.repeat(directives)}${comment}`;
        if (kind === 'spread') return `...F${comment} ${marks}`;
        if (kind === 'inline') return `... ${marks} ${inner ?? '{ a }'}`;
        if (kind === 'typed') return `... on T ${marks} ${inner ?? '{ a }'}`;
        return `${alias ? `${alias}: ` : ''}${name}${argument ? `(x: ${argument})` : ''} ${marks} ${inner ?? ''}`;
      }),
    selections: fc.array(tie('selection'), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`),
  })).selections;

const documentsOf = (...kinds: string[]) =>
  fc
    .record({
      operations: fc.array(
        fc.record({
          set: selectionsOf(...kinds),
          variables: fc.integer({ min: 0, max: 3 }),
          directives: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      fragments: fc.array(selectionsOf(...kinds), { maxLength: 2 }),
    })
    .map(({ operations, fragments }) =>
      [
        ...operations.map(({ set, variables, directives }, n) => {
          const declared = Array.from({ length: variables }, (_, v) => `$v${String(v)}: [Int!] = [1]`).join(' ');
          return `query Q${String(n)} ${variables ? `(${declared})` : ''} ${'@d(x: $v0 y: 1) '.repeat(directives)} ${set}`;
        }),
        ...fragments.map((set, n) => `fragment F${n === 0 ? '' : String(n)} on T @d ${set}`),
      ].join('\n'),
    );

const limits = fc.record({
  charactersMax: fc.constant(1_000_000),
  definitionsMax: fc.integer({ min: 1, max: 4 }),
  variablesMax: fc.integer({ min: 0, max: 3 }),
  tokensMax: fc.integer({ min: 5, max: 300 }),
  depthMax: fc.integer({ min: 2, max: 8 }),
  aliasesMax: fc.integer({ min: 0, max: 6 }),
  rootFieldsMax: fc.integer({ min: 1, max: 5 }),
  directivesMax: fc.integer({ min: 0, max: 6 }),
  fieldsMax: fc.integer({ min: 1, max: 20 }),
});

function refusedWhole(source: string, of: OperationLimits): boolean {
  try {
    checkLimits(parse(source, { maxLexicalTokens: of.tokensMax }), of);
    return false;
  } catch {
    return true;
  }
}

/** Brackets in one another, told by who skips strings and comments with one expression. */
function nesting(source: string): number {
  let open = 0;
  let most = 0;
  for (const [token] of source.matchAll(/"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\])*"|#[^\n\r]*|[{}()[\]]/g)) {
    if ('{(['.includes(token)) most = Math.max(most, (open += 1));
    else if ('})]'.includes(token)) open -= 1;
  }
  return most;
}

describe('the look through an operation', () => {
  it('refuses nothing that would pass, but for brackets in one another', () => {
    fc.assert(
      fc.property(documentsOf('field', 'field', 'inline', 'typed', 'spread'), limits, (source, of) => {
        const excess = scanOperation(source, of);
        if (!excess) return;
        if (excess.what.startsWith('brackets'))
          expect(nesting(source)).toBeGreaterThan(of.depthMax * bracketsPerLevelMax);
        else expect(refusedWhole(source, of)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts what a document without fragments holds as exactly as its parser', () => {
    fc.assert(
      fc.property(documentsOf('field'), limits, (source, of) => {
        expect(scanOperation(source, { ...of, depthMax: 1_000 }) !== undefined).toBe(
          refusedWhole(source, { ...of, depthMax: 1_000 }),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the look through a body', () => {
  const bodyLimits = { jsonDepthMax: 4, jsonMarksMax: 30 };

  /** The same, of the parsed value. */
  function measure(value: unknown): { depth: number; marks: number } {
    if (typeof value !== 'object' || value === null) return { depth: 0, marks: 0 };
    const inner = Object.values(value).map(measure);
    const own = 1 + Math.max(0, inner.length - 1) + (Array.isArray(value) ? 0 : inner.length);
    return {
      depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
      marks: inner.reduce((sum, { marks }) => sum + marks, own),
    };
  }

  it('counts what JSON holds, wherever its pieces are cut', () => {
    const strings = fc.string({ unit: fc.constantFrom('\\', '"', '{', '[', ',', ':', 'a', 'é', '😀') });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        strings,
        fc.integer(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(strings, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 9 }), (json, pieceBytes) => {
        const bytes = Buffer.from(JSON.stringify(json));
        const scan = createBodyScan(bodyLimits);
        let refused = false;
        try {
          for (let at = 0; at < bytes.length; at += pieceBytes) scan(bytes.subarray(at, at + pieceBytes));
        } catch {
          refused = true;
        }
        const { depth, marks } = measure(json);
        expect(refused).toBe(depth > bodyLimits.jsonDepthMax || marks > bodyLimits.jsonMarksMax);
      }),
      { numRuns: 1_000 },
    );
  });
});
