import type { Connection } from '@ruzlet/platform/pagination';
import { datesFor } from '../domain/assignment-dates.js';
import { gradeState, totalOf, type GradeState } from '../domain/grading.js';
import type { AssignmentRow, CourseRow, SubmissionRow } from '../storage/teaching-db.js';
import { listEnrollments } from './list-enrollments.js';
import type { PageArgs } from './list-lessons.js';
import { allows } from './read-course.js';
import { shownSubmission } from './read-submission.js';
import type { ReadScope } from './scope.js';

/** What stands in a gradebook for one student and assignment. */
export interface GradeModel {
  assignment: AssignmentRow;
  submission: SubmissionRow | null;
  state: GradeState;
  score: number | null;
  late: boolean;
}

/** The grades of one student. */
export interface GradebookRowModel {
  studentId: string;
  grades: GradeModel[];
  score: number;
  points: number;
  percent: number | null;
}

/** The course, for who may see everybody's grades; null for everybody else. */
export async function readGradebook(scope: ReadScope, course: CourseRow): Promise<CourseRow | null> {
  return (await allows(scope, course, 'SEE_STAFF_VIEW')) ? course : null;
}

/** A page of students with their grades. */
export async function listGradebookRows(
  scope: ReadScope,
  course: CourseRow,
  args: PageArgs,
): Promise<Connection<GradebookRowModel>> {
  const page = await listEnrollments(scope, course, { ...args, role: 'STUDENT' });
  const rows = await Promise.all(page.edges.map(({ node }) => readRow(scope, course, node.userId)));
  return {
    edges: page.edges.flatMap(({ cursor }, index) => {
      const node = rows[index];
      return node ? [{ node, cursor }] : [];
    }),
    pageInfo: page.pageInfo,
  };
}

/** The viewer's own grades; null for who is no student of the course. */
export async function readViewerGrades(scope: ReadScope, course: CourseRow): Promise<GradebookRowModel | null> {
  const { viewer } = scope;
  if (!viewer || (await scope.loaders.role.load(course.id)) !== 'STUDENT') return null;
  return readRow(scope, course, viewer.userId);
}

async function readRow(scope: ReadScope, course: CourseRow, studentId: string): Promise<GradebookRowModel> {
  const [all, submissions, overrides] = await Promise.all([
    scope.loaders.assignmentsOfCourse.load(course.id),
    scope.loaders.submissionsOfStudent.load({ courseId: course.id, userId: studentId }),
    scope.loaders.overridesOfStudent.load({ courseId: course.id, userId: studentId }),
  ]);
  const own = new Map(overrides.map((override) => [override.assignmentId, override]));
  const byAssignment = new Map(submissions.map((submission) => [submission.assignmentId, submission]));
  const now = scope.clock.now();
  const grades = await Promise.all(
    all
      .filter(({ published }) => published)
      .map(async (assignment): Promise<GradeModel> => {
        const submission = await shown(scope, byAssignment.get(assignment.id));
        const state = gradeState(submission, datesFor(assignment, own.get(assignment.id) ?? null).dueAt, now);
        const score = state === 'GRADED' ? (submission?.score ?? null) : null;
        return { assignment, submission, state, score, late: submission?.late ?? false };
      }),
  );
  const total = totalOf(grades.map(({ score, assignment }) => ({ score, points: assignment.points })));
  return { studentId, grades, ...total };
}

async function shown(scope: ReadScope, submission: SubmissionRow | undefined): Promise<SubmissionRow | null> {
  return submission ? shownSubmission(scope, submission) : null;
}
