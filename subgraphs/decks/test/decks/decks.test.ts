import { newId } from '@ruzlet/platform/ids';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purgeDeletedDecks } from '../../src/services/purge-decks.js';
import * as tables from '../../src/storage/tables.js';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

const createDeck = `mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id title tags visibility cardCount owner { id } } } }`;
const addCards = `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id term position } deck { cardCount } } }`;
const cardsOf = `query ($id: ID!, $first: Int, $after: String, $filter: CardFilter) { deck(id: $id) { cardCount cards(first: $first, after: $after, filter: $filter) { edges { cursor node { id term position starred } } pageInfo { hasNextPage endCursor } } } }`;

let world: DecksWorld;
let owner: Person;
beforeAll(async () => {
  world = await openDecksWorld();
  owner = await world.person();
});
afterAll(() => world.close());

const pairs = (count: number): [string, string][] =>
  Array.from({ length: count }, (_, index) => [`t${String(index)}`, `d${String(index)}`]);

async function terms(deckId: string): Promise<string[]> {
  const { data } = await world.as(owner)(cardsOf, { id: deckId, first: 100 });
  const edges: { node: { term: string; position: number } }[] = data.deck.cards.edges;
  expect(edges.map(({ node }) => node.position)).toEqual(edges.map((_, index) => index));
  expect(data.deck.cardCount).toBe(edges.length);
  return edges.map(({ node }) => node.term);
}

describe('a create that is sent again', () => {
  it('answers the same deck and tells of it once, also when both come at the same time', async () => {
    const input = { id: newId(), title: '  Animals ', tags: ['a', ' a', ''] };
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.as(owner)(createDeck, { input })));
    for (const { data } of answers) {
      expect(data.createDeck.deck).toEqual({
        id: input.id,
        title: 'Animals',
        tags: ['a'],
        visibility: 'PRIVATE',
        cardCount: 0,
        owner: { id: owner.id },
      });
    }
    const again = await world.as(owner)(createDeck, { input: { ...input, title: 'Other' } });
    expect(again.data.createDeck.deck.title).toBe('Animals');
    await makeDeck(world, owner, { title: 'After' });
    await world.event('ruzlet.content.deck.created.v1', ({ data }) => data.title === 'After');
    expect(world.published.filter(({ subject }) => subject === input.id)).toHaveLength(1);
  });

  it('is a conflict when the id is of somebody else', async () => {
    const { id } = await makeDeck(world, owner);
    expect((await world.as(await world.person())(createDeck, { input: { id, title: 'Mine' } })).code).toBe('CONFLICT');
  });

  it('answers the same cards, and adds only those that are new', async () => {
    const { id: deckId } = await makeDeck(world, owner);
    const cards = pairs(3).map(([term, definition]) => ({ id: newId(), term, definition }));
    const send = (some: typeof cards) => world.as(owner)(addCards, { input: { deckId, cards: some } });
    await Promise.all([send(cards.slice(0, 2)), send(cards.slice(0, 2)), send(cards.slice(1))]);
    const { data } = await send(cards);
    expect(data.addCards.deck.cardCount).toBe(3);
    expect(data.addCards.cards.map((card: { id: string }) => card.id)).toEqual(cards.map(({ id }) => id));
    expect((await terms(deckId)).sort()).toEqual(['t0', 't1', 't2']);
  });

  it('adds no card when one id is of another deck or of a deleted card', async () => {
    const other = await makeDeck(world, owner, {}, pairs(1));
    const { id: deckId, cardIds } = await makeDeck(world, owner, {}, pairs(2));
    await world.as(owner)(`mutation ($ids: [ID!]!) { deleteCards(ids: $ids) { ids } }`, { ids: [cardIds[0]] });
    for (const id of [other.cardIds[0], cardIds[0]]) {
      const cards = [
        { term: 'new', definition: 'x' },
        { id, term: 'taken', definition: 'x' },
      ];
      expect((await world.as(owner)(addCards, { input: { deckId, cards } })).code).toBe('CONFLICT');
    }
    expect(await terms(deckId)).toEqual(['t1']);
  });
});

