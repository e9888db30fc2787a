import { newId } from '@ruzlet/platform/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCardReplacer } from '../../src/domain/find-and-replace.js';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

let world: DecksWorld;
let owner: Person;
beforeAll(async () => {
  world = await openDecksWorld();
  owner = await world.person();
});
afterAll(() => world.close());

const findAndReplace = `mutation ($input: FindAndReplaceInput!) { findAndReplace(input: $input) {
  deck { id updatedAt } dryRun occurrences changed changes { card { term } field before after } problems { card { term } field message }
} }`;
const send = async (input: object, who = owner) => world.as(who)(findAndReplace, { input });
const cardsOf = async (deckId: string) => world.sql`
  select term, definition, hint, accepted_answers as answers, tags from cards where deck_id = ${deckId} order by sort_key`;

describe('findAndReplace', () => {
  it('replaces in the terms and definitions of a deck, tells what it did, and tells others of the cards', async () => {
    const { id, cardIds } = await makeDeck(world, owner, {}, [
      ['colour', 'a colour, any colour'],
      ['grey', 'no match'],
      ['Colour', 'capital'],
    ]);
    const { data } = await send({ deckId: id, find: 'colour', replace: 'color' });
    expect(data.findAndReplace).toMatchObject({
      dryRun: false,
      occurrences: 3,
      changed: 1,
      changes: [
        { card: { term: 'color' }, field: 'TERM', before: 'colour', after: 'color' },
        { field: 'DEFINITION', before: 'a colour, any colour', after: 'a color, any color' },
      ],
      problems: [],
    });
    expect((await cardsOf(id)).map(({ term }) => term)).toEqual(['color', 'grey', 'Colour']);
    const event = await world.event('ruzlet.content.cards.updated.v1', ({ data: told }) => told.deckId === id);
    expect(event.data).toMatchObject({ cardIds: [cardIds[0]], cardCount: 3 });
  });

  it('changes nothing in a dry run, and tells nobody', async () => {
    const { id } = await makeDeck(world, owner, {}, [['one', 'two']]);
    const before = await cardsOf(id);
    const { data } = await send({ deckId: id, find: 'TWO', replace: '2', matchCase: false, dryRun: true });
    expect(data.findAndReplace).toMatchObject({
      dryRun: true,
      changed: 1,
      changes: [{ card: { term: 'one' }, before: 'two', after: '2' }],
    });
    expect(await cardsOf(id)).toEqual(before);
    await makeDeck(world, owner, { title: 'After the dry run' });
    await world.event('ruzlet.content.deck.created.v1', ({ data: told }) => told.title === 'After the dry run');
    const told = world.published.filter(({ type, subject }) => subject === id && type.includes('cards.updated'));
    expect(told).toEqual([]);
  });

  it('leaves a card as it is that would not be one, tells why, and changes the others', async () => {
    const { id } = await makeDeck(world, owner, {}, [
      ['x', 'xy'],
      ['xz', 'fine'],
      ['z', 'x'.repeat(6_000)],
    ]);
    const gone = await send({ deckId: id, find: 'x', replace: '', dryRun: true });
    expect(gone.data.findAndReplace).toMatchObject({
      changed: 1,
      problems: [
        { card: { term: 'x' }, field: 'TERM', message: 'would be empty' },
        { card: { term: 'z' }, field: 'DEFINITION', message: 'would be empty' },
      ],
    });
    const long = await send({ deckId: id, find: 'x', replace: 'ab' });
    expect(long.data.findAndReplace).toMatchObject({
      changed: 2,
      problems: [{ card: { term: 'z' }, field: 'DEFINITION', message: 'would have more than 10000 characters' }],
    });
    expect((await cardsOf(id)).map(({ term, definition }) => [term, definition.slice(0, 4)])).toEqual([
      ['ab', 'aby'],
      ['abz', 'fine'],
      ['z', 'xxxx'],
    ]);
  });

  it('goes through all cards of a deck of many pages, in lists as well', async () => {
    const { id } = await makeDeck(world, owner);
    for (let part = 0; part < 3; part += 1) {
      const cards = Array.from({ length: 900 }, (_, index) => ({
        term: `t${String(part)}-${String(index)}`,
        definition: 'd',
        tags: ['old', 'new'],
        acceptedAnswers: ['old answer'],
      }));
      await world.as(owner)(`mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`, {
        input: { deckId: id, cards },
      });
    }
    const { data } = await send({ deckId: id, find: 'old', replace: 'new', fields: ['TAGS', 'ACCEPTED_ANSWERS'] });
    expect(data.findAndReplace).toMatchObject({ changed: 2_700, occurrences: 5_400 });
    expect(data.findAndReplace.changes).toHaveLength(100);
    const left = await cardsOf(id);
    expect(left).toHaveLength(2_700);
    expect(left.every(({ tags, answers }) => tags.join() === 'new' && answers.join() === 'new answer')).toBe(true);
  });

  it('is for who may edit, and says what is wrong with an input', async () => {
    const { id } = await makeDeck(world, owner, { visibility: 'PUBLIC' }, [['one', 'two']]);
    const hidden = await makeDeck(world, owner, {}, [['one', 'two']]);
    const stranger = await world.person();
    const input = { find: 'one', replace: '1' };
    expect((await send({ ...input, deckId: id }, stranger)).code).toBe('FORBIDDEN');
    expect((await send({ ...input, deckId: hidden.id }, stranger)).code).toBe('NOT_FOUND');
    expect((await send({ ...input, deckId: newId() })).code).toBe('NOT_FOUND');
    for (const wrong of [{ find: '' }, { find: 'x'.repeat(501) }, { replace: '\0' }, { fields: [] }]) {
      expect((await send({ ...input, deckId: id, ...wrong })).code).toBe('BAD_USER_INPUT');
    }
    expect(await cardsOf(id)).toMatchObject([{ term: 'one' }]);
  });
});

describe('what is found', () => {
  const card = (term: string) => ({
    term,
    definition: 'd',
    hint: null,
    acceptedAnswers: [],
    distractors: [],
    tags: [],
    siblingKey: null,
  });
  const options = { matchCase: true, wholeWord: false };

  it('is exactly what is written, whatever characters it has', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 4 }),
        (find, replace, parts) => {
          const term = parts.join(find);
          const { content, problems } = createCardReplacer({ find, replace, ...options }, ['TERM'])(card(term));
          const expected = term.split(find).join(replace);
          if (problems.length > 0) expect(expected.trim()).toBe('');
          else expect(content.term.trim()).toBe(expected.replace(/\r\n?/g, '\n').trim());
        },
      ),
    );
  });

  it.each([
    ['Haus', 'Hausboot Haus haus', false, true, 'Hausboot X haus'],
    ['haus', 'Haus HAUS Hausboot', true, false, 'X X Xboot'],
    ['дом', 'домик, дом.', false, true, 'домик, X.'],
    ['ё', 'ёж Ёж', true, false, 'Xж Xж'],
    ['$&', 'a $& b', false, false, 'a X b'],
    ['.', 'a.b', false, false, 'aXb'],
  ])('finds %s in %s (any case: %s, whole words: %s)', (find, term, anyCase, wholeWord, expected) => {
    const replace = createCardReplacer({ find, replace: 'X', matchCase: !anyCase, wholeWord }, ['TERM']);
    expect(replace(card(term)).content.term).toBe(expected);
  });
});
