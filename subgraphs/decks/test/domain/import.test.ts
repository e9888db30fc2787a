import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importRowsMax, TooManyRowsError } from '../../src/domain/import/parsed-card.js';
import { deckFormats, readDeck, type ReadOptions } from '../../src/domain/import/read-deck.js';
import { delimiters } from '../../src/domain/import/read-table.js';
import { scanRows } from '../../src/domain/import/scan-rows.js';

function read(content: string, options: ReadOptions = {}, format: (typeof deckFormats)[number] = 'CSV') {
  const { cards, problems, faulty } = readDeck(format, content, options);
  return {
    pairs: cards.map(({ term, definition }) => [term, definition]),
    problems: problems.map(({ line, note, code }) => [line ?? note, code]),
    faulty,
    cards,
  };
}

describe('CSV', () => {
  it.each([
    ['comma', 'cat,кошка\ndog,собака\n'],
    ['semicolon', 'cat;кошка\ndog;собака\n'],
    ['tab', 'cat\tкошка\ndog\tсобака\n'],
    ['bar', 'cat|кошка\ndog|собака\n'],
    ['CRLF and a byte order mark', '\uFEFFcat,кошка\r\ndog,собака\r\n'],
    ['old line ends', 'cat,кошка\rdog,собака'],
    ['a header', 'term,definition\ncat,кошка\ndog,собака'],
    ['a Russian header in another order', 'Перевод;Слово\nкошка;cat\nсобака;dog'],
    ['quotes', '"cat","кошка"\n"dog","собака"'],
    ['blank lines', '\ncat,кошка\n\n  \n,\ndog,собака\n\n'],
    ['quotes behind a space', 'cat, "кошка" \n"dog", "собака"'],
    ['white space around', ' cat , кошка \n dog , собака '],
  ])('is read with %s', (_what, content) => {
    expect(read(content)).toMatchObject({
      pairs: [
        ['cat', 'кошка'],
        ['dog', 'собака'],
      ],
      problems: [],
    });
  });

  it('keeps delimiters, quotes and line breaks inside quotes', () => {
    const { pairs } = read('term,definition\n"a, b","say ""hi"""\nx,"first\nsecond"');
    expect(pairs).toEqual([
      ['a, b', 'say "hi"'],
      ['x', 'first\nsecond'],
    ]);
  });

  it('takes the further columns by their names, and leaves unknown ones alone', () => {
    const { cards } = read(
      'Front,Back,Notes,Tags,Hint,accepted_answers,Distractors\nbank,банк,n,"a1, money",h,"берег; банка",x; y',
    );
    expect(cards).toEqual([
      {
        place: { line: 2, note: null },
        term: 'bank',
        definition: 'банк',
        hint: 'h',
        tags: ['a1', 'money'],
        acceptedAnswers: ['берег', 'банка'],
        distractors: ['x', 'y'],
      },
    ]);
  });

  it('leaves out what the file has no column for, so that an update keeps it', () => {
    expect(read('cat,кошка').cards).toEqual([{ place: { line: 1, note: null }, term: 'cat', definition: 'кошка' }]);
  });

  it('takes the first row as told', () => {
    expect(read('term,definition\ncat,кошка', { header: false }).pairs).toHaveLength(2);
    expect(read('Spalte 1,Spalte 2\ncat,кошка', { header: true }).pairs).toEqual([['cat', 'кошка']]);
  });

  it('takes the delimiter from Excel’s first line, which is no card', () => {
    expect(read('sep=;\na,b;c\nd\n')).toMatchObject({
      pairs: [['a,b', 'c']],
      problems: [[3, 'DEFINITION_MISSING']],
    });
  });

  it('reports a faulty row by line and keeps the good ones', () => {
    const long = 'x'.repeat(2_001);
    const content = ['term,definition', 'a,1', ',2', 'c,', `${long},4`, 'e\0,5', 'f,6'].join('\n');
    expect(read(content)).toMatchObject({
      pairs: [
        ['a', '1'],
        ['f', '6'],
      ],
      problems: [
        [3, 'TERM_MISSING'],
        [4, 'DEFINITION_MISSING'],
        [5, 'TOO_LONG'],
        [6, 'INVALID_CHARACTER'],
      ],
      faulty: 4,
    });
  });

  it('loses one line to a quote that is never closed, not the rest of the file', () => {
    expect(read('a,1\nb,"2\nc,3\nd,4')).toMatchObject({
      pairs: [
        ['a', '1'],
        ['c', '3'],
        ['d', '4'],
      ],
      problems: [[2, 'QUOTE_NOT_CLOSED']],
    });
  });

  it('counts lines through quoted line breaks', () => {
    expect(read('a,"1\n2\n3"\n,4').problems).toEqual([[4, 'TERM_MISSING']]);
  });

  it.each([
    ['"War" and peace,книга', ['"War" and peace', 'книга']],
    ['say "hi",скажи', ['say "hi"', 'скажи']],
    ['"a"b"c",x', ['"a"b"c"', 'x']],
  ])('takes quotes that do not enclose the whole field as they are: %s', (line, pair) => {
    expect(read(`cat,кошка\n${line}\ndog,собака`)).toMatchObject({
      pairs: [['cat', 'кошка'], pair, ['dog', 'собака']],
      problems: [],
    });
  });

  it('keeps the rows between two stray quotes', () => {
    expect(read('a,1\nb,"2\nc,3\nd,"4\ne,5')).toMatchObject({
      pairs: [
        ['a', '1'],
        ['c', '3'],
        ['e', '5'],
      ],
      problems: [
        [2, 'QUOTE_NOT_CLOSED'],
        [4, 'QUOTE_NOT_CLOSED'],
      ],
    });
  });

  it('reads a file full of unclosed quotes in a moment', () => {
    const line = `"${'x'.repeat(25_001)}`;
    const started = performance.now();
    expect(read(Array.from({ length: 400 }, () => line).join('\n')).faulty).toBe(400);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('refuses more rows than an import takes', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => `t${String(index)},d`).join('\n');
    expect(read(rows(importRowsMax)).pairs).toHaveLength(importRowsMax);
    expect(() => read(rows(importRowsMax + 1))).toThrow(TooManyRowsError);
  });

  it('scans what csv-stringify writes exactly as csv-parse does', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'я', ' ', ',', ';', '|', '\t', '"', '\n', '😀') });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...delimiters), (table, delimiter) => {
        const text = stringify(table, { delimiter });
        const expected = parse(text, { delimiter, relax_column_count: true });
        expect([...scanRows(text, delimiter)].map(({ fields }) => fields)).toEqual(expected);
      }),
    );
  });
});

