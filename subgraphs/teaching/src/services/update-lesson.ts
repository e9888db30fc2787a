import { requireViewer } from '@ruzlet/platform/access/viewer';
import { notFound } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { lessonBodyCharactersMax, lessonTitleCharactersMax } from '../domain/limits.js';
import { updateCourseRow } from '../storage/courses.js';
import { endOfModule, renumberLessons, updateLessonRow } from '../storage/lessons.js';
import { findModulesByIds } from '../storage/modules.js';
import type { LessonRow, TeachingDb } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterLesson } from './enter-part.js';
import { parseId, text } from './inputs.js';
import type { ChangeScope } from './scope.js';

const updateLessonInput = z.object({
  id: z.string(),
  title: text({ charactersMin: 1, charactersMax: lessonTitleCharactersMax }).optional(),
  body: text({ charactersMax: lessonBodyCharactersMax }).optional(),
  moduleId: z.string('must be the id of a module').optional(),
});

/** Changes a lesson, or moves it to the end of another module. */
export async function updateLesson(scope: ChangeScope, input: unknown): Promise<LessonRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(updateLessonInput, input);
  const lessonId = parseId(wanted.id, 'lesson');
  const moduleId = wanted.moduleId === undefined ? undefined : parseId(wanted.moduleId, 'module');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { lesson, course } = await enterLesson(tx, { viewer, lessonId, action: 'EDIT' });
    const moves = moduleId !== undefined && moduleId !== lesson.moduleId;
    const updated = await updateLessonRow(tx, lessonId, {
      ...(wanted.title !== undefined && { title: wanted.title }),
      ...(wanted.body !== undefined && { body: wanted.body }),
      ...(moves && (await placeAtEnd(tx, course.id, moduleId))),
      updatedAt: now,
    });
    if (moves) await renumberLessons(tx, [lesson.moduleId]);
    await updateCourseRow(tx, course.id, { updatedAt: now });
    if (moves || updated.title !== lesson.title) {
      emit('ruzlet.course.lesson.updated.v1', {
        courseId: course.id,
        moduleId: updated.moduleId,
        lessonId,
        title: updated.title,
      });
    }
    return updated;
  });
}

async function placeAtEnd(tx: TeachingDb, courseId: string, moduleId: string) {
  const [module] = await findModulesByIds(tx, [moduleId]);
  if (module?.courseId !== courseId) throw notFound('module');
  return { moduleId, position: await endOfModule(tx, moduleId) };
}
