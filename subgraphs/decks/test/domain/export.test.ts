import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardContent } from '../../src/domain/deck.js';
import { UnwritableDeckError, writeDeck } from '../../src/domain/export/write-deck.js';
import { planImport } from '../../src/domain/import/plan-import.js';
import { readDeck } from '../../src/domain/import/read-deck.js';
import { cleanList, cleanText } from '../../src/domain/text.js';

const deck = { title: 'Deck', description: null, termLanguage: 'en', definitionLanguage: 'ru', tags: ['x'] };

// Everything that means something in one of the formats, and what people write.
const text = fc
  .string({ unit: fc.constantFrom('a', 'Ё', '😀', ' ', ',', ';', '|', '\t', '"', '\n', '\\', '{', '=', '-', "'", '@') })
  .map(cleanText);
const someText = text.filter((value) => value !== '');
const list = fc.array(text, { maxLength: 4 }).map(cleanList);
const card: fc.Arbitrary<CardContent> = fc.record({
  term: someText,
  definition: someText,
  hint: fc.option(someText),
  acceptedAnswers: list,
  distractors: list,
  tags: list,
  siblingKey: fc.option(someText),
});
const cards = fc.array(card, { maxLength: 6 });
const plain: CardContent = {
  term: 'term',
  definition: 'definition',
  hint: null,
  acceptedAnswers: [],
  distractors: [],
  tags: [],
  siblingKey: null,
};

function reimport(format: 'CSV' | 'TSV' | 'JSON', written: readonly CardContent[]): CardContent[] {
  const parsed = readDeck(format, writeDeck(format, deck, written).content, {});
  expect(parsed.problems).toEqual([]);
  return planImport(parsed.cards, [], 'ADD').create;
}

describe('importing an export', () => {
  it.each(['CSV', 'TSV', 'JSON'] as const)('gives the same cards from %s', (format) => {
    fc.assert(
      fc.property(cards, (given) => {
        expect(reimport(format, given)).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('needs no special setting, unless two cards are the same letter by letter', () => {
    const different = fc.uniqueArray(card, { maxLength: 6, selector: (one) => JSON.stringify(one) });
    fc.assert(
      fc.property(different, (given) => {
        const parsed = readDeck('CSV', writeDeck('CSV', deck, given).content, {});
        expect(planImport(parsed.cards, [], 'UPDATE').create).toEqual(given);
      }),
    );
  });

  it('gives the same terms and definitions from Quizlet text, or the export is refused', () => {
    let written = 0;
    fc.assert(
      fc.property(
        cards,
        fc.constantFrom('\t', ' - ', '|'),
        fc.constantFrom('\n', ';\n\n', '\n\n'),
        (given, termSeparator, cardSeparator) => {
          const options = { termSeparator, cardSeparator };
          let content: string;
          try {
            ({ content } = writeDeck('QUIZLET_TEXT', deck, given, options));
          } catch (error) {
            expect(error).toBeInstanceOf(UnwritableDeckError);
            return;
          }
          written += 1;
          const sides = ({ term, definition }: CardContent) => ({ term, definition });
          const back = planImport(readDeck('QUIZLET_TEXT', content, options).cards, [], 'ADD').create;
          expect(back.map(sides)).toEqual(given.map(sides));
        },
      ),
      { numRuns: 500 },
    );
    expect(written).toBeGreaterThan(50);
  });

  it('gives the deck itself from JSON', () => {
    expect(readDeck('JSON', writeDeck('JSON', { ...deck, description: 'About' }, []).content, {}).deck).toEqual({
      ...deck,
      description: 'About',
    });
  });
});

it.each(['CSV', 'TSV'] as const)('writes no cell in %s that a spreadsheet would take for a formula', (format) => {
  const delimiter = format === 'CSV' ? ',' : '\t';
  fc.assert(
    fc.property(cards, (given) => {
      const rows: string[][] = parse(writeDeck(format, deck, given).content, { delimiter });
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
  );
  const [evil] = readDeck(
    'CSV',
    writeDeck('CSV', deck, [{ ...plain, term: '=HYPERLINK("https://evil.example")' }]).content,
    {},
  ).cards;
  expect(evil?.term).toBe('=HYPERLINK("https://evil.example")');
});

it.each([
  ['Capitals: Europe / Asia', 'Capitals Europe Asia.csv'],
  ['../../etc/passwd', 'etc passwd.csv'],
  ['???', 'deck.csv'],
  ['Столицы мира', 'Столицы мира.csv'],
])('names the file of %s', (title, fileName) => {
  expect(writeDeck('CSV', { ...deck, title }, []).fileName).toBe(fileName);
});
