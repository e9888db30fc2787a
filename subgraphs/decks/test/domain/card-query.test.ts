import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardQueryError, parseCardQuery } from '../../src/domain/card-query.js';

const word = (text: string) => ({ kind: 'text', text, side: 'both' });

describe('parseCardQuery', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['   ', null],
    ['cat', word('cat')],
    ['"black cat"', word('black cat')],
    ['"unfinished phrase', word('unfinished phrase')],
    ['black cat', { kind: 'and', parts: [word('black'), word('cat')] }],
    ['cat OR dog', { kind: 'or', parts: [word('cat'), word('dog')] }],
    ['cat or dog', { kind: 'and', parts: [word('cat'), word('or'), word('dog')] }],
    ['"OR"', word('OR')],
    ['a b OR c', { kind: 'or', parts: [{ kind: 'and', parts: [word('a'), word('b')] }, word('c')] }],
    ['a (b OR c)', { kind: 'and', parts: [word('a'), { kind: 'or', parts: [word('b'), word('c')] }] }],
    ['-cat', { kind: 'not', part: word('cat') }],
    ['-(cat dog)', { kind: 'not', part: { kind: 'and', parts: [word('cat'), word('dog')] } }],
    ['well-known', word('well-known')],
    ['tag:verbs', { kind: 'tag', tag: 'verbs' }],
    ['TAG:"irregular verbs"', { kind: 'tag', tag: 'irregular verbs' }],
    ['deck:"Столицы мира"', { kind: 'deck', title: 'Столицы мира' }],
    ['is:due', { kind: 'is', state: 'due' }],
    ['is:Suspended', { kind: 'is', state: 'suspended' }],
    ['-is:new', { kind: 'not', part: { kind: 'is', state: 'new' } }],
    ['prop:lapses>3', { kind: 'prop', property: 'lapses', comparison: '>', value: 3 }],
    ['prop:stability<=0.5', { kind: 'prop', property: 'stability', comparison: '<=', value: 0.5 }],
    ['prop:reps!=0', { kind: 'prop', property: 'reps', comparison: '!=', value: 0 }],
    ['term:ёлка', { kind: 'text', text: 'ёлка', side: 'term' }],
    ['definition:"a tree"', { kind: 'text', text: 'a tree', side: 'definition' }],
    ['12:30', word('12:30')],
    ['https://example.com', word('https://example.com')],
  ])('reads %s', (query, tree) => {
    expect(parseCardQuery(query)).toEqual(tree);
  });

  it.each([
    ['(cat', 'character 1: this parenthesis is not closed'],
    ['cat)', 'character 4: this parenthesis was never opened'],
    ['cat OR', 'character 7: expected a word'],
    ['()', 'expected a word'],
    ['is:late', 'known are new, learning'],
    ['prop:ease>2', 'prop: takes one of lapses'],
    ['prop:lapses', 'prop: takes one of lapses'],
    ['tag:', 'tag: needs a value'],
    ['""', 'an empty phrase'],
    ['x'.repeat(501), 'longer than 500'],
    ['x '.repeat(31), 'more than 30'],
    ['-'.repeat(40) + 'x', 'nested more than 10 deep'],
    ['('.repeat(40) + 'x' + ')'.repeat(40), 'nested more than 10 deep'],
  ])('refuses %s', (query, message) => {
    expect(() => parseCardQuery(query)).toThrow(message);
  });

  it('reads or refuses whatever is typed, and fails in no other way', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '-',
      ' ',
      'OR',
      'tag:',
      'is:',
      'is:due',
      'prop:',
      'prop:reps>1',
      'кот',
      ':',
      '\\',
      '>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (query) => {
          try {
            parseCardQuery(query);
          } catch (error) {
            expect(error).toBeInstanceOf(CardQueryError);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