describe('input', () => {
  it.each([
    ['an empty title', { title: '  ' }, ['input', 'title']],
    ['a title that nobody can see', { title: '\u200b\u2060' }, ['input', 'title']],
    ['a long title', { title: 'x'.repeat(201) }, ['input', 'title']],
    ['NUL', { title: 'a\0b' }, ['input', 'title']],
    ['half a surrogate pair', { title: 'a\uD83D' }, ['input', 'title']],
    ['a wrong id', { title: 'a', id: '5' }, ['input', 'id']],
    ['a wrong language', { title: 'a', termLanguage: 'not a language' }, ['input', 'termLanguage']],
    [
      'too many tags',
      { title: 'a', tags: Array.from({ length: 21 }, (_, index) => `t${String(index)}`) },
      ['input', 'tags'],
    ],
  ])('with %s is refused with its place', async (_what, input, path) => {
    const { errors } = await world.as(owner)(createDeck, { input });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path }] });
  });

  it('adds all cards or none, and says which is wrong', async () => {
    const { id: deckId } = await makeDeck(world, owner);
    const cards = [
      { term: 'a', definition: 'b' },
      { term: '', definition: 'b' },
    ];
    const { errors } = await world.as(owner)(addCards, { input: { deckId, cards } });
    expect(errors[0]?.extensions?.issues).toMatchObject([{ path: ['input', 'cards', 1, 'term'] }]);
    expect(await terms(deckId)).toEqual([]);
    const many = await world.as(owner)(addCards, {
      input: { deckId, cards: pairs(1_001).map(([term, definition]) => ({ term, definition })) },
    });
    expect(many.code).toBe('BAD_USER_INPUT');
  });
});

describe('updateDeck and updateCards', () => {
  it('change what is given, empty what is null and keep the rest', async () => {
    const { id, cardIds } = await makeDeck(world, owner, { description: 'About', tags: ['x'] }, pairs(2));
    const deck = await world.as(owner)(
      `mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { title description tags } } }`,
      {
        input: { id, title: 'New', description: null },
      },
    );
    expect(deck.data.updateDeck.deck).toEqual({ title: 'New', description: null, tags: ['x'] });
    const cards = await world.as(owner)(
      `mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { term definition hint tags acceptedAnswers } } }`,
      {
        input: {
          cards: [
            { id: cardIds[1], hint: 'h', tags: ['y'] },
            { id: cardIds[0], term: 'T', acceptedAnswers: ['one'] },
          ],
        },
      },
    );
    expect(cards.data.updateCards.cards).toEqual([
      { term: 't1', definition: 'd1', hint: 'h', tags: ['y'], acceptedAnswers: [] },
      { term: 'T', definition: 'd0', hint: null, tags: [], acceptedAnswers: ['one'] },
    ]);
    const updated = await world.event('ruzlet.content.deck.updated.v1', ({ data }) => data.deckId === id);
    expect(updated.data).toMatchObject({ title: 'New', cardCount: 2 });
  });

  it('lose no change of two that come at once', async () => {
    const { cardIds } = await makeDeck(world, owner, {}, pairs(1));
    const update = (fields: object) =>
      world.as(owner)(`mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { id } } }`, {
        input: { cards: [{ id: cardIds[0], ...fields }] },
      });
    await Promise.all([update({ term: 'T' }), update({ definition: 'D' }), update({ hint: 'H' })]);
    const [card] = await world.sql`select term, definition, hint from cards where id = ${cardIds[0] ?? ''}`;
    expect(card).toEqual({ term: 'T', definition: 'D', hint: 'H' });
  });
});

