import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTeachingWorld,
  join,
  makeCourse,
  makeLesson,
  makeModule,
  type Person,
  type TeachingWorld,
} from './teaching-world.js';

const outlineDocument = /* GraphQL */ `
  query ($id: ID!) {
    course(id: $id) {
      lessonCount
      modules {
        id
        title
        position
        unlocked
        lessonCount
        lessons {
          id
          position
        }
      }
    }
  }
`;
const reorderDocument = `mutation ($input: ReorderInput!) { reorder(input: $input) { course { modules { id position lessons { id position } } } } }`;
const completeDocument = `mutation ($id: ID!) { completeLesson(id: $id) { lessonsCompleted lessonsTotal percent course { id } } }`;
const lessonsDocument = `query ($id: ID!, $first: Int, $after: String) { course(id: $id) { lessons(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;

let world: TeachingWorld;
let teacher: Person;
let student: Person;
let course: { id: string; joinCode: string };
beforeAll(async () => {
  world = await createTeachingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  teacher = await world.person();
  student = await world.person();
  course = await makeCourse(teacher);
  await join(student, course.joinCode);
});

interface Outline {
  id: string;
  title: string;
  position: number;
  unlocked: boolean;
  lessonCount: number;
  lessons: { id: string; position: number }[];
}
async function outline(person: Person): Promise<Outline[]> {
  return (await person.ask(outlineDocument, { id: course.id })).data.course.modules;
}
async function lessonEvents() {
  return (await world.events()).filter(
    (event) => event.key === course.id && event.type.startsWith('ruzlet.course.lesson.'),
  );
}

describe('lessons and modules', () => {
  it('puts a lesson without a module into the first, which is made when there is none', async () => {
    const first = await makeLesson(teacher, course.id);
    await makeModule(teacher, course.id);
    const second = await makeLesson(teacher, course.id);
    const modules = await outline(student);
    expect(modules.map((module) => module.title)).toEqual(['Geography', 'Continents']);
    expect(modules[0]?.lessons).toEqual([
      { id: first, position: 0 },
      { id: second, position: 1 },
    ]);
  });

  it('makes one module of several first lessons at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => makeLesson(teacher, course.id)));
    const modules = await outline(teacher);
    expect(modules).toHaveLength(1);
    expect(modules[0]?.lessons.map((lesson) => lesson.position)).toEqual([0, 1, 2, 3, 4]);
  });

  it('answers the same lesson and module when they are sent twice, and tells of the lesson once', async () => {
    const [lessonId, moduleId] = [newId(), newId()];
    for (let time = 0; time < 2; time++) {
      expect(await makeModule(teacher, course.id, { id: moduleId })).toBe(moduleId);
      expect(await makeLesson(teacher, course.id, { id: lessonId, moduleId })).toBe(lessonId);
    }
    expect((await outline(teacher)).map((module) => module.lessonCount)).toEqual([1]);
    expect((await lessonEvents()).map((event) => event.data)).toEqual([
      { courseId: course.id, moduleId, lessonId, title: 'Europe' },
    ]);
    await expect(makeModule(teacher, course.id, { id: moduleId, title: 'Another' })).rejects.toThrow('CONFLICT');
    await expect(makeLesson(teacher, course.id, { id: lessonId, moduleId, title: 'Asia' })).rejects.toThrow('CONFLICT');
    const stranger = await world.person();
    const theirs = await makeCourse(stranger);
    await expect(makeLesson(stranger, theirs.id, { id: lessonId })).rejects.toThrow('CONFLICT');
  });

  it('shows a lesson’s course and module, and keeps Markdown as it is', async () => {
    const moduleId = await makeModule(teacher, course.id);
    const body = '# Europe\n\n*44* countries';
    const lessonId = await makeLesson(teacher, course.id, { moduleId, body });
    const { data } = await teacher.ask(
      `mutation ($input: UpdateLessonInput!) { updateLesson(input: $input) { lesson { title body position module { id } course { id } } } }`,
      { input: { id: lessonId, title: 'Europe today' } },
    );
    expect(data.updateLesson.lesson).toEqual({
      title: 'Europe today',
      body,
      position: 0,
      module: { id: moduleId },
      course: { id: course.id },
    });
  });

  it('closes the gap behind what is deleted or moved', async () => {
    const [a, b] = [await makeModule(teacher, course.id), await makeModule(teacher, course.id)];
    const lessons: string[] = [];
    for (let index = 0; index < 4; index++) lessons.push(await makeLesson(teacher, course.id, { moduleId: a }));
    await teacher.ask(`mutation ($id: ID!) { deleteLesson(id: $id) { course { id } } }`, { id: lessons[0] });
    await teacher.ask(`mutation ($input: UpdateLessonInput!) { updateLesson(input: $input) { lesson { id } } }`, {
      input: { id: lessons[2], moduleId: b },
    });
    expect((await outline(teacher)).map((module) => module.lessons)).toEqual([
      [
        { id: lessons[1], position: 0 },
        { id: lessons[3], position: 1 },
      ],
      [{ id: lessons[2], position: 0 }],
    ]);
    await teacher.ask(`mutation ($id: ID!) { deleteModule(id: $id) { course { id } } }`, { id: a });
    expect(await outline(teacher)).toMatchObject([{ id: b, position: 0 }]);
    const deleted = (await lessonEvents()).filter((event) => event.type === 'ruzlet.course.lesson.deleted.v1');
    expect(deleted.map((event) => event.data)).toMatchObject([
      { lessonId: lessons[0] },
      { lessonId: lessons[1] },
      { lessonId: lessons[3] },
    ]);
  });

  it('does not tell strangers that a lesson exists, and refuses students', async () => {
    const lessonId = await makeLesson(teacher, course.id);
    const stranger = await world.person();
    const remove = `mutation ($id: ID!) { deleteLesson(id: $id) { course { id } } }`;
    expect((await stranger.ask(remove, { id: lessonId })).code).toBe('NOT_FOUND');
    expect((await student.ask(remove, { id: lessonId })).code).toBe('FORBIDDEN');
  });
});

describe('reordering', () => {
  it('moves modules and lessons in one go, also out of modules that are not named', async () => {
    const [a, b] = [await makeModule(teacher, course.id), await makeModule(teacher, course.id)];
    const [l1, l2, l3] = [
      await makeLesson(teacher, course.id, { moduleId: a }),
      await makeLesson(teacher, course.id, { moduleId: a }),
      await makeLesson(teacher, course.id, { moduleId: b }),
    ];
    const { data, errors } = await teacher.ask(reorderDocument, {
      input: { courseId: course.id, moduleIds: [b, a], lessons: [{ moduleId: b, lessonIds: [l1, l3] }] },
    });
    expect(errors).toEqual([]);
    expect(data.reorder.course.modules).toEqual([
      {
        id: b,
        position: 0,
        lessons: [
          { id: l1, position: 0 },
          { id: l3, position: 1 },
        ],
      },
      { id: a, position: 1, lessons: [{ id: l2, position: 0 }] },
    ]);
    const moved = (await lessonEvents()).filter((event) => event.type === 'ruzlet.course.lesson.updated.v1');
    expect(moved.map((event) => event.data)).toEqual([
      { courseId: course.id, moduleId: b, lessonId: l1, title: 'Europe' },
    ]);
  });

  it('changes nothing when something is wrong, and says what', async () => {
    const [a, b] = [await makeModule(teacher, course.id), await makeModule(teacher, course.id)];
    const { code, errors } = await teacher.ask(reorderDocument, {
      input: { courseId: course.id, moduleIds: [b], lessons: [{ moduleId: b, lessonIds: [newId()] }] },
    });
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions?.issues).toMatchObject([
      { path: ['input', 'moduleIds'] },
      { path: ['input', 'lessons', 0, 'lessonIds', 0] },
    ]);
    expect((await outline(teacher)).map((module) => module.id)).toEqual([a, b]);
  });
});

describe('unlock rules', () => {
  const updateModule = `mutation ($input: UpdateModuleInput!) { updateModule(input: $input) { module { unlock { at afterModule { id } } } } }`;

  it('keeps a module shut until the one before is completed', async () => {
    const first = await makeModule(teacher, course.id);
    const second = await makeModule(teacher, course.id, { unlock: { afterModuleId: first } });
    const one = await makeLesson(teacher, course.id, { moduleId: first });
    const two = await makeLesson(teacher, course.id, { moduleId: second });
    expect(await outline(student)).toMatchObject([
      { unlocked: true, lessons: [{ id: one }] },
      { unlocked: false, lessons: [], lessonCount: 1 },
    ]);
    expect(await outline(teacher)).toMatchObject([{ unlocked: true }, { unlocked: true, lessons: [{ id: two }] }]);
    const listed = await student.ask(lessonsDocument, { id: course.id });
    expect(listed.data.course.lessons.edges).toEqual([{ node: { id: one } }]);
    expect((await student.ask(completeDocument, { id: two })).code).toBe('NOT_FOUND');

    await student.ask(completeDocument, { id: one });
    expect((await outline(student))[1]).toMatchObject({ unlocked: true, lessons: [{ id: two }] });
    expect((await student.ask(completeDocument, { id: two })).data.completeLesson.percent).toBe(100);
  });

  it('opens a module at its date', async () => {
    const at = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const moduleId = await makeModule(teacher, course.id, { unlock: { at } });
    await makeLesson(teacher, course.id, { moduleId });
    expect(await outline(student)).toMatchObject([{ unlocked: false, lessons: [] }]);
    world.clock.advance(60_000);
    expect(await outline(student)).toMatchObject([{ unlocked: true, lessons: [{ position: 0 }] }]);
  });

  it('refuses circles and modules of other courses, and takes a rule away', async () => {
    const [a, b] = [await makeModule(teacher, course.id), await makeModule(teacher, course.id)];
    const set = (id: string, unlock: object | null) => teacher.ask(updateModule, { input: { id, unlock } });
    expect((await set(b, { afterModuleId: a })).data.updateModule.module.unlock).toEqual({
      at: null,
      afterModule: { id: a },
    });
    expect((await set(a, { afterModuleId: b })).code).toBe('BAD_USER_INPUT');
    expect((await set(a, { afterModuleId: a })).code).toBe('BAD_USER_INPUT');
    const elsewhere = await makeModule(teacher, (await makeCourse(teacher)).id);
    expect((await set(a, { afterModuleId: elsewhere })).code).toBe('BAD_USER_INPUT');
    expect((await set(b, null)).data.updateModule.module.unlock).toBeNull();
  });
});

describe('completing lessons', () => {
  it('counts each lesson once, also when it is sent again', async () => {
    const lessons = [
      await makeLesson(teacher, course.id),
      await makeLesson(teacher, course.id),
      await makeLesson(teacher, course.id),
    ];
    const first = await student.ask(completeDocument, { id: lessons[0] });
    expect(first.data.completeLesson).toMatchObject({
      lessonsCompleted: 1,
      lessonsTotal: 3,
      course: { id: course.id },
    });
    expect((await student.ask(completeDocument, { id: lessons[0] })).data).toEqual(first.data);
    const seen = await student.ask(
      `query ($id: ID!) { course(id: $id) { viewerProgress { lessonsCompleted percent } modules { lessons { completedByViewer } } } }`,
      { id: course.id },
    );
    expect(seen.data.course.viewerProgress.lessonsCompleted).toBe(1);
    expect(seen.data.course.viewerProgress.percent).toBeCloseTo(33.33, 1);
    expect(seen.data.course.modules[0].lessons).toEqual([
      { completedByViewer: true },
      { completedByViewer: false },
      { completedByViewer: false },
    ]);
  });

  it('tells of lessons completed at once with counts that go up one by one', async () => {
    const lessons: string[] = [];
    for (let index = 0; index < 4; index++) lessons.push(await makeLesson(teacher, course.id));
    await Promise.all([...lessons, ...lessons].map((id) => student.ask(completeDocument, { id })));
    const told = (await world.events()).flatMap((event) =>
      event.type === 'ruzlet.course.lesson.completed.v1' && event.key === course.id ? [event.data] : [],
    );
    expect(told.map((data) => data.lessonsCompleted)).toEqual([1, 2, 3, 4]);
    expect(told[0]).toMatchObject({
      userId: student.userId,
      lessonsTotal: 4,
      completedAt: world.clock.now().toISOString(),
    });
  });

  it('is for members of a published course', async () => {
    const lessonId = await makeLesson(teacher, course.id);
    const stranger = await world.person();
    expect((await stranger.ask(completeDocument, { id: lessonId })).code).toBe('NOT_FOUND');
    expect((await world.anonymous(completeDocument, { id: lessonId })).code).toBe('UNAUTHENTICATED');
    await teacher.ask(`mutation ($id: ID!) { archiveCourse(id: $id) { course { id } } }`, { id: course.id });
    expect((await student.ask(completeDocument, { id: lessonId })).code).toBe('CONFLICT');
  });

  it('pages through lessons across modules in the order of the course', async () => {
    const [a, b] = [await makeModule(teacher, course.id), await makeModule(teacher, course.id)];
    const wanted = [
      await makeLesson(teacher, course.id, { moduleId: a }),
      await makeLesson(teacher, course.id, { moduleId: a }),
      await makeLesson(teacher, course.id, { moduleId: b }),
    ];
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await student.ask(lessonsDocument, { id: course.id, first: 1, after });
      const page = answer.data.course.lessons;
      seen.push(page.edges[0].node.id);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(wanted);
  });
});
