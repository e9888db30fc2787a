import { requireViewer } from '@ruzlet/platform/access/viewer';
import type { CourseState } from '../domain/course.js';
import type { CourseAction } from '../domain/course-access.js';
import { updateCourseRow } from '../storage/courses.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

/** Opens a draft, or an archived course again. */
export async function publishCourse(scope: ChangeScope, id: string): Promise<CourseRow> {
  return changeState(scope, id, 'PUBLISH', 'PUBLISHED');
}

/** Closes a course for good, until it is published again. */
export async function archiveCourse(scope: ChangeScope, id: string): Promise<CourseRow> {
  return changeState(scope, id, 'ARCHIVE', 'ARCHIVED');
}

async function changeState(
  scope: ChangeScope,
  id: string,
  action: CourseAction,
  state: CourseState,
): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const courseId = parseId(id, 'course');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { course } = await enterCourse(tx, { viewer, courseId, action });
    if (course.state === state) return course;
    const updated = await updateCourseRow(tx, courseId, {
      state,
      updatedAt: now,
      ...(state === 'PUBLISHED' && { publishedAt: now }),
    });
    emit('ruzlet.course.updated.v1', { courseId, ownerId: updated.ownerId, title: updated.title, state });
    return updated;
  });
}
