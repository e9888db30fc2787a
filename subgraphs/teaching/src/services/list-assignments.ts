import { requireViewer } from '@ruzlet/platform/access/viewer';
import { encodeCursor, pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import { z } from 'zod';
import type { SubmissionState } from '../domain/assignment.js';
import { datesFor } from '../domain/assignment-dates.js';
import { isStaff } from '../domain/course.js';
import { pageAssignmentsOfStudent } from '../storage/assignments.js';
import type { SubmissionCountRow } from '../storage/submissions.js';
import type { AssignmentOverrideRow, AssignmentRow, CourseRow, SubmissionRow } from '../storage/teaching-db.js';
import { withOpen, type DatesModel } from './assignment-access.js';
import { isBehind, parseCursor, parseTimeCursor, timeCursor } from './cursors.js';
import { standingIn } from './enter-course.js';
import type { PageArgs } from './list-lessons.js';
import { allows } from './read-course.js';
import { shownSubmission } from './read-submission.js';
import type { ReadScope, Scope } from './scope.js';

/** The assignments of a course that the viewer may see, in the order in which they are due. */
export async function visibleAssignments(scope: ReadScope, course: CourseRow): Promise<AssignmentRow[]> {
  if (!(await allows(scope, course, 'READ_CONTENT'))) return [];
  const all = await scope.loaders.assignmentsOfCourse.load(course.id);
  return isStaff(await standingIn(scope, course.id)) ? all : all.filter(({ published }) => published);
}

export async function listAssignments(
  scope: ReadScope,
  course: CourseRow,
  args: PageArgs,
): Promise<Connection<AssignmentRow>> {
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  // A course has few enough assignments to be read at once: so the lists of many courses are one query.
  const rows = (await visibleAssignments(scope, course)).filter(
    ({ orderAt, id }) => !start || isBehind(orderAt, id, start),
  );
  return toConnection(rows.slice(0, first + 1), first, cursorOf, start !== null);
}

const cursorOf = ({ orderAt, id }: AssignmentRow) => timeCursor(orderAt, id);

/** What the viewer has to do as a student, over all courses. */
export async function listMyAssignments(
  scope: ReadScope & Pick<Scope, 'db'>,
  args: PageArgs & { onlyOpen: boolean },
): Promise<Connection<AssignmentRow>> {
  const { userId } = requireViewer(scope.viewer);
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  const rows = await pageAssignmentsOfStudent(scope.db, {
    userId,
    onlyOpenAt: args.onlyOpen ? scope.clock.now() : null,
    limit: first + 1,
    after: start && { orderAt: start.at, id: start.id },
  });
  return toConnection(rows, first, cursorOf, start !== null);
}

/** What students have handed in; for staff. */
export async function listSubmissions(
  scope: ReadScope,
  assignment: AssignmentRow,
  args: PageArgs & { state?: SubmissionState | null | undefined },
): Promise<Connection<SubmissionRow>> {
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  const rows = isStaff(await standingIn(scope, assignment.courseId))
    ? await scope.loaders.submissionPage.load({
        assignmentId: assignment.id,
        state: args.state ?? null,
        limit: first + 1,
        after: start && { createdAt: start.at, id: start.id },
      })
    : [];
  const shown = await Promise.all(rows.map((row) => shownSubmission(scope, row)));
  return toConnection(shown, first, (row) => timeCursor(row.createdAt, row.id), start !== null);
}

export interface OverrideModel {
  studentId: string;
  dates: DatesModel;
}

/** Students with other dates or attempts; for staff. */
export async function listOverrides(
  scope: ReadScope,
  assignment: AssignmentRow,
  args: PageArgs,
): Promise<Connection<OverrideModel>> {
  const { first, after } = pageArgs(args);
  const start = after === null ? null : parseCursor(z.tuple([z.uuid()]), after, 1)[0];
  const rows: AssignmentOverrideRow[] = isStaff(await standingIn(scope, assignment.courseId))
    ? await scope.loaders.overridePage.load({ assignmentId: assignment.id, limit: first + 1, after: start })
    : [];
  const models = rows.map((own) => ({
    studentId: own.studentId,
    dates: withOpen(scope, assignment, datesFor(assignment, own)),
  }));
  return toConnection(models, first, ({ studentId }) => encodeCursor([studentId]), start !== null);
}

/** How many students have done what; for staff. */
export async function countSubmissionsOf(
  scope: ReadScope,
  assignment: AssignmentRow,
): Promise<(SubmissionCountRow & { students: number }) | null> {
  if (!isStaff(await standingIn(scope, assignment.courseId))) return null;
  const [counts, students] = await Promise.all([
    scope.loaders.submissionCounts.load(assignment.id),
    scope.loaders.studentCount.load(assignment.courseId),
  ]);
  return { ...counts, students };
}
