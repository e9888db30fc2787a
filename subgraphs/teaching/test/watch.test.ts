import { setMaxListeners } from 'node:events';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTeachingWorld,
  join,
  makeCourse,
  makeLesson,
  makeModule,
  type Person,
  type TeachingWorld,
} from './teaching-world.js';

/** What depends on who asks, beside what does not. */
const ofCourse = /* GraphQL */ `
  title studentCount lessonCount joinCode viewerRole
  viewerProgress { lessonsCompleted percent }
  modules { title unlocked lessons { title completedByViewer } }
  lessons(first: 5) { edges { node { title } } }
  enrollments(first: 5) { edges { node { user { id } } } }
  assignments(first: 5) { edges { node { title viewerSubmission { state score } } } }
  viewerGrades { score grades { state score } }
`;
const announcements = `subscription ($id: ID!) {
  announcementPosted(courseId: $id) { kind course { ${ofCourse} } announcement { title body } }
}`;
const progress = `subscription ($id: ID!) {
  courseProgressed(courseId: $id) { lesson { title } enrollment { user { id } progress { percent } } course { viewerRole } }
}`;
const grades = `subscription ($id: ID!) {
  assignmentGraded(courseId: $id) { kind assignment { title } submission { state score student { id } } course { viewerRole } }
}`;
const asked = `query ($id: ID!) { course(id: $id) { ${ofCourse} } }`;

/**
 * Statements that one event may cost in all (count), with those of the change itself: more than any selection here needs, and
 * fewer than the watchers of one test.
 */
const statementsMax = 40;
const watchersMany = 60;

