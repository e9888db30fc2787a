import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeachingWorld, join, makeCourse, makeLesson, type TeachingWorld } from './teaching-world.js';

let world: TeachingWorld;
beforeAll(async () => {
  world = await createTeachingWorld();
});
afterAll(() => world.close());

describe('events', () => {
  it('leave in the order of what happened, about the course, with one id for each', async () => {
    const teacher = await world.person();
    const student = await world.person();
    const { id, joinCode } = await makeCourse(teacher);
    const lessonId = await makeLesson(teacher, id);
    await join(student, joinCode);
    await student.ask(`mutation ($id: ID!) { completeLesson(id: $id) { percent } }`, { id: lessonId });
    await student.ask(`mutation ($id: ID!) { leaveCourse(id: $id) { courseId } }`, { id });
    const told = (await world.events()).filter((event) => event.key === id);
    expect(told.map((event) => event.type)).toEqual([
      'ruzlet.course.created.v1',
      'ruzlet.course.enrollment.added.v1',
      'ruzlet.course.updated.v1',
      'ruzlet.course.lesson.added.v1',
      'ruzlet.course.enrollment.added.v1',
      'ruzlet.course.lesson.completed.v1',
      'ruzlet.course.enrollment.removed.v1',
    ]);
    for (const event of told) {
      expect(event).toMatchObject({ source: '/teaching', subject: id, time: world.clock.now().toISOString() });
      expect(event.requestId).toBeTypeOf('string');
    }
    expect(new Set(told.map((event) => event.id)).size).toBe(told.length);
  });

  it('are not there when the change rolls back', async () => {
    const teacher = await world.person();
    const id = newId();
    // Fails at the very end of the transaction, after the outbox was written.
    await world.sql.unsafe(`
      create function refuse_title() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
      create constraint trigger refuse_title after insert on courses deferrable initially deferred
        for each row when (new.title = 'Refused') execute function refuse_title()`);
    const { code } = await teacher.ask(
      `mutation ($input: CreateCourseInput!) { createCourse(input: $input) { course { id } } }`,
      {
        input: { id, title: 'Refused' },
      },
    );
    expect(code).toBe('INTERNAL_SERVER_ERROR');
    expect((await world.events()).filter((event) => event.key === id)).toEqual([]);
    expect(await world.sql`select 1 from courses where id = ${id}`).toHaveLength(0);
  });

  it('handled twice change nothing the second time', async () => {
    const teacher = await world.person();
    const deckId = await world.deck({ ownerId: teacher.userId });
    const event = world.deckEvent('ruzlet.content.deck.updated.v1', { deckId, ownerId: teacher.userId, title: 'New' });
    await world.publish(event);
    await world.sql`update deck_copies set title = 'Touched' where deck_id = ${deckId}`;
    await world.publish(event);
    const [copy] = await world.sql`select title from deck_copies where deck_id = ${deckId}`;
    expect(copy?.title).toBe('Touched');
  });
});
