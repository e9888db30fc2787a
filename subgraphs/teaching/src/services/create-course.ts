import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { courseDescriptionCharactersMax, courseTitleCharactersMax } from '../domain/limits.js';
import { findCoursesByIds, insertCourse } from '../storage/courses.js';
import { insertEnrollment } from '../storage/enrollments.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { freshJoinCode } from './fresh-join-code.js';
import { emptyToNull, id, optional, text } from './inputs.js';
import { demandSameContent, isUnchanged } from './repeated-create.js';
import type { ChangeScope, Scope } from './scope.js';

const createCourseInput = z.object({
  id: optional(id),
  title: text({ charactersMin: 1, charactersMax: courseTitleCharactersMax }),
  description: optional(text({ charactersMax: courseDescriptionCharactersMax })),
  listed: optional(z.boolean()),
});

/** Makes a draft that the viewer owns. Sent again with the same id, it answers what is there. */
export async function createCourse(scope: ChangeScope & Pick<Scope, 'random'>, input: unknown): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(createCourseInput, input);
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const courseId = wanted.id ?? newId(now);
    const course = await insertCourse(tx, {
      id: courseId,
      ownerId: viewer.userId,
      createdBy: viewer.userId,
      title: wanted.title,
      description: emptyToNull(wanted.description),
      listed: wanted.listed ?? false,
      joinCode: await freshJoinCode(tx, scope.random),
      createdAt: now,
      updatedAt: now,
    });
    if (!course) {
      const [existing] = await findCoursesByIds(tx, [courseId]);
      if (existing?.createdBy !== viewer.userId) throw conflict(`The id ${courseId} is taken: make another.`);
      const { title, description, listed } = existing;
      const same =
        title === wanted.title &&
        description === emptyToNull(wanted.description) &&
        listed === (wanted.listed ?? false);
      demandSameContent({ id: courseId, unchanged: isUnchanged(existing) }, same);
      return existing;
    }
    await insertEnrollment(tx, { id: newId(now), courseId, userId: viewer.userId, role: 'OWNER', joinedAt: now });
    emit('ruzlet.course.created.v1', { courseId, ownerId: viewer.userId, title: course.title, state: course.state });
    emit('ruzlet.course.enrollment.added.v1', { courseId, userId: viewer.userId, role: 'OWNER' });
    return course;
  });
}