describe('watchers of a course', () => {
  let world: TeachingWorld;
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  beforeAll(async () => {
    world = await createTeachingWorld();
  });
  afterAll(async () => {
    leaving.abort();
    await world.close();
  });

  async function must(person: Person, mutation: string, variables: object) {
    const { data, errors } = await person.ask(mutation, variables);
    expect(errors).toEqual([]);
    return data;
  }
  const announce = (person: Person, courseId: string, title = 'Exam') =>
    must(
      person,
      `mutation ($input: PostAnnouncementInput!) { postAnnouncement(input: $input) { announcement { id } } }`,
      { input: { courseId, title, body: 'On Friday.' } },
    );
  const complete = (person: Person, id: string) =>
    must(person, `mutation ($id: ID!) { completeLesson(id: $id) { percent } }`, { id });
  const watch = (people: readonly Person[], query: string, id: string) =>
    Promise.all(people.map((person) => person.watch(query, { id }, leaving.signal)));

  /** A course with a lesson that everybody may read, and one that waits for it. */
  async function classOf(count: number) {
    const teacher = await world.person();
    const { id, joinCode } = await makeCourse(teacher);
    const first = await makeModule(teacher, id);
    const second = await makeModule(teacher, id, { unlock: { afterModuleId: first } });
    const lessonId = await makeLesson(teacher, id, { moduleId: first, title: 'Open to all' });
    await makeLesson(teacher, id, { moduleId: second, title: 'Locked at first' });
    const students: Person[] = [];
    for (let made = 0; made < count; made += 1) {
      const student = await world.person();
      expect((await join(student, joinCode)).errors).toEqual([]);
      students.push(student);
    }
    return { id, lessonId, teacher, students };
  }

  async function assign(teacher: Person, courseId: string): Promise<string> {
    const { createAssignment } = await must(
      teacher,
      `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { assignment { id } } }`,
      { input: { courseId, title: 'Essay', kind: 'WRITTEN', points: 10, publish: true } },
    );
    return createAssignment.assignment.id;
  }

  async function handIn(student: Person, assignmentId: string): Promise<string> {
    const { submitAssignment } = await must(
      student,
      `mutation ($input: SubmitAssignmentInput!) { submitAssignment(input: $input) { submission { id } } }`,
      { input: { assignmentId, text: 'My words.' } },
    );
    return submitAssignment.submission.id;
  }

  const grade = (teacher: Person, submissionId: string, score: number) =>
    must(teacher, `mutation ($input: GradeSubmissionInput!) { gradeSubmission(input: $input) { submission { id } } }`, {
      input: { submissionId, score },
    });

  it('cost an event a fixed number of statements, however many they are and whatever they select', async () => {
    const { id, lessonId, teacher, students } = await classOf(watchersMany);
    const [student] = students;
    if (!student) throw new Error('There are students.');
    const submissionId = await handIn(student, await assign(teacher, id));
    const members = [teacher, ...students];
    const [posted, completed, graded] = [
      await watch(members, announcements, id),
      // Everybody is asked about; only staff and the student are told.
      await watch(members, progress, id),
      await watch(members, grades, id),
    ];
    const expectFewStatements = async (
      change: () => Promise<unknown>,
      told: readonly { next(): Promise<unknown> }[],
    ) => {
      const next = told.map((stream) => stream.next());
      const statements = await world.statementsDuring(async () => {
        await change();
        await Promise.all(next);
      });
      expect(statements.length).toBeLessThan(statementsMax);
      const ofAccess = statements.filter((statement) =>
        /recordset[^]*join "courses"[^]*left join "enrollments"/.test(statement),
      );
      expect(ofAccess).toHaveLength(1);
    };
    // Who is not told yet has to wait already.
    for (const stream of [...completed.slice(2), ...graded.slice(2)]) void stream.next();
    await expectFewStatements(() => announce(teacher, id), posted);
    await expectFewStatements(() => complete(student, lessonId), completed.slice(0, 2));
    await expectFewStatements(() => grade(teacher, submissionId, 7), graded.slice(0, 2));
  });

  it('are each told what they themselves may see, as if they had asked alone', async () => {
    const { id, lessonId, teacher, students } = await classOf(4);
    const [ahead, graded] = students;
    if (!ahead || !graded) throw new Error('There are students.');
    await complete(ahead, lessonId);
    const assignmentId = await assign(teacher, id);
    await grade(teacher, await handIn(graded, assignmentId), 9);
    const people = [teacher, ...students];
    const streams = await watch(people, announcements, id);
    const next = streams.map((stream) => stream.next());
    await announce(teacher, id);
    const told = (await Promise.all(next)).map(({ value }) => value?.data?.announcementPosted);
    const alone = await Promise.all(people.map(async (person) => (await person.ask(asked, { id })).data.course));
    expect(told).toEqual(
      alone.map((course) => ({ kind: 'POSTED', course, announcement: { title: 'Exam', body: 'On Friday.' } })),
    );
    // They differ, so that a mistaken identity shows.
    expect(new Set(alone.map((course) => JSON.stringify(course))).size).toBe(people.length);
    expect(alone.map(({ lessons }) => lessons.edges.length)).toEqual([2, 2, 1, 1, 1]);
  });

  it('hear of others only what staff may, of themselves what is posted', async () => {
    const { id, lessonId, teacher, students } = await classOf(2);
    const [student, classmate] = students;
    if (!student || !classmate) throw new Error('There are students.');
    const people = [teacher, student, classmate];
    const assignmentId = await assign(teacher, id);
    const theirs = await handIn(classmate, assignmentId);
    const submissionId = await handIn(student, assignmentId);
    /** What each hears of the streams of one query. */
    const hear = async (query: string) => {
      const told: unknown[][] = people.map(() => []);
      for (const [index, stream] of (await watch(people, query, id)).entries()) {
        void (async () => {
          for await (const { data } of stream) told[index]?.push(data?.courseProgressed ?? data?.assignmentGraded);
        })();
      }
      return told;
    };
    const told = { progress: await hear(progress), grades: await hear(grades) };
    await complete(student, lessonId);
    await must(teacher, `mutation ($id: ID!) { hideGrades(id: $id) { assignment { id } } }`, { id: assignmentId });
    await grade(teacher, submissionId, 4);
    await must(teacher, `mutation ($id: ID!) { postGrades(id: $id) { assignment { id } } }`, { id: assignmentId });
    await grade(teacher, theirs, 8);
    await complete(classmate, lessonId);
    const done = (person: Person, viewerRole: string) => ({
      lesson: { title: 'Open to all' },
      enrollment: { user: { id: person.userId }, progress: { percent: 50 } },
      course: { viewerRole },
    });
    const given = (kind: string, person: Person | null, score: number, viewerRole: string) => ({
      kind,
      assignment: { title: 'Essay' },
      submission: person && { state: 'GRADED', score, student: { id: person.userId } },
      course: { viewerRole },
    });
    const wanted = {
      progress: [
        [done(student, 'OWNER'), done(classmate, 'OWNER')],
        [done(student, 'STUDENT')],
        [done(classmate, 'STUDENT')],
      ],
      grades: [
        [
          given('GRADED', student, 4, 'OWNER'),
          given('POSTED', null, 0, 'OWNER'),
          given('GRADED', classmate, 8, 'OWNER'),
        ],
        [given('POSTED', student, 4, 'STUDENT')],
        [given('GRADED', classmate, 8, 'STUDENT')],
      ],
    };
    const count = (lists: { progress: unknown[][]; grades: unknown[][] }) =>
      [...lists.progress, ...lists.grades].map(({ length }) => length).join();
    await waitFor(() => count(told) === count(wanted), { what: 'all of it' });
    expect(told).toEqual(wanted);
  });

  it('are told as long as they are members, and not an event longer', async () => {
    const { id, teacher, students } = await classOf(3);
    const [gone, leaver] = students;
    if (!gone || !leaver) throw new Error('There are students.');
    const streams = await watch([teacher, ...students], announcements, id);
    const next = streams.map((stream) => stream.next());
    await must(
      teacher,
      `mutation ($input: RemoveEnrollmentInput!) { removeEnrollment(input: $input) { course { id } } }`,
      {
        input: { courseId: id, userId: gone.userId },
      },
    );
    await must(leaver, `mutation ($id: ID!) { leaveCourse(id: $id) { courseId } }`, { id });
    await announce(teacher, id);
    const codes = (await Promise.all(next)).map(({ value }) => value?.errors?.[0]?.extensions?.code ?? 'TOLD');
    expect(codes).toEqual(['TOLD', 'NOT_FOUND', 'NOT_FOUND', 'TOLD']);
    for (const stream of streams.slice(1, 3)) expect((await stream.next()).done).toBe(true);
  });

  it('are told nothing by a token that has ended, while others go on', async () => {
    const { id, teacher, students } = await classOf(2);
    const [early, late] = students;
    if (!early || !late) throw new Error('There are students.');
    const [ended] = await watch([early], announcements, id);
    // Tokens are good for an hour.
    world.clock.advance(40 * 60_000);
    const [goesOn] = await watch([late], announcements, id);
    world.clock.advance(30 * 60_000);
    const next = [ended, goesOn].map(async (stream) => stream?.next());
    await announce(teacher, id);
    const [first, second] = await Promise.all(next);
    expect(first?.value).toEqual({
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })],
    });
    expect(second?.value?.data?.announcementPosted).toMatchObject({ kind: 'POSTED' });
  });
});