describe('moveCards', () => {
  const move = (input: object) =>
    world.as(owner)(
      `mutation ($input: MoveCardsInput!) { moveCards(input: $input) { cards { term position } deck { id cardCount } } }`,
      { input },
    );

  it('puts cards behind another or at the beginning, in the given order', async () => {
    const { id, cardIds } = await makeDeck(world, owner, {}, pairs(5));
    const [a, b, c, d, e] = cardIds;
    await move({ cardIds: [e, c], afterCardId: a });
    expect(await terms(id)).toEqual(['t0', 't4', 't2', 't1', 't3']);
    await move({ cardIds: [d, b] });
    expect(await terms(id)).toEqual(['t3', 't1', 't0', 't4', 't2']);
    await move({ cardIds: [d], afterCardId: c });
    expect(await terms(id)).toEqual(['t1', 't0', 't4', 't2', 't3']);
  });

  it('still finds room after hundreds of moves into one gap', async () => {
    const { id, cardIds } = await makeDeck(world, owner, {}, pairs(4));
    const [first, , third, fourth] = cardIds;
    for (let round = 0; round < 30; round += 1)
      await move({ cardIds: [round % 2 ? third : fourth], afterCardId: first });
    expect((await terms(id)).slice(0, 3)).toEqual(['t0', 't2', 't3']);
  });

  it('moves cards with what was learned of them into another deck', async () => {
    const from = await makeDeck(world, owner, {}, pairs(3));
    const to = await makeDeck(world, owner, {}, [['x', 'y']]);
    const moved = from.cardIds.slice(0, 2);
    await world.sql`insert into card_memory (user_id, card_id, deck_id) values (${owner.id}, ${moved[0] ?? ''}, ${from.id})`;
    const { data } = await move({ cardIds: moved, deckId: to.id, afterCardId: to.cardIds[0] });
    expect(data.moveCards.deck).toEqual({ id: to.id, cardCount: 3 });
    expect(await terms(from.id)).toEqual(['t2']);
    expect(await terms(to.id)).toEqual(['x', 't0', 't1']);
    const [memory] = await world.sql`select deck_id from card_memory where card_id = ${moved[0] ?? ''}`;
    expect(memory?.deck_id).toBe(to.id);
    await world.event(
      'ruzlet.content.cards.deleted.v1',
      ({ data: gone }) => gone.deckId === from.id && gone.cardCount === 1 && gone.movedToDeckId === to.id,
    );
    await world.event(
      'ruzlet.content.cards.added.v1',
      ({ data: came }) => came.deckId === to.id && came.cardCount === 3,
    );
  });

  it('refuses places that make no sense', async () => {
    const one = await makeDeck(world, owner, {}, pairs(2));
    const two = await makeDeck(world, owner, {}, pairs(1));
    expect((await move({ cardIds: one.cardIds, afterCardId: one.cardIds[0] })).code).toBe('BAD_USER_INPUT');
    expect((await move({ cardIds: one.cardIds, afterCardId: two.cardIds[0] })).code).toBe('BAD_USER_INPUT');
    expect((await move({ cardIds: [one.cardIds[0], two.cardIds[0]] })).code).toBe('BAD_USER_INPUT');
    expect((await move({ cardIds: [one.cardIds[0], one.cardIds[0]] })).code).toBe('BAD_USER_INPUT');
  });
});

