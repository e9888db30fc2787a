import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict } from '@ruzlet/platform/errors';
import { deleteEnrollment, lockEnrollment } from '../storage/enrollments.js';
import { inCourseTransaction } from './course-transaction.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

/**
 * Ends the viewer's membership. Without one nothing happens, so that it can be sent again, and so that the answer does not
 * tell whether there is such a course.
 */
export async function leaveCourse(scope: ChangeScope, id: string): Promise<{ courseId: string }> {
  const viewer = requireViewer(scope.viewer);
  const courseId = parseId(id, 'course');
  return inCourseTransaction(scope, async ({ tx, emit }) => {
    const enrollment = await lockEnrollment(tx, courseId, viewer.userId);
    if (enrollment?.role === 'OWNER') {
      throw conflict('The owner cannot leave the course: hand it over or archive it.');
    }
    if (enrollment) {
      await deleteEnrollment(tx, courseId, viewer.userId);
      emit('ruzlet.course.enrollment.removed.v1', { courseId, userId: viewer.userId, role: enrollment.role });
    }
    return { courseId };
  });
}
