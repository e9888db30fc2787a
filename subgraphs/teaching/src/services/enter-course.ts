import type { Viewer } from '@ruzlet/platform/access/viewer';
import { type AppError, conflict, forbidden, notFound } from '@ruzlet/platform/errors';
import { isMember, type CourseState, type Standing } from '../domain/course.js';
import { decideCourseAction, type CourseAction, type CourseFacts } from '../domain/course-access.js';
import { lockCourse } from '../storage/courses.js';
import { findEnrollment } from '../storage/enrollments.js';
import type { CourseRow, TeachingDb } from '../storage/teaching-db.js';
import type { ReadScope } from './scope.js';

/** What was asked for by id: the course itself, or something inside that only members know of. */
export type Thing = 'course' | 'module' | 'lesson' | 'announcement' | 'assignment' | 'submission';

/** The viewer's standing in a course, through the request's loader. */
export async function standingIn(scope: Pick<ReadScope, 'viewer' | 'loaders'>, courseId: string): Promise<Standing> {
  if (!scope.viewer) return 'ANONYMOUS';
  return (await scope.loaders.role.load(courseId)) ?? 'STRANGER';
}

/**
 * Checks an action before its transaction, for use cases that have to wait for something in between.
 *
 * @throws AppError NOT_FOUND, FORBIDDEN or CONFLICT.
 */
export async function checkCourseAction(
  scope: Pick<ReadScope, 'viewer' | 'loaders'>,
  courseId: string,
  action: CourseAction,
  thing: Thing = 'course',
): Promise<void> {
  const course = await scope.loaders.course.load(courseId);
  if (!course) throw notFound(thing);
  demand(course, await standingIn(scope, courseId), action, thing);
}

/**
 * The same by what holds at this moment, for who watches a course. Of all who watch it one statement asks.
 *
 * @throws AppError NOT_FOUND, FORBIDDEN or CONFLICT.
 * @returns the viewer's standing.
 */
export async function checkCourseActionNow(
  { viewer, loaders }: Pick<ReadScope, 'viewer' | 'loaders'>,
  courseId: string,
  action: CourseAction,
): Promise<Standing> {
  loaders.clear();
  const door = await loaders.door.load(courseId);
  if (!door) throw notFound('course');
  const standing = viewer ? (door.role ?? 'STRANGER') : 'ANONYMOUS';
  demand(door.course, standing, action, 'course');
  return standing;
}

/**
 * Locks a course for a change and checks that the viewer may make it; what is answered stays true until the
 * transaction ends.
 *
 * @throws AppError NOT_FOUND, FORBIDDEN or CONFLICT.
 */
export async function enterCourse(
  tx: TeachingDb,
  door: { viewer: Viewer; courseId: string; action: CourseAction; thing?: Thing; lock?: 'CHANGE' | 'STATE' },
): Promise<{ course: CourseRow; standing: Standing }> {
  const thing = door.thing ?? 'course';
  const course = await lockCourse(tx, door.courseId, door.lock ?? 'CHANGE');
  if (!course) throw notFound(thing);
  const enrollment = await findEnrollment(tx, course.id, door.viewer.userId);
  const standing = enrollment?.role ?? 'STRANGER';
  demand(course, standing, door.action, thing);
  return { course, standing };
}

function demand(course: CourseFacts, standing: Standing, action: CourseAction, thing: Thing): void {
  // Strangers see a listed course's card, but not that a lesson is in it.
  if (thing !== 'course' && !isMember(standing)) throw notFound(thing);
  switch (decideCourseAction(course, standing, action)) {
    case 'ALLOWED':
      return;
    case 'HIDDEN':
      throw notFound(thing);
    case 'FORBIDDEN':
      throw refusal(standing);
    case 'WRONG_STATE':
      throw conflict(stateMessages[course.state]);
  }
}

function refusal(standing: Standing): AppError {
  return forbidden(
    isMember(standing)
      ? `Your role in this course, ${standing}, does not allow that.`
      : 'Only members of the course may do that.',
  );
}

const stateMessages: Record<CourseState, string> = {
  DRAFT: 'The course is a draft: it has to be published first.',
  PUBLISHED: 'The course is published.',
  ARCHIVED: 'The course is archived: nothing changes in it until it is published again.',
};
