import { newId } from '@ruzlet/platform/ids';
import { encodeCursor } from '@ruzlet/platform/pagination';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTeachingWorld,
  join,
  makeCourse,
  makeLesson,
  type Person,
  type TeachingWorld,
} from './teaching-world.js';

const courseDocument = /* GraphQL */ `
  query ($id: ID!) {
    course(id: $id) {
      id
      title
      description
      state
      listed
      joinCode
      viewerRole
      teacher {
        id
      }
      modules {
        id
      }
      lessons {
        edges {
          node {
            id
          }
        }
      }
      enrollments {
        edges {
          node {
            role
            user {
              id
            }
          }
        }
      }
      viewerProgress {
        percent
      }
    }
  }
`;
const createDocument = `mutation ($input: CreateCourseInput!) { createCourse(input: $input) { course { id title description state listed viewerRole } } }`;
const updateDocument = `mutation ($input: UpdateCourseInput!) { updateCourse(input: $input) { course { title description listed } } }`;

let world: TeachingWorld;
let teacher: Person;
let student: Person;
let stranger: Person;
beforeAll(async () => {
  world = await createTeachingWorld();
  teacher = await world.person();
  student = await world.person();
  stranger = await world.person();
});
afterAll(() => world.close());

describe('creating a course', () => {
  it('makes a draft that the viewer owns, with trimmed texts', async () => {
    const { data, errors } = await teacher.ask(createDocument, {
      input: { title: '  Geography ', description: ' ', listed: true },
    });
    expect(errors).toEqual([]);
    expect(data.createCourse.course).toMatchObject({
      title: 'Geography',
      description: null,
      state: 'DRAFT',
      listed: true,
      viewerRole: 'OWNER',
    });
  });

  it('answers the same course when it is sent twice, also at the same time', async () => {
    const input = { id: newId(), title: 'Twice' };
    const answers = await Promise.all([1, 2, 3].map(() => teacher.ask(createDocument, { input })));
    for (const { data } of answers) expect(data.createCourse.course).toMatchObject({ id: input.id, title: 'Twice' });
    const told = (await world.events()).filter((event) => event.key === input.id);
    expect(told.map((event) => event.type)).toEqual(['ruzlet.course.created.v1', 'ruzlet.course.enrollment.added.v1']);
  });

  it('refuses other content by the same id, and answers what has been changed since as it is', async () => {
    const input = { id: newId(), title: 'Once' };
    await teacher.ask(createDocument, { input });
    expect((await teacher.ask(createDocument, { input: { ...input, title: 'Another' } })).code).toBe('CONFLICT');
    expect((await teacher.ask(createDocument, { input: { ...input, listed: true } })).code).toBe('CONFLICT');
    world.clock.advance(1_000);
    await teacher.ask(`mutation ($input: UpdateCourseInput!) { updateCourse(input: $input) { course { id } } }`, {
      input: { id: input.id, title: 'Renamed' },
    });
    const { data } = await teacher.ask(createDocument, { input });
    expect(data.createCourse.course.title).toBe('Renamed');
  });

  it('counts characters, not their halves, in a title', async () => {
    const title = '🎓'.repeat(200);
    expect((await teacher.ask(createDocument, { input: { title } })).data.createCourse.course.title).toBe(title);
  });

  it("refuses the id of somebody else's course", async () => {
    const { id } = await makeCourse(teacher);
    const { code, data } = await stranger.ask(createDocument, { input: { id, title: 'Mine' } });
    expect(code).toBe('CONFLICT');
    expect(data).toBeNull();
  });

  it('needs a token', async () => {
    expect((await world.anonymous(createDocument, { input: { title: 'X' } })).code).toBe('UNAUTHENTICATED');
  });

  it.each([
    [{ title: ' ' }, ['input', 'title']],
    [{ title: 'x'.repeat(201) }, ['input', 'title']],
    [{ title: 'a\0b' }, ['input', 'title']],
    [{ title: 'half of a pair: \ud83c' }, ['input', 'title']],
    [{ title: '\u200b\u2060' }, ['input', 'title']],
    [{ title: 'X', description: 'x'.repeat(5_001) }, ['input', 'description']],
    [{ title: 'X', id: 'seven' }, ['input', 'id']],
  ])('refuses %o and says where', async (input, path) => {
    const { code, errors } = await teacher.ask(createDocument, { input });
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions?.issues).toMatchObject([{ path }]);
  });
});