describe('deleting', () => {
  const remove = (ids: (string | undefined)[]) =>
    world.as(owner)(`mutation ($ids: [ID!]!) { deleteCards(ids: $ids) { ids } }`, { ids });
  const deleteDeck = (id: string) => world.as(owner)(`mutation ($id: ID!) { deleteDeck(id: $id) { id } }`, { id });
  const restoreDeck = (id: string) =>
    world.as(owner)(`mutation ($id: ID!) { restoreDeck(id: $id) { deck { cardCount } } }`, { id });

  it('of cards counts once, however often it is sent', async () => {
    const { id, cardIds } = await makeDeck(world, owner, {}, pairs(3));
    for (let round = 0; round < 2; round += 1) {
      expect((await remove(cardIds.slice(0, 2))).data.deleteCards.ids).toEqual(cardIds.slice(0, 2));
    }
    expect(await terms(id)).toEqual(['t2']);
    expect((await remove([newId()])).code).toBe('NOT_FOUND');
  });

  it('of a deck hides it from all, and restoring brings everything back', async () => {
    const { id } = await makeDeck(world, owner, { title: 'To delete', visibility: 'PUBLIC' }, pairs(2));
    await deleteDeck(id);
    expect((await deleteDeck(id)).data.deleteDeck.id).toBe(id);
    expect((await world.as(owner)(cardsOf, { id })).code).toBe('NOT_FOUND');
    expect((await world.as(null)(cardsOf, { id })).code).toBe('NOT_FOUND');
    const lists = await world.as(owner)(
      `{ myDecks(first: 100) { edges { node { id } } } deleted: myDecks(filter: { deleted: true }) { edges { node { id deletedAt } } } }`,
    );
    expect(JSON.stringify(lists.data.myDecks)).not.toContain(id);
    expect(lists.data.deleted.edges.map((edge: { node: { id: string } }) => edge.node.id)).toContain(id);
    expect((await restoreDeck(id)).data.restoreDeck.deck.cardCount).toBe(2);
    expect(await terms(id)).toEqual(['t0', 't1']);
    await world.event('ruzlet.content.deck.restored.v1', ({ data }) => data.deckId === id);
    expect(
      world.published.filter(({ type, subject }) => type === 'ruzlet.content.deck.deleted.v1' && subject === id),
    ).toHaveLength(1);
  });

  it('of a deck is final after 30 days', async () => {
    const [old, recent] = [await makeDeck(world, owner, {}, pairs(2)), await makeDeck(world, owner, {}, pairs(2))];
    await Promise.all([deleteDeck(old.id), deleteDeck(recent.id)]);
    const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * 86_400_000);
    await world.sql`update decks set deleted_at = ${daysAgo(30.01)} where id = ${old.id}`;
    await world.sql`update decks set deleted_at = ${daysAgo(29.99)} where id = ${recent.id}`;
    expect((await restoreDeck(old.id)).code).toBe('NOT_FOUND');
    const database = connectDatabase({ url: world.url, schema: tables, applicationName: 'test' });
    expect(await purgeDeletedDecks({ db: database.db, clock: world.clock })).toBe(1);
    await database.close();
    expect((await world.sql`select id from cards where deck_id = ${old.id}`).length).toBe(0);
    expect((await restoreDeck(recent.id)).data.restoreDeck.deck.cardCount).toBe(2);
  });
});

it('writes no event when the change rolls back', async () => {
  const { id: deckId } = await makeDeck(world, owner);
  await world.sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no events today'; end $$`;
  await world.sql`create trigger refuse before insert on outbox for each row execute function refuse()`;
  const cardId = newId();
  const failed = await world.as(owner)(addCards, {
    input: { deckId, cards: [{ id: cardId, term: 'a', definition: 'b' }] },
  });
  await world.sql`drop trigger refuse on outbox`;
  expect(failed.code).toBe('INTERNAL_SERVER_ERROR');
  // The card went with its event, and the deck's count with both.
  expect(await terms(deckId)).toEqual([]);
  await world.as(owner)(addCards, { input: { deckId, cards: [{ id: cardId, term: 'a', definition: 'b' }] } });
  const added = await world.event('ruzlet.content.cards.added.v1', ({ data }) => data.deckId === deckId);
  expect(added.data).toEqual({ deckId, cardIds: [cardId], cardCount: 1 });
});

