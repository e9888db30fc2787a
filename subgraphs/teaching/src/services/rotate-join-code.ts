import { requireViewer } from '@ruzlet/platform/access/viewer';
import { updateCourseRow } from '../storage/courses.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { freshJoinCode } from './fresh-join-code.js';
import { parseId } from './inputs.js';
import type { ChangeScope, Scope } from './scope.js';

/** Replaces the join code; who joined by the old one stays. */
export async function rotateJoinCode(scope: ChangeScope & Pick<Scope, 'random'>, id: string): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const courseId = parseId(id, 'course');
  return inCourseTransaction(scope, async ({ tx, now }) => {
    await enterCourse(tx, { viewer, courseId, action: 'ROTATE_JOIN_CODE' });
    return updateCourseRow(tx, courseId, { joinCode: await freshJoinCode(tx, scope.random), updatedAt: now });
  });
}