describe('changing a course', () => {
  it('changes what is sent and leaves the rest', async () => {
    const { id } = await makeCourse(teacher, { description: 'Old' });
    const first = await teacher.ask(updateDocument, { input: { id, title: 'New', listed: true } });
    expect(first.data.updateCourse.course).toEqual({ title: 'New', description: 'Old', listed: true });
    const second = await teacher.ask(updateDocument, { input: { id, description: null } });
    expect(second.data.updateCourse.course).toEqual({ title: 'New', description: null, listed: true });
  });

  it('is refused to a student, and the course does not exist for a stranger', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    await join(student, joinCode);
    expect((await student.ask(updateDocument, { input: { id, title: 'Mine' } })).code).toBe('FORBIDDEN');
    expect((await stranger.ask(updateDocument, { input: { id, title: 'Mine' } })).code).toBe('NOT_FOUND');
    expect((await stranger.ask(updateDocument, { input: { id: 'nonsense', title: 'Mine' } })).code).toBe('NOT_FOUND');
  });

  it('stops when the course is archived, and goes on when it is published again', async () => {
    const { id } = await makeCourse(teacher);
    const archived = await teacher.ask(`mutation ($id: ID!) { archiveCourse(id: $id) { course { state } } }`, { id });
    expect(archived.data.archiveCourse.course.state).toBe('ARCHIVED');
    expect((await teacher.ask(updateDocument, { input: { id, title: 'New' } })).code).toBe('CONFLICT');
    await teacher.ask(`mutation ($id: ID!) { publishCourse(id: $id) { course { state } } }`, { id });
    expect((await teacher.ask(updateDocument, { input: { id, title: 'New' } })).code).toBeUndefined();
  });

  it('tells of state and title, once for each change', async () => {
    const { id } = await makeCourse(teacher);
    const publish = `mutation ($id: ID!) { publishCourse(id: $id) { course { id } } }`;
    await teacher.ask(publish, { id });
    await teacher.ask(updateDocument, { input: { id, title: 'Renamed' } });
    await teacher.ask(updateDocument, { input: { id, title: 'Renamed' } });
    const told = (await world.events()).filter(
      (event) => event.key === id && event.type === 'ruzlet.course.updated.v1',
    );
    const { userId: ownerId } = teacher;
    expect(told.map((event) => event.data)).toEqual([
      { courseId: id, ownerId, title: 'Geography', state: 'PUBLISHED' },
      { courseId: id, ownerId, title: 'Renamed', state: 'PUBLISHED' },
    ]);
  });
});

describe('seeing a course', () => {
  it('shows a draft to staff only', async () => {
    const { id } = await makeCourse(teacher, { listed: true }, { draft: true });
    expect((await teacher.ask(courseDocument, { id })).data.course.state).toBe('DRAFT');
    for (const ask of [student.ask, world.anonymous]) {
      const { data, code } = await ask(courseDocument, { id });
      expect(data.course).toBeNull();
      expect(code).toBe('NOT_FOUND');
    }
  });

  it('hides a draft from students who are enrolled already', async () => {
    const { id } = await makeCourse(teacher, {}, { draft: true });
    const enrol = `mutation ($input: EnrollUserInput!) { enrollUser(input: $input) { enrollment { role } } }`;
    await teacher.ask(enrol, { input: { courseId: id, userId: student.userId } });
    expect((await student.ask(courseDocument, { id })).code).toBe('NOT_FOUND');
    const mine = await student.ask(`{ myCourses(first: 100) { edges { node { id } } } }`);
    expect(mine.data.myCourses.edges.map((edge: { node: { id: string } }) => edge.node.id)).not.toContain(id);
  });

  it('does not tell a stranger that an unlisted course exists', async () => {
    const { id } = await makeCourse(teacher);
    const hidden = await stranger.ask(courseDocument, { id });
    const absent = await stranger.ask(courseDocument, { id: newId() });
    expect(hidden).toEqual(absent);
    expect(hidden.code).toBe('NOT_FOUND');
  });

  it('shows a listed course by its card: no content, no members, no code', async () => {
    const { id, joinCode } = await makeCourse(teacher, { listed: true, description: 'All of it' });
    await makeLesson(teacher, id);
    await join(student, joinCode);
    for (const ask of [stranger.ask, world.anonymous]) {
      const { data, errors } = await ask(courseDocument, { id });
      expect(errors).toEqual([]);
      expect(data.course).toEqual({
        id,
        title: 'Geography',
        description: 'All of it',
        state: 'PUBLISHED',
        listed: true,
        joinCode: null,
        viewerRole: null,
        teacher: { id: teacher.userId },
        modules: [],
        lessons: { edges: [] },
        enrollments: { edges: [] },
        viewerProgress: null,
      });
    }
  });

  it('gives the join code to staff, and members to staff; a student sees only themself', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    world.clock.advance(1);
    await join(student, joinCode);
    const staff = await teacher.ask(courseDocument, { id });
    expect(staff.data.course.joinCode).toBe(joinCode);
    expect(staff.data.course.enrollments.edges).toEqual([
      { node: { role: 'OWNER', user: { id: teacher.userId } } },
      { node: { role: 'STUDENT', user: { id: student.userId } } },
    ]);
    const seen = await student.ask(courseDocument, { id });
    expect(seen.data.course.joinCode).toBeNull();
    expect(seen.data.course.viewerRole).toBe('STUDENT');
    expect(seen.data.course.enrollments.edges).toEqual([{ node: { role: 'STUDENT', user: { id: student.userId } } }]);
  });

  it('answers references of the router by the same rules', async () => {
    const { id } = await makeCourse(teacher);
    const lessonId = await makeLesson(teacher, id);
    const entities = /* GraphQL */ `
      query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Course {
            title
          }
          ... on Lesson {
            title
          }
        }
      }
    `;
    const representations = [
      { __typename: 'Course', id },
      { __typename: 'Lesson', id: lessonId },
      { __typename: 'Lesson', id: 'nonsense' },
    ];
    expect((await teacher.ask(entities, { representations })).data._entities).toEqual([
      { title: 'Geography' },
      { title: 'Europe' },
      null,
    ]);
    expect((await stranger.ask(entities, { representations })).data._entities).toEqual([null, null, null]);
  });
});

