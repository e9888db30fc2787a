import { requireViewer } from '@ruzlet/platform/access/viewer';
import { updateCourseRow } from '../storage/courses.js';
import { deleteLessonRow, renumberLessons } from '../storage/lessons.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterLesson } from './enter-part.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

/** Deletes a lesson; its decks are detached and completions of it gone with it. */
export async function deleteLesson(scope: ChangeScope, id: string): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const lessonId = parseId(id, 'lesson');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { course, lesson } = await enterLesson(tx, { viewer, lessonId, action: 'EDIT' });
    await deleteLessonRow(tx, lessonId);
    await renumberLessons(tx, [lesson.moduleId]);
    emit('ruzlet.course.lesson.deleted.v1', {
      courseId: course.id,
      moduleId: lesson.moduleId,
      lessonId,
      title: lesson.title,
    });
    return updateCourseRow(tx, course.id, { updatedAt: now });
  });
}
