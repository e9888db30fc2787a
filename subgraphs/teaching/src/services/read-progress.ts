import type { CourseRole } from '../domain/course.js';
import type { CourseRow } from '../storage/teaching-db.js';
import type { CourseProgress } from './complete-lesson.js';
import type { ReadScope } from './scope.js';

/** The viewer's role in a course; null for who is not a member. */
export async function readViewerRole(scope: ReadScope, course: CourseRow): Promise<CourseRole | null> {
  return scope.viewer ? scope.loaders.role.load(course.id) : null;
}

/** How far the viewer has come; null for who is not a member. */
export async function readViewerProgress(scope: ReadScope, course: CourseRow): Promise<CourseProgress | null> {
  const role = await readViewerRole(scope, course);
  return scope.viewer && role ? readProgress(scope, { courseId: course.id, userId: scope.viewer.userId }) : null;
}

/** How far a member has come. For who may see the member's enrolment. */
export async function readProgress(
  scope: ReadScope,
  member: { courseId: string; userId: string },
): Promise<CourseProgress> {
  const { courseId, userId } = member;
  return { courseId, ...(await scope.loaders.progress.load({ courseId, userId })) };
}
