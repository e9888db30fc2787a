import type { Viewer } from '@ruzlet/platform/access/viewer';
import { notFound } from '@ruzlet/platform/errors';
import type { CourseAction } from '../domain/course-access.js';
import { findLessonsByIds } from '../storage/lessons.js';
import { findModulesByIds } from '../storage/modules.js';
import type { CourseRow, LessonRow, ModuleRow, TeachingDb } from '../storage/teaching-db.js';
import { enterCourse } from './enter-course.js';

/**
 * Into a course by something inside. The part is read twice: once to learn the course, once when the course is locked,
 * because it may have been deleted or moved in between.
 */

interface Door {
  viewer: Viewer;
  action: CourseAction;
  lock?: 'CHANGE' | 'STATE';
}

/** @throws AppError NOT_FOUND, FORBIDDEN or CONFLICT. */
export async function enterModule(
  tx: TeachingDb,
  door: Door & { moduleId: string },
): Promise<{ course: CourseRow; module: ModuleRow }> {
  const { moduleId, ...rest } = door;
  const [found] = await findModulesByIds(tx, [moduleId]);
  if (!found) throw notFound('module');
  const { course } = await enterCourse(tx, { ...rest, courseId: found.courseId, thing: 'module' });
  const [module] = await findModulesByIds(tx, [moduleId]);
  if (!module) throw notFound('module');
  return { course, module };
}

/** @throws AppError NOT_FOUND, FORBIDDEN or CONFLICT. */
export async function enterLesson(
  tx: TeachingDb,
  door: Door & { lessonId: string },
): Promise<{ course: CourseRow; lesson: LessonRow }> {
  const { lessonId, ...rest } = door;
  const [found] = await findLessonsByIds(tx, [lessonId]);
  if (!found) throw notFound('lesson');
  const { course } = await enterCourse(tx, { ...rest, courseId: found.courseId, thing: 'lesson' });
  const [lesson] = await findLessonsByIds(tx, [lessonId]);
  if (!lesson) throw notFound('lesson');
  return { course, lesson };
}
