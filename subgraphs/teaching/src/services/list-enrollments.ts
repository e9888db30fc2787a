import { pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import type { CourseRole } from '../domain/course.js';
import type { CourseRow, EnrollmentRow } from '../storage/teaching-db.js';
import { isBehind, parseTimeCursor, timeCursor } from './cursors.js';
import type { PageArgs } from './list-lessons.js';
import { allows } from './read-course.js';
import type { ReadScope } from './scope.js';

/** The members of a course: all for staff, a student's own for the student, nobody for others. */
export async function listEnrollments(
  scope: ReadScope,
  course: CourseRow,
  args: PageArgs & { role?: CourseRole | null | undefined },
): Promise<Connection<EnrollmentRow>> {
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  const role = args.role ?? null;
  const rows = (await allows(scope, course, 'SEE_STAFF_VIEW'))
    ? await scope.loaders.enrollmentPage.load({
        courseId: course.id,
        role,
        limit: first + 1,
        after: start && { joinedAt: start.at, id: start.id },
      })
    : (await ownEnrollment(scope, course)).filter(
        (own) => (role === null || own.role === role) && (!start || isBehind(own.joinedAt, own.id, start)),
      );
  return toConnection(rows, first, (row) => timeCursor(row.joinedAt, row.id), start !== null);
}

async function ownEnrollment({ viewer, loaders }: ReadScope, course: CourseRow): Promise<EnrollmentRow[]> {
  const own = viewer && (await loaders.enrollment.load({ courseId: course.id, userId: viewer.userId }));
  return own ? [own] : [];
}
