import { notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { decideCourseAction, type CourseAction } from '../domain/course-access.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { standingIn } from './enter-course.js';
import type { ReadScope } from './scope.js';

/** The course as the viewer may see it, at least its card; null otherwise. */
export async function findVisibleCourse(scope: ReadScope, id: string): Promise<CourseRow | null> {
  if (!isUuid(id)) return null;
  const course = await scope.loaders.course.load(id.toLowerCase());
  return course && (await allows(scope, course, 'SEE_CARD')) ? course : null;
}

/** @throws AppError NOT_FOUND for what the viewer may not see. */
export async function readCourse(scope: ReadScope, id: string): Promise<CourseRow> {
  const course = await findVisibleCourse(scope, id);
  if (!course) throw notFound('course');
  return course;
}

/** Whether the viewer may see something of a course. */
export async function allows(scope: ReadScope, course: CourseRow, action: CourseAction): Promise<boolean> {
  return decideCourseAction(course, await standingIn(scope, course.id), action) === 'ALLOWED';
}

/** The join code, for who may give it out. */
export async function readJoinCode(scope: ReadScope, course: CourseRow): Promise<string | null> {
  return (await allows(scope, course, 'SEE_STAFF_VIEW')) ? course.joinCode : null;
}
