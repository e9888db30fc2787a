import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardContent, CardRecord } from '../../src/domain/deck.js';
import type { ParsedCard } from '../../src/domain/import/parsed-card.js';
import { planImport } from '../../src/domain/import/plan-import.js';

const row = (term: string, definition: string, rest: Partial<ParsedCard> = {}): ParsedCard => ({
  place: { line: 1, note: null },
  term,
  definition,
  ...rest,
});

function existing(contents: readonly (Partial<CardContent> & { term: string; definition: string })[]): CardRecord[] {
  const at = new Date(0);
  return contents.map((content, index) => ({
    hint: null,
    acceptedAnswers: [],
    distractors: [],
    tags: [],
    ...content,
    id: `card-${String(index)}`,
    deckId: 'deck',
    sortKey: index,
    siblingKey: null,
    createdAt: at,
    updatedAt: at,
  }));
}

describe('planImport', () => {
  it('updates by term and keeps what the file does not say', () => {
    const deck = existing([{ term: 'Cat', definition: 'кот', hint: 'mew', tags: ['animal'] }]);
    expect(planImport([row('cat', 'кошка')], deck, 'UPDATE')).toMatchObject({
      create: [],
      update: [{ id: 'card-0', term: 'cat', definition: 'кошка', hint: 'mew', tags: ['animal'] }],
    });
  });

  it('leaves cards alone with SKIP and creates others with ADD', () => {
    const deck = existing([{ term: 'cat', definition: 'кот' }]);
    expect(planImport([row('cat', 'кошка')], deck, 'SKIP')).toMatchObject({ create: [], update: [], unchanged: 1 });
    expect(planImport([row('cat', 'кот')], deck, 'ADD').create).toHaveLength(1);
  });

  it('matches cards of one term by their definitions first', () => {
    const deck = existing([
      { term: 'bank', definition: 'берег' },
      { term: 'bank', definition: 'банк' },
    ]);
    const plan = planImport([row('bank', 'банк'), row('bank', 'берег реки')], deck, 'UPDATE');
    expect(plan).toMatchObject({ create: [], unchanged: 1, update: [{ id: 'card-0', definition: 'берег реки' }] });
  });

  it('takes a row that is repeated letter by letter once and reports it', () => {
    const plan = planImport([row('ёлка', 'tree'), row('ёлка', 'tree')], [], 'UPDATE');
    expect(plan.create).toHaveLength(1);
    expect(plan.problems).toMatchObject([{ code: 'DUPLICATE' }]);
  });

  it('keeps rows that are alike without being the same', () => {
    const rows = [row('все', 'all'), row('всё', 'all'), row('Все', 'ALL'), row('все', 'all', { hint: 'plural' })];
    expect(planImport(rows, [], 'UPDATE')).toMatchObject({ unchanged: 0, problems: [] });
    expect(planImport(rows, [], 'UPDATE').create.map(({ term }) => term)).toEqual(['все', 'всё', 'Все', 'все']);
    // Imported again in another order each row finds its own card.
    expect(planImport(rows.slice(0, 3).reverse(), existing(rows.slice(0, 3)), 'UPDATE')).toMatchObject({
      create: [],
      update: [],
      unchanged: 3,
    });
  });

  it('changes nothing when a file is imported a second time', () => {
    const word = fc.constantFrom('a', 'b', 'A', 'ё', 'е');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (pairs) => {
        const rows = pairs.map(([term, definition]) => row(term, definition));
        const first = planImport(rows, [], 'UPDATE');
        const second = planImport(rows, existing(first.create), 'UPDATE');
        expect(second).toMatchObject({ create: [], update: [] });
        expect(first.create.length + first.unchanged).toBe(rows.length);
      }),
    );
  });

  it('takes a moment for thousands of cards of one term', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ term: 'same', definition: String(index) }));
    const started = performance.now();
    const plan = planImport(
      many.map(({ definition }) => row('same', `new ${definition}`)),
      existing(many),
      'UPDATE',
    );
    expect(plan.update).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
