import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../src/clickhouse/split-statements.js';

describe('splitStatements', () => {
  it.each([
    ['nothing', '', []],
    ['comments alone', '-- a; b\n/* c; d */ ;;\n', []],
    ['a last statement without its semicolon', 'SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
    ['strings', `SELECT ';', 'it\\';', 'a'';b';SELECT 2;`, [`SELECT ';', 'it\\';', 'a'';b'`, 'SELECT 2']],
    ['quoted names', 'SELECT `a;b`, "c;d"; SELECT 2', ['SELECT `a;b`, "c;d"', 'SELECT 2']],
    [
      'comments inside a statement',
      "SELECT 1 -- it's; one\n + 2; SELECT 3",
      ["SELECT 1 -- it's; one\n + 2", 'SELECT 3'],
    ],
    ['block comments', "SELECT /* ; ' */ 1; SELECT 2", ["SELECT /* ; ' */ 1", 'SELECT 2']],
    ['heredocs', 'SELECT $x$ ; $$ ; $x$; SELECT $$;$$', ['SELECT $x$ ; $$ ; $x$', 'SELECT $$;$$']],
    ['a comment that ends the script', 'SELECT 1; -- end', ['SELECT 1']],
  ])('understands %s', (_, script, statements) => {
    expect(splitStatements(script)).toEqual(statements);
  });

  it.each(["SELECT 'a", 'SELECT `a;', 'SELECT "a', 'SELECT $x$ $y$'])('says where %s was left open', (script) => {
    expect(() => splitStatements(script)).toThrow('line 1');
  });

  it('gives back exactly the statements that were joined', () => {
    const piece = fc.constantFrom(
      "'a;b'",
      '`c;d`',
      '"e"',
      '/* ; */',
      '-- ;\n',
      '$$;$$',
      ' ',
      'x',
      '1',
      '(',
      ')',
      ',',
      '\n',
      "'\\''",
    );
    const statement = fc.array(piece, { minLength: 1 }).map((pieces) => `S ${pieces.join(' ')} \nE`);
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        expect(splitStatements(statements.join(';'))).toEqual(statements);
      }),
    );
  });
});
