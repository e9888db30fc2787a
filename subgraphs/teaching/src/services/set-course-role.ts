import { requireViewer } from '@ruzlet/platform/access/viewer';
import { forbidden, notFound } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { courseRoles, type CourseRole } from '../domain/course.js';
import { mayChangeRole } from '../domain/course-access.js';
import { updateCourseRow } from '../storage/courses.js';
import { lockEnrollment, updateRole } from '../storage/enrollments.js';
import type { CourseRow, EnrollmentRow } from '../storage/teaching-db.js';
import { inCourseTransaction, type CourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

const setCourseRoleInput = z.object({ courseId: z.string(), userId: z.string(), role: z.enum(courseRoles) });

/** Gives a member another role. `OWNER` hands the course over, and whose it was becomes a teacher. */
export async function setCourseRole(scope: ChangeScope, input: unknown): Promise<EnrollmentRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(setCourseRoleInput, input);
  const { role } = wanted;
  const courseId = parseId(wanted.courseId, 'course');
  const userId = parseId(wanted.userId, 'member');
  return inCourseTransaction(scope, async (transaction) => {
    const { course, standing } = await enterCourse(transaction.tx, { viewer, courseId, action: 'MANAGE_MEMBERS' });
    const member = await lockEnrollment(transaction.tx, courseId, userId);
    if (!member) throw notFound('member');
    if (member.role === role) return member;
    const allowed = role === 'OWNER' ? standing === 'OWNER' : mayChangeRole(standing, member.role, role);
    if (!allowed)
      throw forbidden(`The role ${standing} does not allow to make a member ${role} who is ${member.role}.`);
    if (role === 'OWNER') await handOver(transaction, course, userId);
    return changeRole(transaction, courseId, userId, role);
  });
}

async function handOver(transaction: CourseTransaction, course: CourseRow, userId: string): Promise<void> {
  const { tx, now, emit } = transaction;
  const courseId = course.id;
  await changeRole(transaction, courseId, course.ownerId, 'TEACHER');
  await updateCourseRow(tx, courseId, { ownerId: userId, updatedAt: now });
  emit('ruzlet.course.updated.v1', { courseId, ownerId: userId, title: course.title, state: course.state });
}

async function changeRole(
  { tx, emit }: CourseTransaction,
  courseId: string,
  userId: string,
  role: CourseRole,
): Promise<EnrollmentRow> {
  const changed = await updateRole(tx, courseId, userId, role);
  if (!changed) throw new Error(`Member ${userId} of course ${courseId} is gone although the course is locked.`);
  emit('ruzlet.course.enrollment.role_changed.v1', { courseId, userId, role });
  return changed;
}
