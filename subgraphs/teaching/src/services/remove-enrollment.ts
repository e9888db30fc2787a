import { requireViewer } from '@ruzlet/platform/access/viewer';
import { forbidden, notFound } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { mayChangeRole } from '../domain/course-access.js';
import { deleteEnrollment, lockEnrollment } from '../storage/enrollments.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

const removeEnrollmentInput = z.object({ courseId: z.string(), userId: z.string() });

/** Ends somebody's membership; what they completed is kept, for when they come back. */
export async function removeEnrollment(scope: ChangeScope, input: unknown): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(removeEnrollmentInput, input);
  const courseId = parseId(wanted.courseId, 'course');
  const userId = parseId(wanted.userId, 'member');
  return inCourseTransaction(scope, async ({ tx, emit }) => {
    const { course, standing } = await enterCourse(tx, { viewer, courseId, action: 'MANAGE_MEMBERS' });
    const member = await lockEnrollment(tx, courseId, userId);
    if (!member) throw notFound('member');
    if (!mayChangeRole(standing, member.role, null)) {
      throw forbidden(`The role ${standing} does not allow to remove a member who is ${member.role}.`);
    }
    await deleteEnrollment(tx, courseId, userId);
    emit('ruzlet.course.enrollment.removed.v1', { courseId, userId, role: member.role });
    return course;
  });
}
