import { requireViewer } from '@ruzlet/platform/access/viewer';
import { badInput } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { lessonsPerCourseMax, modulesPerCourseMax } from '../domain/limits.js';
import { planReorder } from '../domain/reorder.js';
import { updateCourseRow } from '../storage/courses.js';
import { findLessonOrder, findLessonsByIds, renumberLessons, setLessonPlaces } from '../storage/lessons.js';
import { findModulesOfCourses, setModulePositions } from '../storage/modules.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { id, optional, parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

const reorderInput = z.object({
  courseId: z.string(),
  moduleIds: optional(z.array(id).max(modulesPerCourseMax)),
  lessons: optional(
    z.array(z.object({ moduleId: id, lessonIds: z.array(id).max(lessonsPerCourseMax) })).max(modulesPerCourseMax),
  ),
});

/** Puts modules and lessons in a new order, in one statement each; all or nothing. */
export async function reorder(scope: ChangeScope, input: unknown): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(reorderInput, input);
  const courseId = parseId(wanted.courseId, 'course');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    await enterCourse(tx, { viewer, courseId, action: 'EDIT' });
    const modules = await findModulesOfCourses(tx, [courseId]);
    const lessons = await findLessonOrder(tx, courseId);
    const plan = planReorder({ moduleIds: modules.map((module) => module.id), lessons }, wanted);
    if ('faults' in plan) {
      throw badInput(plan.faults.map((fault) => ({ path: ['input', ...fault.path], message: fault.message })));
    }
    await setModulePositions(tx, plan.modules);
    await setLessonPlaces(tx, plan.lessons);
    const movedIds = plan.lessons.filter((lesson) => lesson.moved).map((lesson) => lesson.id);
    // Lessons may come out of modules that the wish does not name.
    await renumberLessons(tx, moduleIdsOf(lessons, new Set(movedIds)));
    for (const lesson of await findLessonsByIds(tx, movedIds)) {
      emit('ruzlet.course.lesson.updated.v1', {
        courseId,
        moduleId: lesson.moduleId,
        lessonId: lesson.id,
        title: lesson.title,
      });
    }
    return updateCourseRow(tx, courseId, { updatedAt: now });
  });
}

function moduleIdsOf(lessons: readonly { id: string; moduleId: string }[], ids: ReadonlySet<string>): string[] {
  return [...new Set(lessons.filter((lesson) => ids.has(lesson.id)).map((lesson) => lesson.moduleId))];
}
