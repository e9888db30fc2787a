import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

const readDeck = `query ($id: ID!) { deck(id: $id) { id viewerPermission cards { edges { node { term } } } collaborators { permission } } }`;
const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Deck { id } ... on Card { id } } }`;
const updateDeck = `mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { title } } }`;
const addCards = `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`;

let world: DecksWorld;
let owner: Person, editor: Person, viewer: Person, enrolled: Person, stranger: Person;

beforeAll(async () => {
  world = await openDecksWorld();
  [owner, editor, viewer, enrolled, stranger] = (await Promise.all(
    Array.from({ length: 5 }, () => world.person()),
  )) as [Person, Person, Person, Person, Person];
});
afterAll(() => world.close());

async function share(deckId: string, person: Person, permission: string, by = owner) {
  return world.as(by)(
    `mutation ($input: ShareDeckInput!) { shareDeck(input: $input) { deck { collaborators { user { id } permission } } } }`,
    { input: { deckId, userId: person.id, permission } },
  );
}

async function enrol(person: Person, deckId: string, attachedBy: Person): Promise<string> {
  const courseId = newId();
  await world.publish('ruzlet.course.enrollment.added.v1', '/teaching', {
    courseId,
    userId: person.id,
    role: 'STUDENT',
  });
  await world.publish('ruzlet.course.deck.attached.v1', '/teaching', {
    courseId,
    lessonId: newId(),
    deckId,
    attachedBy: attachedBy.id,
  });
  return courseId;
}

describe.each([
  { visibility: 'PRIVATE', open: 'NONE' },
  { visibility: 'UNLISTED', open: 'VIEW' },
  { visibility: 'PUBLIC', open: 'VIEW' },
])('a $visibility deck', ({ visibility, open }) => {
  let deckId: string, cardId: string;
  beforeAll(async () => {
    const deck = await makeDeck(world, owner, { visibility }, [['cat', 'кошка']]);
    [deckId, cardId] = [deck.id, deck.cardIds[0] ?? ''];
    await share(deckId, editor, 'EDIT');
    await share(deckId, viewer, 'VIEW');
    await enrol(enrolled, deckId, owner);
  });

  const people: { who: string; person: () => Person | null; permission: string }[] = [
    { who: 'its owner', person: () => owner, permission: 'OWN' },
    { who: 'an editor', person: () => editor, permission: 'EDIT' },
    { who: 'a viewer', person: () => viewer, permission: 'VIEW' },
    { who: 'somebody enrolled', person: () => enrolled, permission: 'VIEW' },
    { who: 'a stranger', person: () => stranger, permission: open },
    { who: 'an anonymous viewer', person: () => null, permission: open },
  ];

  it.each(people)('gives $who the permission $permission', async ({ person, permission }) => {
    const { data, code } = await world.as(person())(readDeck, { id: deckId });
    expect(code).toBe(permission === 'NONE' ? 'NOT_FOUND' : undefined);
    if (permission === 'NONE') expect(data.deck).toBeNull();
    else {
      expect(data.deck.viewerPermission).toBe(permission);
      expect(data.deck.cards.edges).toEqual([{ node: { term: 'cat' } }]);
    }
  });

  it.each(people)('resolves references for $who as its permission says', async ({ person, permission }) => {
    const { data } = await world.as(person())(entities, {
      representations: [
        { __typename: 'Deck', id: deckId },
        { __typename: 'Card', id: cardId },
      ],
    });
    expect(data._entities).toEqual(
      permission === 'NONE'
        ? [null, null]
        : [
            { __typename: 'Deck', id: deckId },
            { __typename: 'Card', id: cardId },
          ],
    );
  });

  it.each(people)('can be changed by $who only with EDIT or more', async ({ person, permission }) => {
    const send = world.as(person());
    const change = await send(updateDeck, { input: { id: deckId, description: 'changed' } });
    const add = await send(addCards, { input: { deckId, cards: [{ id: cardId, term: 'cat', definition: 'кошка' }] } });
    const move = await send(`mutation ($input: MoveCardsInput!) { moveCards(input: $input) { cards { id } } }`, {
      input: { cardIds: [cardId] },
    });
    const edit = await send(`mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { id } } }`, {
      input: { cards: [{ id: cardId, hint: 'x' }] },
    });
    const codes = [change, add, move, edit].map(({ code }) => code);
    if (person() === null) expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
    else if (permission === 'OWN' || permission === 'EDIT')
      expect(codes).toEqual([undefined, undefined, undefined, undefined]);
    else expect(new Set(codes)).toEqual(new Set([permission === 'VIEW' ? 'FORBIDDEN' : 'NOT_FOUND']));
  });

  it.each(people.filter(({ who }) => who !== 'its owner'))(
    'is neither deleted nor shared nor opened by $who',
    async ({ person, permission }) => {
      const send = world.as(person());
      const refusal = person() === null ? 'UNAUTHENTICATED' : permission === 'NONE' ? 'NOT_FOUND' : 'FORBIDDEN';
      expect((await send(`mutation ($id: ID!) { deleteDeck(id: $id) { id } }`, { id: deckId })).code).toBe(refusal);
      if (person() === null) return;
      expect((await share(deckId, stranger, 'EDIT', person() ?? stranger)).code).toBe(refusal);
      const opened = await send(updateDeck, {
        input: { id: deckId, visibility: visibility === 'PUBLIC' ? 'PRIVATE' : 'PUBLIC' },
      });
      expect(opened.code).toBe(refusal);
    },
  );

  it('shows its collaborators to those who share it, and to nobody else', async () => {
    const seenBy = async (person: Person | null) =>
      (await world.as(person)(readDeck, { id: deckId })).data.deck?.collaborators?.length;
    expect(await seenBy(owner)).toBe(2);
    expect(await seenBy(viewer)).toBe(2);
    expect(await seenBy(enrolled)).toBe(0);
  });
});

describe('a course that uses a private deck', () => {
  it('opens it to members only while the person who attached it may edit it', async () => {
    const { id } = await makeDeck(world, owner, {});
    const student = await world.person();
    await share(id, editor, 'EDIT');
    await enrol(student, id, editor);
    expect((await world.as(student)(readDeck, { id })).data.deck.viewerPermission).toBe('VIEW');
    await share(id, editor, 'VIEW');
    expect((await world.as(student)(readDeck, { id })).data.deck).toBeNull();
  });

  it('opens nothing when a stranger attached it', async () => {
    const { id } = await makeDeck(world, owner, {});
    await enrol(stranger, id, stranger);
    expect((await world.as(stranger)(readDeck, { id })).data.deck).toBeNull();
    const mine = await world.as(stranger)(
      `{ searchCards(query: "deck:deck") { edges { node { id } } } myDecks(filter: { relations: [COURSE] }) { edges { node { id } } } }`,
    );
    expect(mine.data).toEqual({ searchCards: { edges: [] }, myDecks: { edges: [] } });
  });

  it('closes it again to a member who leaves, and when the deck or its lesson goes', async () => {
    const { id } = await makeDeck(world, owner, {});
    const student = await world.person();
    const courseId = await enrol(student, id, owner);
    const sees = async () => (await world.as(student)(readDeck, { id })).data.deck !== null;
    expect(await sees()).toBe(true);
    await world.publish('ruzlet.course.enrollment.removed.v1', '/teaching', {
      courseId,
      userId: student.id,
      role: 'STUDENT',
    });
    expect(await sees()).toBe(false);
    await world.publish('ruzlet.course.enrollment.added.v1', '/teaching', {
      courseId,
      userId: student.id,
      role: 'STUDENT',
    });
    expect(await sees()).toBe(true);
    const lessonId = newId();
    await world.publish('ruzlet.course.deck.attached.v1', '/teaching', {
      courseId,
      lessonId,
      deckId: id,
      attachedBy: owner.id,
    });
    await world.sql`delete from course_decks where lesson_id <> ${lessonId} and deck_id = ${id}`;
    await world.publish('ruzlet.course.lesson.deleted.v1', '/teaching', {
      courseId,
      moduleId: newId(),
      lessonId,
      title: 'Gone',
    });
    expect(await sees()).toBe(false);
  });

  it('opens it by an assignment while that is published, and no longer than it is there', async () => {
    const { id: deckId } = await makeDeck(world, owner, {});
    const student = await world.person();
    const [courseId, assignmentId] = [newId(), newId()];
    const sees = async () => (await world.as(student)(readDeck, { id: deckId })).data.deck !== null;
    const tell = (type: 'created' | 'updated', published: boolean) =>
      world.publish(`ruzlet.course.assignment.${type}.v1`, '/teaching', {
        courseId,
        assignmentId,
        title: 'By Friday',
        kind: 'STUDY',
        points: 10,
        published,
        deckId,
        attachedBy: owner.id,
      });
    await world.publish('ruzlet.course.enrollment.added.v1', '/teaching', {
      courseId,
      userId: student.id,
      role: 'STUDENT',
    });
    await tell('created', false);
    expect(await sees()).toBe(false);
    await tell('updated', true);
    expect(await sees()).toBe(true);
    await world.publish('ruzlet.course.assignment.deleted.v1', '/teaching', { courseId, assignmentId });
    expect(await sees()).toBe(false);
  });

  it('opens it to a read that came a moment too early', async () => {
    const { id } = await makeDeck(world, owner, {});
    const student = await world.person();
    const reading = world.as(student)(readDeck, { id });
    await enrol(student, id, owner);
    expect((await reading).data.deck.id).toBe(id);
  });
});

it('answers absent and refused decks alike', async () => {
  const { id } = await makeDeck(world, owner, {});
  const send = world.as(stranger);
  const refused = await send(addCards, { input: { deckId: id, cards: [{ term: 'a', definition: 'b' }] } });
  const absent = await send(addCards, { input: { deckId: newId(), cards: [{ term: 'a', definition: 'b' }] } });
  expect(refused.errors).toEqual(absent.errors);
  expect((await send(readDeck, { id: 'no id at all' })).data.deck).toBeNull();
});

it('lets a collaborator leave a deck', async () => {
  const { id } = await makeDeck(world, owner, {});
  await share(id, viewer, 'VIEW');
  expect((await share(id, viewer, 'NONE', viewer)).code).toBeUndefined();
  expect((await world.as(viewer)(readDeck, { id })).data.deck).toBeNull();
});