describe('pages', () => {
  it('neither lose nor repeat a card while cards before them come and go', async () => {
    const { id, cardIds } = await makeDeck(world, owner, {}, pairs(10));
    const page = async (after: string | null) =>
      (await world.as(owner)(cardsOf, { id, first: 4, after })).data.deck.cards;
    const first = await page(null);
    await world.as(owner)(`mutation ($ids: [ID!]!) { deleteCards(ids: $ids) { ids } }`, {
      ids: [cardIds[0], cardIds[3]],
    });
    const second = await page(first.pageInfo.endCursor);
    const third = await page(second.pageInfo.endCursor);
    const seen = [first, second, third].flatMap(({ edges }) =>
      edges.map((edge: { node: { term: string } }) => edge.node.term),
    );
    expect(seen).toEqual(pairs(10).map(([term]) => term));
    expect(third.pageInfo.hasNextPage).toBe(false);
  });

  it.each(['UPDATED', 'CREATED', 'TITLE'])('of myDecks cover all decks once, ordered by %s', async (orderBy) => {
    const person = await world.person();
    for (const title of ['b', 'a', 'c', 'a']) {
      await makeDeck(world, person, { title });
      world.clock.advance(1_000);
    }
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.as(person)(
        `query ($after: String, $orderBy: DeckOrder) { myDecks(first: 2, after: $after, orderBy: $orderBy) { edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
        { after, orderBy },
      );
      titles.push(...data.myDecks.edges.map((edge: { node: { title: string } }) => edge.node.title));
      after = data.myDecks.pageInfo.hasNextPage ? data.myDecks.pageInfo.endCursor : null;
    } while (after !== null);
    expect(titles).toEqual(orderBy === 'TITLE' ? ['a', 'a', 'b', 'c'] : ['a', 'c', 'a', 'b']);
  });

  it.each([
    [
      'as in a dictionary',
      ['ёлка', 'яблоко', 'Ель', 'Zebra', 'apple', 'éclair', 'egg'],
      ['apple', 'éclair', 'egg', 'Zebra', 'ёлка', 'Ель', 'яблоко'],
    ],
    ['however long they are', ['😀'.repeat(200), '😀'.repeat(199)], ['😀'.repeat(199), '😀'.repeat(200)]],
  ])('of decks by title are in order, %s', async (_how, made, wanted) => {
    const person = await world.person();
    for (const title of made) await makeDeck(world, person, { title });
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.as(person)(
        `query ($after: String) { myDecks(first: 1, after: $after, orderBy: TITLE) { edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      titles.push(data.myDecks.edges[0].node.title);
      after = data.myDecks.pageInfo.hasNextPage ? data.myDecks.pageInfo.endCursor : null;
    } while (after !== null);
    expect(titles).toEqual(wanted);
  });

  it('refuse foreign cursors and sizes', async () => {
    const { id } = await makeDeck(world, owner, {}, pairs(1));
    for (const variables of [
      { first: 0 },
      { first: 101 },
      { after: 'x' },
      { after: Buffer.from('["a","b"]').toString('base64url') },
    ]) {
      expect((await world.as(owner)(cardsOf, { id, ...variables })).code).toBe('BAD_USER_INPUT');
    }
  });
});

it('keeps stars per viewer, and filters by them', async () => {
  const { id, cardIds } = await makeDeck(world, owner, { visibility: 'PUBLIC' }, pairs(3));
  const fan = await world.person();
  const star = (starred: boolean) =>
    world.as(fan)(`mutation ($id: ID!, $starred: Boolean!) { starCard(id: $id, starred: $starred) { starred } }`, {
      id: cardIds[1],
      starred,
    });
  expect((await star(true)).data.starCard.starred).toBe(true);
  const starred = await world.as(fan)(cardsOf, { id, filter: { starred: true } });
  expect(starred.data.deck.cards.edges).toMatchObject([{ node: { id: cardIds[1], starred: true } }]);
  expect((await world.as(owner)(cardsOf, { id, filter: { starred: true } })).data.deck.cards.edges).toEqual([]);
  expect((await star(false)).data.starCard.starred).toBe(false);
});

describe('forkDeck', () => {
  const fork = (person: Person, id: string, newDeckId?: string) =>
    world.as(person)(
      `mutation ($id: ID!, $newDeckId: ID) { forkDeck(id: $id, newDeckId: $newDeckId) { deck { id title visibility cardCount owner { id } forkedFrom { id } cards { edges { node { id term definition } } } } } }`,
      { id, newDeckId },
    );

  it('copies the cards into a private deck of one’s own, once', async () => {
    const source = await makeDeck(world, owner, { title: 'Source', visibility: 'PUBLIC' }, pairs(3));
    const person = await world.person();
    const newDeckId = newId();
    await fork(person, source.id, newDeckId);
    const { deck } = (await fork(person, source.id, newDeckId)).data.forkDeck;
    expect(deck).toMatchObject({
      id: newDeckId,
      title: 'Source',
      visibility: 'PRIVATE',
      cardCount: 3,
      owner: { id: person.id },
      forkedFrom: { id: source.id },
    });
    expect(deck.cards.edges.map((edge: { node: { term: string } }) => edge.node.term)).toEqual(['t0', 't1', 't2']);
    expect(source.cardIds).not.toContain(deck.cards.edges[0].node.id);
    const added = await world.event('ruzlet.content.cards.added.v1', ({ data }) => data.deckId === newDeckId);
    expect(added.data.cardCount).toBe(3);
  });

  it('hides where it came from once that is private', async () => {
    const source = await makeDeck(world, owner, { visibility: 'PUBLIC' });
    const person = await world.person();
    const { id } = (await fork(person, source.id)).data.forkDeck.deck;
    await world.as(owner)(`mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { id } } }`, {
      input: { id: source.id, visibility: 'PRIVATE' },
    });
    const { data } = await world.as(person)(`query ($id: ID!) { deck(id: $id) { forkedFrom { id } } }`, { id });
    expect(data.deck.forkedFrom).toBeNull();
    expect((await fork(person, source.id)).code).toBe('NOT_FOUND');
  });
});

describe('folders', () => {
  const send = (query: string, input: object, person = owner) => world.as(person)(query, { input });
  const create = (input: object, person = owner) =>
    send(
      `mutation ($input: CreateFolderInput!) { createFolder(input: $input) { folder { id name parent { name } } } }`,
      input,
      person,
    );
  const put = (input: object, person = owner) =>
    send(
      `mutation ($input: FolderDecksInput!) { addToFolder(input: $input) { folder { decks { edges { node { id } } } } } }`,
      input,
      person,
    );

  it('hold decks that their owner may see, and nobody else sees them', async () => {
    const stranger = await world.person();
    const hidden = await makeDeck(world, stranger);
    const open = await makeDeck(world, stranger, { visibility: 'PUBLIC' });
    const { id } = (await create({ name: 'Languages' })).data.createFolder.folder;
    expect((await put({ folderId: id, deckIds: [hidden.id] })).code).toBe('NOT_FOUND');
    const { folder } = (await put({ folderId: id, deckIds: [open.id] })).data.addToFolder;
    expect(folder.decks.edges).toEqual([{ node: { id: open.id } }]);
    expect((await put({ folderId: id, deckIds: [open.id] }, stranger)).code).toBe('NOT_FOUND');
    await send(
      `mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { id } } }`,
      { id: open.id, visibility: 'PRIVATE' },
      stranger,
    );
    const { data } = await world.as(owner)(`{ folders { id decks { edges { node { id } } } } }`);
    expect(data.folders).toContainEqual({ id, decks: { edges: [] } });
  });

  it('stand in folders, and never in themselves', async () => {
    const outer = (await create({ name: 'Outer' })).data.createFolder.folder.id;
    const inner = (await create({ id: newId(), name: 'Inner', parentId: outer })).data.createFolder.folder;
    expect(inner.parent.name).toBe('Outer');
    const update = (input: object) =>
      send(
        `mutation ($input: UpdateFolderInput!) { updateFolder(input: $input) { folder { name parent { id } } } }`,
        input,
      );
    expect((await update({ id: outer, parentId: inner.id })).code).toBe('BAD_USER_INPUT');
    expect((await update({ id: outer, parentId: outer })).code).toBe('BAD_USER_INPUT');
    expect((await update({ id: inner.id, name: 'Free', parentId: null })).data.updateFolder.folder).toEqual({
      name: 'Free',
      parent: null,
    });
    const stranger = await world.person();
    expect((await create({ name: 'x', parentId: outer }, stranger)).code).toBe('NOT_FOUND');
    expect((await create({ id: outer, name: 'x' }, stranger)).code).toBe('CONFLICT');
  });
});

it('answers a page of decks with their cards by the same few queries, however many they are', async () => {
  const person = await world.person();
  const read = () =>
    world.as(
      person,
    )(`{ myDecks(first: 50) { edges { node { owner { id } viewerPermission collaborators { permission } forkedFrom { id }
      cards(first: 3) { edges { node { position starred deck { title } } } } } } } }`);
  await makeDeck(world, person, {}, pairs(3));
  const forOne = await world.countQueries(read);
  for (let index = 1; index < 50; index += 1) await makeDeck(world, person, {}, pairs(3));
  const forFifty = await world.countQueries(async () => {
    const { data, errors } = await read();
    expect(errors).toEqual([]);
    expect(data.myDecks.edges).toHaveLength(50);
    expect(data.myDecks.edges[0].node.cards.edges).toHaveLength(3);
  });
  expect(forFifty).toBe(forOne);
  expect(forFifty).toBeLessThanOrEqual(6);
});