describe('Quizlet text', () => {
  const quizlet = (content: string, options: ReadOptions = {}) => read(content, options, 'QUIZLET_TEXT');

  it('is a tab between term and definition and a line per card', () => {
    expect(quizlet('cat\tкошка\r\ndog\tсобака\r\n')).toMatchObject({
      pairs: [
        ['cat', 'кошка'],
        ['dog', 'собака'],
      ],
      problems: [],
    });
  });

  it('takes other separators', () => {
    const options = { termSeparator: ' - ', cardSeparator: ';\n\n' };
    expect(quizlet('cat - a small\nanimal;\n\nwell-known - famous', options).pairs).toEqual([
      ['cat', 'a small\nanimal'],
      ['well-known', 'famous'],
    ]);
  });

  it('joins a line without separator to the definition above, and says so', () => {
    expect(quizlet('cat\ta small\nanimal\ndog\tbigger')).toMatchObject({
      pairs: [
        ['cat', 'a small\nanimal'],
        ['dog', 'bigger'],
      ],
      problems: [[2, 'LINE_JOINED']],
    });
  });

  it('reports a first line and entries without separator', () => {
    expect(quizlet('title\ncat\tкошка')).toMatchObject({
      pairs: [['cat', 'кошка']],
      problems: [[1, 'DEFINITION_MISSING']],
    });
    expect(quizlet('a\t1;\nb;\n\nc\t3', { cardSeparator: ';' })).toMatchObject({
      pairs: [
        ['a', '1'],
        ['c', '3'],
      ],
      problems: [[2, 'DEFINITION_MISSING']],
    });
  });
});

describe('JSON', () => {
  const json = (value: unknown) => read(JSON.stringify(value), {}, 'JSON');

  it('is an array of cards, or an object with them', () => {
    const cards = [{ term: 'cat', definition: 'кошка', hint: null, tags: ['a'] }];
    expect(json(cards).pairs).toEqual([['cat', 'кошка']]);
    expect(json({ title: 'Animals', cards }).pairs).toEqual([['cat', 'кошка']]);
    expect(readDeck('JSON', JSON.stringify({ title: 'Animals', tags: ['x'], description: 5, cards }), {}).deck).toEqual(
      {
        title: 'Animals',
        tags: ['x'],
      },
    );
  });

  it('reports entries of another shape by their number', () => {
    expect(
      json([{ term: 'a', definition: 'b' }, 5, { term: 1 }, { term: 'c' }, { term: 'd', definition: 'e', tags: 'x' }]),
    ).toMatchObject({
      pairs: [['a', 'b']],
      problems: [
        [2, 'WRONG_SHAPE'],
        [3, 'WRONG_SHAPE'],
        [4, 'DEFINITION_MISSING'],
        [5, 'WRONG_SHAPE'],
      ],
    });
  });

  it.each(['', '{', '{"a":1}', '5', 'null'])('reports %j as unreadable', (content) => {
    expect(read(content, {}, 'JSON')).toMatchObject({ pairs: [], problems: [[null, 'UNREADABLE']] });
  });
});

it('never fails for what is in a file', () => {
  const soup = fc.string({
    unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', '\uFEFF', '\0', '\uD800', '{', '[', ']', '\\'),
  });
  fc.assert(
    fc.property(
      soup,
      fc.constantFrom(...deckFormats),
      fc.option(fc.boolean(), { nil: undefined }),
      (content, format, header) => {
        const { cards, problems, faulty } = readDeck(format, content, { header });
        for (const card of cards)
          expect(card.term.trim() === card.term && card.term !== '' && card.definition !== '').toBe(true);
        expect(problems.length).toBeGreaterThanOrEqual(faulty);
      },
    ),
    { numRuns: 2_000 },
  );
});
