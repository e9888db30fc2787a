import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

let world: DecksWorld;
let owner: Person;
beforeAll(async () => {
  world = await openDecksWorld();
  owner = await world.person();
});
afterAll(() => world.close());

describe('searchDecks', () => {
  const library = [
    { title: 'Столицы мира', description: 'Все страны и их столицы', tags: ['география'] },
    { title: 'Capitals of the world', tags: ['geography'] },
    { title: 'Зелёные растения', description: 'Деревья и ёлки' },
    { title: 'Irregular English verbs', tags: ['grammar'] },
    { title: 'Химические элементы', tags: ['chemistry', 'химия'] },
    { title: 'Running and swimming', description: 'Sports for everybody' },
  ];
  beforeAll(async () => {
    for (const deck of library) await makeDeck(world, owner, { ...deck, visibility: 'PUBLIC' });
    await makeDeck(world, owner, { title: 'Столицы мира: мой секрет' });
    await makeDeck(world, owner, { title: 'Столицы мира: по ссылке', visibility: 'UNLISTED' });
    const deleted = await makeDeck(world, owner, { title: 'Столицы мира: удалено', visibility: 'PUBLIC' });
    await world.as(owner)(`mutation ($id: ID!) { deleteDeck(id: $id) { id } }`, { id: deleted.id });
  });

  async function search(query: string, filter: object = {}): Promise<string[]> {
    const { data, errors } = await world.as(null)(
      `query ($query: String!, $filter: DeckSearchFilter) { searchDecks(query: $query, filter: $filter) { edges { score node { title } } } }`,
      { query, filter },
    );
    expect(errors).toEqual([]);
    return data.searchDecks.edges.map((edge: { node: { title: string } }) => edge.node.title);
  }

  it.each([
    ['the same words', 'Столицы мира', 'Столицы мира'],
    ['another case of the word', 'столица', 'Столицы мира'],
    ['another number', 'растение', 'Зелёные растения'],
    ['е for ё', 'зеленые', 'Зелёные растения'],
    ['ё for е', 'дёревья', 'Зелёные растения'],
    ['words of the description', 'страны', 'Столицы мира'],
    ['a tag', 'география', 'Столицы мира'],
    ['a wrong letter in Russian', 'сталицы', 'Столицы мира'],
    ['a letter too few in Russian', 'элменты', 'Химические элементы'],
    ['English in the singular', 'capital', 'Capitals of the world'],
    ['another form of an English verb', 'swim', 'Running and swimming'],
    ['a wrong letter in English', 'irregulor', 'Irregular English verbs'],
    ['two letters changed over', 'captials', 'Capitals of the world'],
    ['upper case', 'VERBS', 'Irregular English verbs'],
    ['several words in another order', 'verbs english', 'Irregular English verbs'],
    ['the beginning of a word', 'chemis', 'Химические элементы'],
  ])('finds a deck by %s', async (_what, query, title) => {
    expect((await search(query))[0]).toBe(title);
  });

  it('finds public decks only', async () => {
    expect(await search('Столицы мира')).toEqual(['Столицы мира']);
  });

  it.each(['', 'zzzzzz', '"', '(', ':*', "'", '\\', '%', '-', 'a & | !', 'a'])(
    'takes %j without a fault',
    async (query) => {
      expect(await search(query)).toHaveLength(query === '' ? library.length : 0);
    },
  );

  it('leaves out excluded words', async () => {
    expect(await search('capitals -world')).toEqual([]);
  });

  it('keeps to the filter', async () => {
    await makeDeck(world, owner, { title: 'Filtered capitals', visibility: 'PUBLIC', tags: ['a', 'b'] }, [['x', 'y']]);
    expect(await search('capitals', { tags: ['a', 'b'] })).toEqual(['Filtered capitals']);
    expect(await search('capitals', { tags: ['a', 'c'] })).toEqual([]);
    expect(await search('capitals', { minCards: 1 })).toEqual(['Filtered capitals']);
    expect(await search('capitals', { ownerId: newId() })).toEqual([]);
  });

  it.each(['фрукты', ''])('turns pages of %j without loss or repetition', async (query) => {
    const person = await world.person();
    for (let index = 0; index < 7; index += 1)
      await makeDeck(world, person, { title: `Фрукты ${String(index % 3)}`, visibility: 'PUBLIC' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.as(null)(
        `query ($query: String!, $after: String, $filter: DeckSearchFilter) { searchDecks(query: $query, first: 3, after: $after, filter: $filter) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { query, after, filter: { ownerId: person.id } },
      );
      seen.push(...data.searchDecks.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.searchDecks.pageInfo.hasNextPage ? data.searchDecks.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });
});

describe('searchCards', () => {
  let person: Person;
  let cardIds: string[];
  beforeAll(async () => {
    person = await world.person();
    const animals = await makeDeck(world, person, { title: 'Животные' }, [
      ['hedgehog', 'ёж'],
      ['christmas tree', 'ёлка'],
      ['cats', 'кошки'],
      ['100% sure', 'уверен_на_все'],
    ]);
    ({ cardIds } = animals);
    const { id } = await makeDeck(world, person, { title: 'Other things' }, [['cat flap', 'дверца']]);
    await world.as(person)(`mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { id } } }`, {
      input: { cards: [{ id: cardIds[0], tags: ['Forest', 'a1'] }] },
    });
    await makeDeck(world, owner, { title: 'Животные', visibility: 'PUBLIC' }, [['cats', 'не мои']]);
    const shared = await makeDeck(world, owner, { title: 'Shared with me' }, [['borrowed', 'взятое']]);
    await world.as(owner)(`mutation ($input: ShareDeckInput!) { shareDeck(input: $input) { deck { id } } }`, {
      input: { deckId: shared.id, userId: person.id, permission: 'VIEW' },
    });
    const now = world.clock.now().getTime();
    const memory = (
      card: string | undefined,
      deckId: string,
      state: number,
      dueMs: number,
      lapses: number,
      suspended: boolean,
    ) =>
      world.sql`insert into card_memory (user_id, card_id, deck_id, state, due, stability, difficulty, reps, lapses, suspended)
        values (${person.id}, ${card ?? ''}, ${deckId}, ${state}, ${new Date(now + dueMs)}, 5.5, 6, 9, ${lapses}, ${suspended})`;
    await memory(cardIds[0], animals.id, 2, -1_000, 4, false);
    await memory(cardIds[1], animals.id, 2, 1_000, 0, false);
    await memory(cardIds[2], animals.id, 1, -1_000, 1, true);
    // Somebody else's memory of the same card is nobody else's business.
    await world.sql`insert into card_memory (user_id, card_id, deck_id, lapses, state) values (${owner.id}, ${cardIds[3] ?? ''}, ${id}, 99, 2)`;
  });

  async function search(query: string): Promise<string[]> {
    const { data, errors } = await world.as(person)(
      `query ($query: String!) { searchCards(query: $query) { edges { node { term deck { title } } } } }`,
      { query },
    );
    expect(errors).toEqual([]);
    return data.searchCards.edges.map((edge: { node: { term: string } }) => edge.node.term);
  }

  it.each<[string, string[]]>([
    ['cat', ['cats', 'cat flap']],
    ['кошка', ['cats']],
    ['елка', ['christmas tree']],
    ['hedgehgo', ['hedgehog']],
    ['"christmas tree"', ['christmas tree']],
    ['100%', ['100% sure']],
    ['_на_', ['100% sure']],
    ['definition:cat', []],
    ['tag:forest', ['hedgehog']],
    ['deck:животные cat', ['cats']],
    ['deck:shared', ['borrowed']],
    ['is:due', ['hedgehog']],
    ['is:suspended', ['cats']],
    ['is:review', ['hedgehog', 'christmas tree']],
    ['is:new deck:животные', ['100% sure']],
    ['prop:lapses>3', ['hedgehog']],
    ['prop:lapses<=1 deck:животные', ['christmas tree', 'cats', '100% sure']],
    ['prop:reps=0 deck:животные is:new', ['100% sure']],
    ['prop:reps>0 is:new', []],
    ['prop:stability<1000 is:new', []],
    ['prop:stability>=5.5 -is:suspended', ['hedgehog', 'christmas tree']],
    ['is:due OR tag:none OR flap', ['hedgehog', 'cat flap']],
    ['deck:животные -(is:review OR is:suspended)', ['100% sure']],
    ['xyzzy', []],
  ])('%s', async (query, found) => {
    expect((await search(query)).sort()).toEqual([...found].sort());
  });

  it('without a query lists all of the viewer’s cards, the deck that came last first', async () => {
    expect(new Set(await search(''))).toEqual(
      new Set(['borrowed', 'cat flap', 'hedgehog', 'christmas tree', 'cats', '100% sure']),
    );
  });

  it('refuses a query that cannot be read, with its place', async () => {
    const { errors } = await world.as(person)(`{ searchCards(query: "is:late") { edges { node { id } } } }`);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['query'] }] });
    expect((await world.as(null)(`{ searchCards(query: "") { edges { node { id } } } }`)).code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['searchCards', `searchCards(query: "", after: $after)`, ['0000-01-01T00:00:00Z', 1, newId()]],
    ['searchDecks', `searchDecks(query: "", after: $after)`, [-8.64e15, newId()]],
    ['searchDecks with words', `searchDecks(query: "a", after: $after)`, [8.64e15, newId()]],
    ['myDecks', `myDecks(after: $after)`, ['0000-01-01T00:00:00Z', newId()]],
    ['myDecks by title', `myDecks(orderBy: TITLE, after: $after)`, ['a\0', newId()]],
    ['cram', `cram(after: $after)`, ['9999999999999999999', newId()]],
  ])('refuses a made-up cursor of %s that no database can read', async (_list, field, values) => {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    const { errors } = await world.as(person)(`query ($after: String) { ${field} { edges { cursor } } }`, { after });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['after'] }] });
  });

  it('refuses a seed of a shuffle that no database can read', async () => {
    const cram = `query ($seed: String!) { cram(seed: $seed) { edges { cursor } } }`;
    expect((await world.as(person)(cram, { seed: 'a\0' })).code).toBe('BAD_USER_INPUT');
  });

  it('turns pages without loss or repetition', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.as(person)(
        `query ($after: String) { searchCards(query: "", first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...data.searchCards.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.searchCards.pageInfo.hasNextPage ? data.searchCards.pageInfo.endCursor : null;
    } while (after !== null);
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });

  it('filters the cards of a deck by the same queries', async () => {
    const { data } = await world.as(person)(
      `query ($id: ID!) { deck(id: $id) { cards(filter: { query: "is:due", tag: "a1" }) { edges { node { id } } } } }`,
      { id: (await world.sql`select deck_id from cards where id = ${cardIds[0] ?? ''}`)[0]?.deck_id },
    );
    expect(data.deck.cards.edges).toEqual([{ node: { id: cardIds[0] } }]);
  });
});
