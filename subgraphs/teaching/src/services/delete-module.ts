import { requireViewer } from '@ruzlet/platform/access/viewer';
import { updateCourseRow } from '../storage/courses.js';
import { findLessonsOfModules } from '../storage/lessons.js';
import { deleteModuleRow, renumberModules } from '../storage/modules.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterModule } from './enter-part.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

/** Deletes a module with its lessons; modules that waited for it are open. */
export async function deleteModule(scope: ChangeScope, id: string): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const moduleId = parseId(id, 'module');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { course } = await enterModule(tx, { viewer, moduleId, action: 'EDIT' });
    const lessons = await findLessonsOfModules(tx, [moduleId]);
    await deleteModuleRow(tx, moduleId);
    await renumberModules(tx, course.id);
    for (const lesson of lessons) {
      emit('ruzlet.course.lesson.deleted.v1', {
        courseId: course.id,
        moduleId,
        lessonId: lesson.id,
        title: lesson.title,
      });
    }
    return updateCourseRow(tx, course.id, { updatedAt: now });
  });
}
