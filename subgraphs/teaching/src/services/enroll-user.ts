import { requireViewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict, forbidden, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { courseRoles } from '../domain/course.js';
import { mayChangeRole } from '../domain/course-access.js';
import { findEnrollment, insertEnrollment } from '../storage/enrollments.js';
import type { EnrollmentRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { checkCourseAction, enterCourse } from './enter-course.js';
import { parseId } from './inputs.js';
import type { ChangeScope, Scope } from './scope.js';

const enrollUserInput = z.object({ courseId: z.string(), userId: z.string(), role: z.enum(courseRoles) });

/** Makes somebody a member. With the role that they have already nothing changes. */
export async function enrollUser(scope: ChangeScope & Pick<Scope, 'arrivals'>, input: unknown): Promise<EnrollmentRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(enrollUserInput, input);
  const { role } = wanted;
  const courseId = parseId(wanted.courseId, 'course');
  if (role === 'OWNER') {
    throw badInput([{ path: ['input', 'role'], message: 'a course has one owner: hand it over by setCourseRole' }]);
  }
  await checkCourseAction(scope, courseId, 'MANAGE_MEMBERS');
  const userId = parseId(wanted.userId, 'user');
  // Waits for a fresh account, so it stands before the transaction.
  if (!(await scope.arrivals.isKnownUser(userId))) throw notFound('user');

  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { standing } = await enterCourse(tx, { viewer, courseId, action: 'MANAGE_MEMBERS' });
    if (!mayChangeRole(standing, null, role))
      throw forbidden(`The role ${standing} does not allow to enrol somebody as ${role}.`);
    const enrollment = await insertEnrollment(tx, { id: newId(now), courseId, userId, role, joinedAt: now });
    if (enrollment) {
      emit('ruzlet.course.enrollment.added.v1', { courseId, userId, role });
      return enrollment;
    }
    const existing = await findEnrollment(tx, courseId, userId);
    if (existing?.role !== role) {
      throw conflict(`The user is a member already, as ${existing?.role ?? 'nobody'}: change it by setCourseRole.`);
    }
    return existing;
  });
}
