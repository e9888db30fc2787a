import { pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import type { CourseRole } from '../domain/course.js';
import type { CourseRow, EnrollmentRow } from '../storage/teaching-db.js';
import { parseTimeCursor, timeCursor } from './cursors.js';
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
  const { viewer } = scope;
  const rows = viewer
    ? await scope.loaders.enrollmentPage.load({
        courseId: course.id,
        onlyUserId: (await allows(scope, course, 'SEE_STAFF_VIEW')) ? null : viewer.userId,
        role: args.role ?? null,
        limit: first + 1,
        after: start && { joinedAt: start.at, id: start.id },
      })
    : [];
  return toConnection(rows, first, (row) => timeCursor(row.joinedAt, row.id), start !== null);
}
