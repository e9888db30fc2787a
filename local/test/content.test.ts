import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const contentFolder = new URL('../../content/', import.meta.url);

// Stricter than what the demo parses: nothing may stand in the manifest that the demo would not read.
const text = z.string().trim().min(1);
const id = z.uuidv7();
const manifestSchema = z.strictObject({
  version: z.int().positive(),
  decks: z.array(
    z.strictObject({
      id,
      file: text,
      format: z.enum(['CSV', 'TSV', 'QUIZLET_TEXT', 'JSON']),
      title: text.max(200),
      description: text.max(5_000),
      termLanguage: text.refine(isCanonicalLanguage),
      definitionLanguage: text.refine(isCanonicalLanguage),
      tags: z.array(text.max(50)).min(1),
    }),
  ),
  course: z.strictObject({
    id,
    title: text.max(200),
    description: text.max(5_000),
    lessons: z.array(z.strictObject({ id, title: text.max(200), body: text.min(1_000).max(100_000), deckId: id })),
    assignment: z.strictObject({
      id,
      title: text.max(200),
      instructions: text.max(50_000),
      deckId: id,
      retrievability: z.number().min(0.5).max(0.99),
      points: z.number().positive(),
    }),
  }),
});

const rowSchema = z.strictObject({
  term: text,
  definition: text,
  hint: text,
  acceptedAnswers: z.string(),
  tags: text,
});
type CardRow = z.output<typeof rowSchema>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readContent(file: string): string {
  return utf8.decode(readFileSync(new URL(file, contentFolder)));
}

function readTable(file: string, delimiter: string): CardRow[] {
  return z.array(rowSchema).parse(parse(readContent(file), { columns: true, delimiter }));
}

function readWords(): { term: string; definition: string }[] {
  const lines = readContent('russian-english.txt').trimEnd().split('\n');
  return lines.map((line) => {
    const [term, definition] = z.tuple([text, text]).parse(line.split('\t'));
    return { term, definition };
  });
}

function isCanonicalLanguage(tag: string): boolean {
  return Intl.getCanonicalLocales(tag)[0] === tag;
}

/** Words that a learner takes for the same: the importer matches cards like this. */
function sameWordKey(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}

