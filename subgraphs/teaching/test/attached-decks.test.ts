import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTeachingWorld,
  join,
  makeCourse,
  makeLesson,
  type Person,
  type TeachingWorld,
} from './teaching-world.js';

const attachDocument = `mutation ($input: AttachDeckInput!) { attachDeck(input: $input) { lesson { decks { id } } } }`;
const detachDocument = `mutation ($input: DetachDeckInput!) { detachDeck(input: $input) { lesson { decks { id } } } }`;
const decksDocument = `query ($id: ID!) { course(id: $id) { modules { lessons { decks { id } } } } }`;

let world: TeachingWorld;
let teacher: Person;
let student: Person;
let course: { id: string; joinCode: string };
let lessonId: string;
beforeAll(async () => {
  world = await createTeachingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  teacher = await world.person();
  student = await world.person();
  course = await makeCourse(teacher);
  await join(student, course.joinCode);
  lessonId = await makeLesson(teacher, course.id);
});

const attach = (person: Person, deckId: string) => person.ask(attachDocument, { input: { lessonId, deckId } });
async function decksSeenBy(person: Person): Promise<string[]> {
  const { data } = await person.ask(decksDocument, { id: course.id });
  return data.course.modules[0].lessons[0].decks.map((deck: { id: string }) => deck.id);
}
async function deckEvents() {
  return (await world.events()).filter(
    (event) => event.key === course.id && event.type.startsWith('ruzlet.course.deck.'),
  );
}

describe('attaching a deck', () => {
  it('shows a private deck of the teacher to the students, and tells who attached it', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId });
    expect((await attach(teacher, deckId)).data.attachDeck.lesson.decks).toEqual([{ id: deckId }]);
    expect(await decksSeenBy(student)).toEqual([deckId]);
    expect(await deckEvents()).toMatchObject([
      {
        type: 'ruzlet.course.deck.attached.v1',
        data: { courseId: course.id, lessonId, deckId, attachedBy: teacher.userId },
      },
    ]);
  });

  it('changes nothing the second time', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId });
    await attach(teacher, deckId);
    expect((await attach(teacher, deckId)).data.attachDeck.lesson.decks).toEqual([{ id: deckId }]);
    expect(await deckEvents()).toHaveLength(1);
  });

  it("opens nobody's private deck", async () => {
    const deckId = await world.deck({ ownerId: newId() });
    const { code } = await attach(teacher, deckId);
    expect(code).toBe('NOT_FOUND');
    const readable = await world.deck({ ownerId: newId(), viewerIds: [teacher.userId] });
    expect((await attach(teacher, readable)).code).toBe('FORBIDDEN');
    expect(await decksSeenBy(teacher)).toEqual([]);
  });

  it('takes decks that the teacher may edit, and open ones', async () => {
    const ownerId = newId();
    const edited = await world.deck({ ownerId, editorIds: [teacher.userId] });
    const unlisted = await world.deck({ ownerId, visibility: 'UNLISTED' });
    const open = await world.deck({ ownerId, visibility: 'PUBLIC' });
    for (const deckId of [edited, unlisted, open]) {
      expect((await attach(teacher, deckId)).code).toBeUndefined();
      world.clock.advance(1);
    }
    expect(await decksSeenBy(student)).toEqual([edited, unlisted, open]);
  });

  it('waits for a deck that was made a moment ago', async () => {
    const deckId = newId(world.clock.now());
    const waiting = attach(teacher, deckId);
    await world.deck({ deckId, ownerId: teacher.userId });
    expect((await waiting).data.attachDeck.lesson.decks).toEqual([{ id: deckId }]);
  });

  it('answers at once for an old id that is no deck’s', async () => {
    expect((await attach(teacher, newId(new Date('2020-01-01T00:00:00Z')))).code).toBe('NOT_FOUND');
    expect((await attach(teacher, 'nonsense')).code).toBe('NOT_FOUND');
  });

  it('is for who edits the course, and asks that before it looks for the deck', async () => {
    const deckId = await world.deck({ ownerId: student.userId });
    expect((await attach(student, deckId)).code).toBe('FORBIDDEN');
    expect((await attach(await world.person(), deckId)).code).toBe('NOT_FOUND');
  });

  it('becomes the grant of who can share the deck when the first could not', async () => {
    const owner = await world.person();
    await teacher.ask(`mutation ($input: EnrollUserInput!) { enrollUser(input: $input) { enrollment { id } } }`, {
      input: { courseId: course.id, userId: owner.userId, role: 'TEACHER' },
    });
    const deckId = await world.deck({ ownerId: owner.userId, visibility: 'PUBLIC' });
    await attach(teacher, deckId);
    await change(deckId, owner, 'PRIVATE');
    expect(await decksSeenBy(student)).toEqual([]);

    await attach(owner, deckId);
    expect(await decksSeenBy(student)).toEqual([deckId]);
    expect((await deckEvents()).map((event) => event.data)).toMatchObject([
      { attachedBy: teacher.userId },
      { attachedBy: owner.userId },
    ]);
  });
});

async function change(deckId: string, owner: Person, visibility: 'PRIVATE' | 'PUBLIC'): Promise<void> {
  world.clock.advance(1_000);
  const event = world.deckEvent('ruzlet.content.deck.updated.v1', { deckId, ownerId: owner.userId, visibility });
  await world.publish(event);
  await world.handled(event.id);
}

describe('detaching a deck', () => {
  it('takes it off, and tells it once', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId });
    await attach(teacher, deckId);
    for (let time = 0; time < 2; time++) {
      const { data } = await teacher.ask(detachDocument, { input: { lessonId, deckId } });
      expect(data.detachDeck.lesson.decks).toEqual([]);
    }
    expect((await deckEvents()).map((event) => event.type)).toEqual([
      'ruzlet.course.deck.attached.v1',
      'ruzlet.course.deck.detached.v1',
    ]);
  });
});

describe('the copy of decks', () => {
  it('hides a deleted deck, and shows it again when it is restored', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId });
    await attach(teacher, deckId);
    const state = world.deckEvent('ruzlet.content.deck.created.v1', { deckId, ownerId: teacher.userId });
    world.clock.advance(1_000);
    await tell({
      ...state,
      id: newId(),
      type: 'ruzlet.content.deck.deleted.v1',
      data: { deckId, ownerId: teacher.userId },
    });
    expect(await decksSeenBy(teacher)).toEqual([]);
    world.clock.advance(1_000);
    await tell(world.deckEvent('ruzlet.content.deck.updated.v1', { deckId, ownerId: teacher.userId }));
    expect(await decksSeenBy(student)).toEqual([deckId]);
  });

  it('is not set back by an old event that comes late', async () => {
    const owner = await world.person();
    const deckId = await world.deck({ ownerId: owner.userId, visibility: 'PUBLIC' });
    const late = world.deckEvent('ruzlet.content.deck.updated.v1', {
      deckId,
      ownerId: owner.userId,
      visibility: 'PUBLIC',
    });
    await change(deckId, owner, 'PRIVATE');
    await world.publish(late);
    await world.handled(late.id);
    expect((await attach(teacher, deckId)).code).toBe('NOT_FOUND');
  });
});

async function tell(event: Parameters<TeachingWorld['publish']>[0]): Promise<void> {
  const now = { ...event, time: world.clock.now().toISOString() };
  await world.publish(now);
  await world.handled(now.id);
}
