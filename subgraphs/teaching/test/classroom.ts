import type { TestResponse } from '@ruzlet/testkit/graphql';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createTeachingWorld, join, makeCourse, type Person, type TeachingWorld } from './teaching-world.js';

/** The world of a test file about assignments. */
export let world: TeachingWorld;
/** A course of one teacher and two students; each test has its own. */
export let teacher: Person;
export let student: Person;
export let classmate: Person;
export let courseId: string;

/** Makes them for the tests of the file that calls it. */
export function useClassroom(): void {
  beforeAll(async () => {
    world = await createTeachingWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    [teacher, student, classmate] = [await world.person(), await world.person(), await world.person()];
    const course = await makeCourse(teacher);
    courseId = course.id;
    await join(student, course.joinCode);
    world.clock.advance(60_000);
    await join(classmate, course.joinCode);
  });
}

export const dayMs = 86_400_000;
export const inDays = (days: number) => new Date(world.clock.now().getTime() + days * dayMs).toISOString();

export const create = (who: Person, input: object): Promise<TestResponse> =>
  who.ask(
    `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { assignment { id version published title } } }`,
    {
      input: { courseId, title: 'Essay', kind: 'WRITTEN', points: 10, publish: true, ...input },
    },
  );

export async function assign(input: object = {}): Promise<string> {
  const made = await create(teacher, input);
  expect(made.errors).toEqual([]);
  return made.data.createAssignment.assignment.id;
}

const shown = `id state score scoreBeforePenalty penaltyPercent late attempts attemptsLeft text draft progress goalReached feedback
  criteria { criterionId points comment } gradedBy { id } student { id } history { number text score feedback late }`;
export const submit = (who: Person, assignmentId: string, input: object = {}): Promise<TestResponse> =>
  who.ask(`mutation ($input: SubmitAssignmentInput!) { submitAssignment(input: $input) { submission { ${shown} } } }`, {
    input: { assignmentId, text: 'My words.', ...input },
  });
export const grade = (who: Person, input: object): Promise<TestResponse> =>
  who.ask(`mutation ($input: GradeSubmissionInput!) { gradeSubmission(input: $input) { submission { ${shown} } } }`, {
    input,
  });
export const excuse = (who: Person, input: object): Promise<TestResponse> =>
  who.ask(`mutation ($input: ExcuseInput!) { excuse(input: $input) { submission { state } } }`, { input });
export const own = async (who: Person, id: string) => {
  const { data, errors } = await who.ask(`query ($id: ID!) { assignment(id: $id) { viewerSubmission { ${shown} } } }`, {
    id,
  });
  expect(errors).toEqual([]);
  return data.assignment.viewerSubmission;
};
export const gradebook = async (who: Person) => {
  const { data, errors } = await who.ask(
    `query ($id: ID!) { course(id: $id) { gradebook { assignments { id } rows { edges { node {
      student { id } score points percent grades { state score late assignment { id } submission { state } } } } } }
      viewerGrades { score points percent grades { state score } } } }`,
    { id: courseId },
  );
  expect(errors).toEqual([]);
  return data.course;
};
