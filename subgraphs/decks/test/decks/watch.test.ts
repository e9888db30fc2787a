import { setMaxListeners } from 'node:events';
import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

const watch = `subscription ($id: ID!) { deckChanged(id: $id) { kind } }`;
/** What depends on who asks, beside what does not. */
const ofDeck = `title cardCount viewerPermission collaborators { user { id } } progress { new due } studySettings { newCardsPerDay }
  cards(first: 2) { edges { node { term starred position memory { state reps } } } }`;
const watchAll = `subscription ($id: ID!) {
  deckChanged(id: $id) { kind deck { owner { id } ${ofDeck} } cards { term starred memory { state retrievability } } }
}`;
const asked = `query ($id: ID!) { deck(id: $id) { owner { id } ${ofDeck} } }`;
const askedCard = `query ($id: ID!, $cardId: ID!) {
  deck(id: $id) { card(id: $cardId) { term starred memory { state retrievability } } }
}`;
const addCards = `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`;
const updateCards = `mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { id } } }`;

/**
 * Statements that one event may cost in all (count), with those of the change itself: more than any selection here needs, and
 * fewer than the watchers of one test.
 */
const statementsMax = 40;
const watchersMany = 60;
const update = `mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { title } } }`;
const share = `mutation ($input: ShareDeckInput!) { shareDeck(input: $input) { deck { id } } }`;

describe('watchers of a deck', () => {
  let world: DecksWorld;
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  beforeAll(async () => {
    world = await openDecksWorld();
  });
  afterAll(async () => {
    leaving.abort();
    await world.close();
  });

  async function must(person: Person, query: string, input: object): Promise<void> {
    expect((await world.as(person)(query, { input })).errors).toEqual([]);
  }

  async function open(deckId: string, person: Person, query = watch) {
    const start = await world.subgraph.subscribe(
      { query, variables: { id: deckId }, headers: { authorization: `Bearer ${person.token}` } },
      leaving.signal,
    );
    if (!start.events) throw new Error(JSON.stringify(start.errors));
    return start.events;
  }

  /** Its owner, two with whom it was shared, and members of a course that opens it. */
  async function watched(members: number, query = watch) {
    const [owner, editor, reader] = await Promise.all([world.person(), world.person(), world.person()]);
    const { id: deckId } = await makeDeck(world, owner, { visibility: 'PRIVATE' });
    await must(owner, share, { deckId, userId: editor.id, permission: 'EDIT' });
    await must(owner, share, { deckId, userId: reader.id, permission: 'VIEW' });
    const courseId = newId();
    const attached = { courseId, lessonId: newId(), deckId, attachedBy: owner.id };
    await world.publish('ruzlet.course.deck.attached.v1', '/teaching', attached);
    const students = await Promise.all(Array.from({ length: members }, () => world.person()));
    for (const { id: userId } of students)
      await world.publish('ruzlet.course.enrollment.added.v1', '/teaching', { courseId, userId, role: 'STUDENT' });
    const streams = await Promise.all(
      [owner, editor, reader, ...students].map((person) => open(deckId, person, query)),
    );
    const rename = (title: string) => must(owner, update, { id: deckId, title });
    return { deckId, courseId, owner, editor, reader, students, streams, rename };
  }

  it.each([1, 12])('are asked about by one statement for each event: %i and three more', async (members) => {
    const { streams, rename } = await watched(members);
    for (const title of ['Rivers', 'Lakes']) {
      const next = streams.map((stream) => stream.next());
      const statements = await world.statementsDuring(async () => {
        await rename(title);
        await Promise.all(next);
      });
      for (const { value } of await Promise.all(next))
        expect(value?.data).toEqual({ deckChanged: { kind: 'UPDATED' } });
      expect(statements.filter((statement) => statement.includes('jsonb_build_object'))).toHaveLength(1);
    }
  });

  it('cost an event a fixed number of statements, however many they are and whatever they select', async () => {
    const { deckId, owner, streams } = await watched(watchersMany, watchAll);
    const next = streams.map((stream) => stream.next());
    const cards = ['Elbe', 'Oder', 'Rhine'].map((term) => ({ term, definition: 'a river' }));
    const statements = await world.statementsDuring(async () => {
      await must(owner, addCards, { deckId, cards });
      await Promise.all(next);
    });
    for (const { value } of await Promise.all(next)) expect(value?.errors).toBeUndefined();
    expect(statements.length).toBeLessThan(statementsMax);
  });

  it('are each told what they themselves may see, as if they had asked alone', async () => {
    const { deckId, owner, editor, reader, students, streams } = await watched(2, watchAll);
    const { addCards: added } = (
      await world.as(owner)(addCards, { input: { deckId, cards: [{ term: 'Elbe', definition: 'a river' }] } })
    ).data;
    const [{ id: cardId }] = added.cards;
    await Promise.all(streams.map((stream) => stream.next()));
    const [student] = students;
    if (!student) throw new Error('There are students.');
    const star = `mutation ($id: ID!) { starCard(id: $id, starred: true) { id } }`;
    expect((await world.as(editor)(star, { id: cardId })).errors).toEqual([]);
    await must(student, `mutation ($input: ReviewInput!) { reviewCard(input: $input) { card { id } } }`, {
      cardId,
      rating: 'GOOD',
      durationMs: 1_000,
    });
    await must(reader, `mutation ($input: UpdateStudySettingsInput!) { updateStudySettings(input: $input) { id } }`, {
      deckId,
      newCardsPerDay: 3,
    });
    const next = streams.map((stream) => stream.next());
    await must(owner, updateCards, { cards: [{ id: cardId, term: 'The Elbe' }] });
    const told = (await Promise.all(next)).map(({ value }) => value?.data?.deckChanged);
    const people = [owner, editor, reader, ...students];
    const alone = await Promise.all(
      people.map(async (person) => {
        const { deck } = (await world.as(person)(asked, { id: deckId })).data;
        const { card } = (await world.as(person)(askedCard, { id: deckId, cardId })).data.deck;
        return { kind: 'CARDS_UPDATED', deck, cards: [card] };
      }),
    );
    expect(told).toEqual(alone);
    // They differ, so that a mistaken identity shows.
    expect(new Set(alone.map((one) => JSON.stringify(one))).size).toBe(people.length);
  });

  it('are told as long as they may see it, and not an event longer', async () => {
    const { deckId, courseId, owner, reader, students, streams, rename } = await watched(2);
    const next = streams.map((stream) => stream.next());
    const [gone] = students;
    await world.publish('ruzlet.course.enrollment.removed.v1', '/teaching', {
      courseId,
      userId: gone?.id ?? '',
      role: 'STUDENT',
    });
    // Tells the watchers by itself.
    await must(owner, share, { deckId, userId: reader.id, permission: 'NONE' });
    await rename('Seas');
    const told = (await Promise.all(next)).map(({ value }) => value?.errors?.[0]?.extensions?.code ?? value?.data);
    const seen = { deckChanged: { kind: 'UPDATED' } };
    expect(told).toEqual([seen, seen, 'NOT_FOUND', 'NOT_FOUND', seen]);
  });
});
