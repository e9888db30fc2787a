import { describe, expect, it } from 'vitest';
import {
  assign,
  classmate,
  courseId,
  dayMs,
  excuse,
  grade,
  gradebook,
  inDays,
  student,
  submit,
  teacher,
  useClassroom,
  world,
} from './classroom.js';
import { type Person } from './teaching-world.js';

useClassroom();

describe('the gradebook', () => {
  it('has every student and published assignment, and adds up what is graded', async () => {
    const essay = await assign({ dueAt: inDays(1) });
    const report = await assign({ points: 20, dueAt: inDays(2) });
    await assign({ publish: false });
    const { submission } = (await submit(student, essay)).data.submitAssignment;
    await grade(teacher, { submissionId: submission.id, score: 9 });
    await grade(teacher, { assignmentId: report, studentId: student.userId, score: 3 });
    await excuse(teacher, { assignmentId: report, studentId: classmate.userId });
    world.clock.advance(1.5 * dayMs);
    const { gradebook: book } = await gradebook(teacher);
    expect(book.assignments).toHaveLength(3);
    expect(book.rows.edges.map(({ node }: { node: { grades: unknown[] } }) => node)).toEqual([
      {
        student: { id: student.userId },
        score: 12,
        points: 30,
        percent: 40,
        grades: [
          { state: 'GRADED', score: 9, late: false, assignment: { id: essay }, submission: { state: 'GRADED' } },
          { state: 'GRADED', score: 3, late: false, assignment: { id: report }, submission: { state: 'GRADED' } },
        ],
      },
      {
        student: { id: classmate.userId },
        score: 0,
        points: 0,
        percent: null,
        grades: [
          { state: 'MISSING', score: null, late: false, assignment: { id: essay }, submission: null },
          { state: 'EXCUSED', score: null, late: false, assignment: { id: report }, submission: { state: 'EXCUSED' } },
        ],
      },
    ]);
    expect((await submit(classmate, report)).code).toBe('CONFLICT');
    await excuse(teacher, { assignmentId: report, studentId: classmate.userId, excused: false });
    expect((await submit(classmate, report)).errors).toEqual([]);
  });

  it('takes as many queries for many students and assignments as for few', async () => {
    const count = async () => {
      world.queries.length = 0;
      await gradebook(teacher);
      return world.queries.length;
    };
    const first = await assign();
    await submit(student, first);
    const few = await count();
    for (let index = 0; index < 5; index += 1) {
      const id = await assign();
      await submit(student, id);
      await submit(classmate, id);
    }
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });

  it('lists what a student has to do over all courses, the next first', async () => {
    const later = await assign({ dueAt: inDays(5) });
    const sometime = await assign();
    const next = await assign({ dueAt: inDays(2) });
    const page = async (args: string) =>
      (await student.ask(`{ myAssignments(${args}) { edges { node { id } } pageInfo { endCursor hasNextPage } } }`))
        .data.myAssignments;
    const first = await page('first: 2');
    expect(first.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual([next, later]);
    const rest = await page(`first: 2, after: "${String(first.pageInfo.endCursor)}"`);
    expect(rest).toMatchObject({ edges: [{ node: { id: sometime } }], pageInfo: { hasNextPage: false } });
    await submit(student, next);
    expect((await page('onlyOpen: true')).edges).toEqual([{ node: { id: later } }, { node: { id: sometime } }]);
  });

  it('tells no hidden grade by what a student still has to do, and leaves out what is taken no more', async () => {
    const todo = async (who: Person): Promise<string[]> => {
      const { data } = await who.ask(`{ myAssignments(onlyOpen: true, first: 50) { edges { node { id } } } }`);
      return data.myAssignments.edges.map((edge: { node: { id: string } }) => edge.node.id);
    };
    const hidden = await assign({ gradesPosted: false });
    const shownOne = await assign();
    for (const assignmentId of [hidden, shownOne]) {
      expect((await grade(teacher, { assignmentId, studentId: student.userId, score: 0 })).errors).toEqual([]);
    }
    expect(await todo(student)).toEqual([hidden]);

    const dueAt = inDays(1);
    const strict = await assign({ dueAt, latePolicy: { accepted: false, graceMinutes: 30 } });
    const lenient = await assign({ dueAt });
    world.clock.advance(dayMs + 20 * 60_000);
    expect(await todo(classmate)).toEqual(expect.arrayContaining([strict, lenient]));
    world.clock.advance(20 * 60_000);
    const left = await todo(classmate);
    expect(left).toContain(lenient);
    expect(left).not.toContain(strict);
    expect((await submit(classmate, strict)).code).toBe('CONFLICT');
  });

  it('counts only those who are students of the course now', async () => {
    const id = await assign();
    await submit(student, id);
    await submit(classmate, id);
    await classmate.ask(`mutation ($id: ID!) { leaveCourse(id: $id) { courseId } }`, { id: courseId });
    const { data } = await teacher.ask(
      `query ($id: ID!) { assignment(id: $id) { submissionCounts { students submitted graded excused late } } }`,
      { id },
    );
    expect(data.assignment.submissionCounts).toEqual({ students: 1, submitted: 1, graded: 0, excused: 0, late: 0 });
  });

  it('adds tenths of points up to what they are', async () => {
    for (const points of [0.1, 0.2]) {
      const assignmentId = await assign({ points });
      await grade(teacher, { assignmentId, studentId: student.userId, score: points });
    }
    const { gradebook: book } = await gradebook(teacher);
    const row = book.rows.edges.find(
      (edge: { node: { student: { id: string } } }) => edge.node.student.id === student.userId,
    );
    expect(row.node).toMatchObject({ score: 0.3, points: 0.3, percent: 100 });
  });
});
