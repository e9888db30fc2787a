import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

const importDeck = `mutation ($input: ImportDeckInput!) { importDeck(input: $input) { dryRun created updated skipped problems { line note code message }
  deck { id title cardCount tags termLanguage cards(first: 100) { edges { node { term definition hint tags acceptedAnswers distractors position } } } } } }`;
const exportDeck = `mutation ($input: ExportDeckInput!) { exportDeck(input: $input) { fileName contentType content } }`;

let world: DecksWorld;
let owner: Person;
beforeAll(async () => {
  world = await openDecksWorld();
  owner = await world.person();
});
afterAll(() => world.close());

const send = (input: object, person = owner) => world.as(person)(importDeck, { input });
const cardsIn = (deck: { cards: { edges: { node: object }[] } }) => deck.cards.edges.map(({ node }) => node);

describe('importDeck', () => {
  it('makes a deck of the good rows, and reports the bad ones by line', async () => {
    const content = 'term,definition\ncat,кошка\nbroken\ndog,собака\ncat,кошка\n"open,x\nbird,птица';
    const { data } = await send({ title: 'Animals', format: 'CSV', content, tags: ['zoo'] });
    expect(data.importDeck).toMatchObject({
      dryRun: false,
      created: 3,
      updated: 0,
      skipped: 3,
      problems: [
        { line: 3, code: 'DEFINITION_MISSING' },
        { line: 5, code: 'DUPLICATE' },
        { line: 6, code: 'QUOTE_NOT_CLOSED' },
      ],
      deck: { title: 'Animals', cardCount: 3, tags: ['zoo'] },
    });
    expect(cardsIn(data.importDeck.deck)).toMatchObject([{ term: 'cat' }, { term: 'dog' }, { term: 'bird' }]);
    const { id } = data.importDeck.deck;
    const imported = await world.event('ruzlet.content.deck.imported.v1', ({ data: told }) => told.deckId === id);
    expect(imported.data).toMatchObject({ format: 'CSV', created: 3, updated: 0 });
    const types = world.published
      .filter(({ subject }) => subject === id)
      .map(({ type }) => type.split('.').slice(2).join('.'));
    expect(types).toEqual(['deck.created.v1', 'cards.added.v1', 'deck.imported.v1']);
  });

  it('updates an existing deck by terms and keeps what the file does not say', async () => {
    const { id, cardIds } = await makeDeck(world, owner, {}, [
      ['cat', 'кот'],
      ['dog', 'собака'],
    ]);
    await world.as(owner)(`mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { id } } }`, {
      input: { cards: [{ id: cardIds[0], hint: 'mew' }] },
    });
    const { data } = await send({ deckId: id, format: 'TSV', content: 'CAT\tкошка\ndog\tсобака\nbird\tптица' });
    expect(data.importDeck).toMatchObject({ created: 1, updated: 1, skipped: 1, problems: [] });
    expect(cardsIn(data.importDeck.deck)).toMatchObject([
      { term: 'CAT', definition: 'кошка', hint: 'mew', position: 0 },
      { term: 'dog', position: 1 },
      { term: 'bird', position: 2 },
    ]);
    const updated = await world.event(
      'ruzlet.content.cards.updated.v1',
      ({ data: told }) => told.deckId === id && told.cardCount === 3,
    );
    expect(updated.data.cardIds).toEqual([cardIds[0]]);
  });

  it.each([
    ['SKIP', { created: 1, updated: 0, skipped: 1 }],
    ['ADD', { created: 2, updated: 0, skipped: 0 }],
    ['UPDATE', { created: 1, updated: 1, skipped: 0 }],
  ])('does with cards that are there as %s says', async (onDuplicate, report) => {
    const { id } = await makeDeck(world, owner, {}, [['cat', 'кот']]);
    const { data } = await send({
      deckId: id,
      format: 'QUIZLET_TEXT',
      content: 'cat\tкошка\ndog\tсобака',
      onDuplicate,
    });
    expect(data.importDeck).toMatchObject(report);
  });

  it('writes nothing in a dry run, and says what the real one then does', async () => {
    const { id } = await makeDeck(world, owner, {}, [['cat', 'кот']]);
    const count = async () =>
      (
        await world.sql`select (select count(*) from decks) decks, (select count(*) from cards) cards, (select count(*) from outbox) events, (select count(*) from deck_imports) imports`
      )[0];
    const before = await count();
    const told = world.published.length;
    for (const input of [
      { deckId: id, format: 'CSV', content: 'cat,кошка\ndog,собака\n,x' },
      { title: 'New', format: 'CSV', content: 'cat,кошка\n,x' },
    ]) {
      const dry = (await send({ ...input, dryRun: true })).data.importDeck;
      expect(dry.dryRun).toBe(true);
      expect(await count()).toEqual(before);
      if (!('deckId' in input)) expect(dry.deck).toBeNull();
    }
    expect(world.published.length).toBe(told);
    const input = { deckId: id, format: 'CSV', content: 'cat,кошка\ndog,собака\n,x' };
    const report = ({ created, updated, skipped, problems }: Record<string, unknown>) => ({
      created,
      updated,
      skipped,
      problems,
    });
    const dry = report((await send({ ...input, dryRun: true })).data.importDeck);
    expect(report((await send(input)).data.importDeck)).toEqual(dry);
  });

  it('answers the first report when it is sent again, also at the same time', async () => {
    const input = { id: newId(), title: 'Once', format: 'CSV', content: 'cat,кошка\nbroken' };
    const answers = await Promise.all([send(input), send(input), send(input)]);
    for (const { data } of answers) {
      expect(data.importDeck).toMatchObject({ created: 1, skipped: 1, deck: { id: input.id, cardCount: 1 } });
    }
    expect((await send({ ...input, content: 'other,x' })).data.importDeck.created).toBe(1);
    expect((await send(input, await world.person())).code).toBe('CONFLICT');
    expect(await world.sql`select count(*)::int from cards where deck_id = ${input.id}`).toEqual([{ count: 1 }]);
  });

  it('writes nothing when it fails in the middle', async () => {
    await world.sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no events today'; end $$`;
    await world.sql`create trigger refuse before insert on outbox for each row execute function refuse()`;
    const id = newId();
    const failed = await send({ id, title: 'Half', format: 'CSV', content: 'a,1\nb,2' });
    await world.sql`drop trigger refuse on outbox`;
    expect(failed.code).toBe('INTERNAL_SERVER_ERROR');
    expect(await world.sql`select id from decks where id = ${id}`).toHaveLength(0);
    expect((await send({ id, title: 'Whole', format: 'CSV', content: 'a,1\nb,2' })).data.importDeck.created).toBe(2);
  });

  it('answers a file without a good row with a report, and makes no deck', async () => {
    const { data } = await send({ title: 'Nothing', format: 'JSON', content: 'no json' });
    expect(data.importDeck).toMatchObject({ created: 0, deck: null, problems: [{ code: 'UNREADABLE' }] });
  });

  it('says so when a file holds no cards at all', async () => {
    for (const content of ['', '\ufeff', 'term,definition\n']) {
      const { data } = await send({ title: 'None', format: 'CSV', content });
      expect(data.importDeck).toMatchObject({ deck: null, created: 0, problems: [{ line: null, code: 'EMPTY' }] });
    }
  });

  it.each([{ termSeparator: ';', cardSeparator: ';' }, { termSeparator: '\n' }, { cardSeparator: '\t' }])(
    'refuses separators of which one hides the other: %j',
    async (separators) => {
      expect((await send({ title: 'x', format: 'QUIZLET_TEXT', content: 'a;b', ...separators })).code).toBe(
        'BAD_USER_INPUT',
      );
    },
  );

  it('takes a large file in one go', async () => {
    const content = Array.from(
      { length: 5_000 },
      (_, index) => `term ${String(index)}\tdefinition ${String(index)}`,
    ).join('\n');
    const { data } = await send({ title: 'Large', format: 'QUIZLET_TEXT', content });
    expect(data.importDeck).toMatchObject({ created: 5_000, deck: { cardCount: 5_000 } });
    const { id } = data.importDeck.deck;
    await world.event('ruzlet.content.deck.imported.v1', ({ data: told }) => told.deckId === id);
    const added = world.published.filter(
      (event) => event.type === 'ruzlet.content.cards.added.v1' && event.subject === id,
    );
    expect(added).toHaveLength(5);
  });

  it('refuses what is too large', async () => {
    expect((await send({ title: 'x', format: 'CSV', content: 'x'.repeat(10_000_001) })).code).toBe('PAYLOAD_TOO_LARGE');
    expect((await send({ title: 'x', format: 'CSV', content: 'a,b\n'.repeat(50_001) })).code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('into a deck needs the permission to edit it', async () => {
    const open = await makeDeck(world, owner, { visibility: 'PUBLIC' });
    const hidden = await makeDeck(world, owner);
    const stranger = await world.person();
    const file = { format: 'CSV', content: 'a,b' };
    expect((await send({ deckId: open.id, ...file }, stranger)).code).toBe('FORBIDDEN');
    expect((await send({ deckId: hidden.id, ...file, dryRun: true }, stranger)).code).toBe('NOT_FOUND');
    expect((await world.as(null)(importDeck, { input: { title: 'x', ...file } })).code).toBe('UNAUTHENTICATED');
  });
});

describe('exportDeck', () => {
  it.each(['CSV', 'TSV', 'JSON', 'QUIZLET_TEXT'])('writes %s that imports as the same deck', async (format) => {
    const source = await makeDeck(world, owner, { title: 'Выпечка', tags: ['food'] });
    const cards = [
      {
        term: 'pie; "apple"',
        definition: 'пирог,\nсладкий',
        hint: 'a\\b',
        tags: ['a, b', 'c;d'],
        acceptedAnswers: ['x'],
        distractors: ['y', 'z'],
      },
      { term: 'bread', definition: 'хлеб' },
    ];
    await world.as(owner)(`mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`, {
      input: { deckId: source.id, cards },
    });
    const { data } = await world.as(owner)(exportDeck, { input: { deckId: source.id, format } });
    const back = (await send({ format, content: data.exportDeck.content })).data.importDeck;
    expect(back.created).toBe(2);
    const bare = { hint: null, tags: [], acceptedAnswers: [], distractors: [] };
    const expected =
      format === 'QUIZLET_TEXT'
        ? cards.map(({ term, definition }) => ({ ...bare, term, definition }))
        : cards.map((card) => ({ ...bare, ...card }));
    expect(cardsIn(back.deck)).toEqual(expected.map((card, position) => ({ ...card, position })));
    if (format === 'JSON') expect(back.deck).toMatchObject({ title: 'Выпечка', tags: ['food'] });
    expect(data.exportDeck.fileName).toMatch(/^Выпечка\.(csv|tsv|json|txt)$/);
  });

  it('says so when Quizlet text cannot hold a card', async () => {
    const { id } = await makeDeck(world, owner, {}, [['two\nlines', 'x']]);
    expect((await world.as(owner)(exportDeck, { input: { deckId: id, format: 'QUIZLET_TEXT' } })).code).toBe(
      'BAD_USER_INPUT',
    );
    const other = await world.as(owner)(exportDeck, {
      input: { deckId: id, format: 'QUIZLET_TEXT', cardSeparator: ';;' },
    });
    expect(other.data.exportDeck.content).toBe('two\nlines\tx');
  });

  it('is for those who may see the deck', async () => {
    const { id } = await makeDeck(world, owner, {}, [['a', 'b']]);
    expect((await world.as(await world.person())(exportDeck, { input: { deckId: id, format: 'CSV' } })).code).toBe(
      'NOT_FOUND',
    );
  });
});