function repeated(words: string[]): string[] {
  const keys = words.map(sameWordKey);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const manifest = manifestSchema.parse(JSON.parse(readContent('manifest.json')));
const capitals = readTable('capitals.csv', ',');
const elements = readTable('elements.tsv', '\t');
const verbs = readTable('irregular-verbs.csv', ',');
const words = readWords();

describe('the manifest', () => {
  it('names every deck file of the folder once', () => {
    const files = readdirSync(contentFolder).filter((file) => !['manifest.json', 'README.md'].includes(file));
    expect(manifest.decks.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  it('gives everything an id of its own', () => {
    const ids = [...manifest.decks, manifest.course, ...manifest.course.lessons].map((thing) => thing.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('attaches a deck of its own to every lesson', () => {
    const attached = manifest.course.lessons.map(({ deckId }) => deckId);
    expect(attached).toHaveLength(2);
    expect(new Set(attached).size).toBe(2);
    expect(manifest.decks.map((deck) => deck.id)).toEqual(expect.arrayContaining(attached));
  });
});

describe('the files', () => {
  it.each(readdirSync(contentFolder))('%s is UTF-8 in form C without byte order mark, with plain line ends', (file) => {
    const content = readContent(file);
    expect(content).toBe(content.normalize('NFC'));
    expect(content).not.toMatch(/[\uFEFF\uFFFD\r\0]/);
    expect(content.endsWith('\n')).toBe(true);
  });

  it.each([
    ['capitals', capitals],
    ['elements', elements],
    ['verbs', verbs],
    ['words', words],
  ])('no term and no definition stands twice among the %s', (_name, cards) => {
    expect(repeated(cards.map(({ term }) => term))).toEqual([]);
    expect(repeated(cards.map(({ definition }) => definition))).toEqual([]);
  });

  it('has no white space around fields, for the importer would change it', () => {
    for (const card of [...capitals, ...elements, ...verbs, ...words]) {
      for (const field of Object.values(card)) expect(field).toBe(field.trim());
    }
  });
});

describe('capitals', () => {
  it('are those of the 193 members and two observers of the United Nations, by its regions', () => {
    expect(countBy(capitals.map(({ tags }) => tags))).toEqual({
      Africa: 54,
      Asia: 48,
      Europe: 44,
      'North America': 23,
      'South America': 12,
      Oceania: 14,
    });
    for (const { hint, tags } of capitals) expect(hint).toBe(tags);
  });
});

describe('elements', () => {
  it('are the 118 known ones in order of atomic number', () => {
    expect(elements.map(({ hint }) => hint)).toEqual(
      Array.from({ length: 118 }, (_, index) => `atomic number ${String(index + 1)}`),
    );
  });

  it('have symbols and names in their usual form', () => {
    for (const { term, definition } of elements) {
      expect(term).toMatch(/^[A-Z][a-z]?$/);
      expect(definition).toMatch(/^[A-Z][a-z]+$/);
    }
  });

  it('fill the periods of the periodic table', () => {
    const periods = [2, 8, 8, 18, 18, 32, 32];
    expect(elements.map(({ tags }) => tags)).toEqual(
      periods.flatMap((length, index) => Array.from({ length }, () => `period ${String(index + 1)}`)),
    );
  });
});

describe('irregular verbs', () => {
  it('are 150 or more, in alphabetical order', () => {
    expect(verbs.length).toBeGreaterThanOrEqual(150);
    const terms = verbs.map(({ term }) => term);
    expect(terms).toEqual(terms.toSorted());
  });

  it('have a past simple and a past participle, and a tag that says which forms are the same', () => {
    for (const { term, definition, tags } of verbs) {
      const forms = definition.split(', ');
      expect(forms, definition).toHaveLength(2);
      for (const form of forms) expect(form).toMatch(/^[a-z]+(?:\/[a-z]+)?$/);
      const [past, participle] = forms.map((form) => form.split('/')[0]);
      expect(`${term}: ${tags}`).toBe(`${term}: pattern ${patternOf([term, past, participle])}`);
    }
  });

  it('accept every pair of forms where there are variants', () => {
    for (const { definition, acceptedAnswers } of verbs.filter((verb) => verb.definition.includes('/'))) {
      const pairs = acceptedAnswers.split('; ').map((pair) => pair.split(', '));
      const [past = [], participle = []] = definition.split(', ').map((forms) => forms.split('/'));
      expect(new Set(pairs.map((pair) => pair[0]))).toEqual(new Set(past));
      expect(new Set(pairs.map((pair) => pair[1]))).toEqual(new Set(participle));
    }
  });

  it('have their meaning in Russian as hint', () => {
    for (const { hint } of verbs) expect(hint).toMatch(/^[а-яё ,;()-]+$/);
  });
});

/** Forms that are the same have the same letter: `ABB` for keep, kept, kept. */
function patternOf(forms: (string | undefined)[]): string {
  const distinct = [...new Set(forms)];
  return forms.map((form) => 'ABC'.charAt(distinct.indexOf(form))).join('');
}

describe('Russian words', () => {
  it('are 320 or more, in Cyrillic with English beside them', () => {
    expect(words.length).toBeGreaterThanOrEqual(320);
    for (const { term, definition } of words) {
      expect(term).toMatch(/^[а-яё]+(?: [а-яё]+)*$/);
      expect(definition).toMatch(/^[A-Za-z ;()'-]+$/);
    }
  });

  it('give no English alternative to two words, so that both directions have one answer', () => {
    expect(repeated(words.flatMap(({ definition }) => definition.split('; ')))).toEqual([]);
  });
});
