import { requireViewer } from '@ruzlet/platform/access/viewer';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { courseDescriptionCharactersMax, courseTitleCharactersMax } from '../domain/limits.js';
import { updateCourseRow } from '../storage/courses.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { emptyToNull, parseId, text } from './inputs.js';
import type { ChangeScope } from './scope.js';

const updateCourseInput = z.object({
  id: z.string(),
  title: text({ charactersMin: 1, charactersMax: courseTitleCharactersMax }).optional(),
  description: text({ charactersMax: courseDescriptionCharactersMax }).nullish(),
  listed: z.boolean('must be true or false').optional(),
});

/** Changes the texts of a course, and whether it is listed. */
export async function updateCourse(scope: ChangeScope, input: unknown): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const { id, title, description, listed } = parseInput(updateCourseInput, input);
  const courseId = parseId(id, 'course');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { course } = await enterCourse(tx, { viewer, courseId, action: 'EDIT' });
    const updated = await updateCourseRow(tx, courseId, {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description: emptyToNull(description) }),
      ...(listed !== undefined && { listed }),
      updatedAt: now,
    });
    if (updated.title !== course.title) {
      emit('ruzlet.course.updated.v1', {
        courseId,
        ownerId: updated.ownerId,
        title: updated.title,
        state: updated.state,
      });
    }
    return updated;
  });
}
