import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { notFound, rateLimited } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { isJoinable } from '../domain/course-access.js';
import { normaliseJoinCode } from '../domain/join-code.js';
import { joinAttemptsMax, joinWindowMs } from '../domain/limits.js';
import { findCourseIdByJoinCode, lockCourse } from '../storage/courses.js';
import { findEnrollment, insertEnrollment } from '../storage/enrollments.js';
import type { CourseRow, EnrollmentRow } from '../storage/teaching-db.js';
import { inCourseTransaction, type CourseTransaction } from './course-transaction.js';
import { parseId } from './inputs.js';
import type { ChangeScope, Scope } from './scope.js';

const joinLimit = { name: 'course-join', points: joinAttemptsMax, windowMs: joinWindowMs };

/**
 * Enrols the viewer by a join code. Somebody who belongs to the course already keeps the role they have.
 *
 * @throws AppError RATE_LIMITED, or NOT_FOUND for a wrong code and for a course that is not published alike.
 */
export async function joinCourse(
  scope: ChangeScope & Pick<Scope, 'rateLimiter'>,
  typedCode: string,
): Promise<EnrollmentRow> {
  const viewer = requireViewer(scope.viewer);
  // Counted before the look, so that guesses cannot be had for free by sending many at once.
  const verdict = await scope.rateLimiter.consume(joinLimit, viewer.userId);
  if (!verdict.allowed) throw rateLimited(verdict.retryAfterMs);

  const joinCode = normaliseJoinCode(typedCode);
  if (joinCode === undefined) throw notFound('course to join by this code');
  return inCourseTransaction(scope, async (transaction) => {
    const courseId = await findCourseIdByJoinCode(transaction.tx, joinCode);
    const course = courseId === undefined ? undefined : await lockCourse(transaction.tx, courseId, 'STATE');
    // The code may have been rotated between the two.
    if (course?.joinCode !== joinCode) throw notFound('course to join by this code');
    return enrolViewer(transaction, course, viewer, 'CODE');
  });
}

/**
 * Enrols the viewer in a course that is published and listed.
 *
 * @throws AppError NOT_FOUND for every other course.
 */
export async function joinPublicCourse(scope: ChangeScope, id: string): Promise<EnrollmentRow> {
  const viewer = requireViewer(scope.viewer);
  const courseId = parseId(id, 'course');
  return inCourseTransaction(scope, async (transaction) => {
    const course = await lockCourse(transaction.tx, courseId, 'STATE');
    if (!course) throw notFound('course');
    return enrolViewer(transaction, course, viewer, 'OPEN');
  });
}

/** The course is locked, so its state stays; many may enrol at once, and the same one twice ends in one row. */
async function enrolViewer(
  { tx, now, emit }: CourseTransaction,
  course: CourseRow,
  viewer: Viewer,
  by: 'CODE' | 'OPEN',
): Promise<EnrollmentRow> {
  const courseId = course.id;
  const { userId } = viewer;
  const notJoinable = notFound(by === 'CODE' ? 'course to join by this code' : 'course');
  if (isJoinable(course, by)) {
    const joined = await insertEnrollment(tx, { id: newId(now), courseId, userId, role: 'STUDENT', joinedAt: now });
    if (joined) {
      emit('ruzlet.course.enrollment.added.v1', { courseId, userId, role: joined.role });
      return joined;
    }
  }
  const existing = await findEnrollment(tx, courseId, userId);
  if (!existing) throw notJoinable;
  return existing;
}