describe('lists of courses', () => {
  const mine = `query ($role: CourseRole, $first: Int, $after: String) {
    myCourses(role: $role, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
  }`;
  const publicCourses = `query ($query: String, $first: Int, $after: String) {
    publicCourses(query: $query, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
  }`;
  interface Page {
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }
  const idsOf = (page: Page) => page.edges.map((edge) => edge.node.id);

  it('pages through the viewer’s courses, the newest membership first, without gap or repetition', async () => {
    const reader = await world.person();
    const made: string[] = [];
    for (let index = 0; index < 5; index++) {
      // Two memberships in each instant: the id decides.
      if (index % 2 === 0) world.clock.advance(1);
      made.push((await makeCourse(reader)).id);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await reader.ask(mine, { first: 2, after });
      const page: Page = answer.data.myCourses;
      seen.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(made));
    expect(seen[0]).toBe(made[4]);
  });

  it('filters by role and needs a token', async () => {
    const reader = await world.person();
    const own = await makeCourse(reader);
    const { id, joinCode } = await makeCourse(teacher);
    await join(reader, joinCode);
    expect(idsOf((await reader.ask(mine, { role: 'OWNER' })).data.myCourses)).toEqual([own.id]);
    expect(idsOf((await reader.ask(mine, { role: 'STUDENT' })).data.myCourses)).toEqual([id]);
    expect((await world.anonymous(mine)).code).toBe('UNAUTHENTICATED');
  });

  it('finds listed courses by words of title and description, and no others', async () => {
    const title = 'Минералогия 100%';
    const listed = await makeCourse(teacher, { title, description: 'Камни и кристаллы', listed: true });
    await makeCourse(teacher, { title });
    await makeCourse(teacher, { title, listed: true }, { draft: true });
    const find = async (query: string) => idsOf((await world.anonymous(publicCourses, { query })).data.publicCourses);
    expect(await find('минералогия')).toEqual([listed.id]);
    expect(await find('КРИСТАЛЛЫ 100%')).toEqual([listed.id]);
    expect(await find('минералогия ботаника')).toEqual([]);
    expect(await find('1_0%')).toEqual([]);
  });

  it('refuses cursors that are not its own, and pages that are too large', async () => {
    for (const variables of [{ after: 'nonsense' }, { first: 0 }, { first: 101 }]) {
      expect((await world.anonymous(publicCourses, variables)).code).toBe('BAD_USER_INPUT');
    }
    const { id } = await makeCourse(teacher);
    await makeLesson(teacher, id);
    const lessonsAfter = `query ($id: ID!, $after: String) { course(id: $id) { lessons(after: $after) { edges { cursor } } } }`;
    const madeUp = [
      [publicCourses, encodeCursor(['0000-06-01T00:00:00.000Z', newId()])],
      [lessonsAfter, encodeCursor([1e12, 0, newId()])],
    ] as const;
    for (const [document, after] of madeUp) {
      expect((await teacher.ask(document, { id, after })).code).toBe('BAD_USER_INPUT');
    }
  });
});
