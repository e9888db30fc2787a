import { isUuid } from '@ruzlet/platform/ids';
import { isReadableThroughCourse } from '../domain/deck-grant.js';
import type { LessonRow } from '../storage/teaching-db.js';
import { standingIn } from './enter-course.js';
import { allows } from './read-course.js';
import type { ReadScope } from './scope.js';
import { isModuleOpen } from './unlock-rule.js';

/** The lesson, for members whose module is open; null for everybody else. */
export async function findReadableLesson(scope: ReadScope, id: string): Promise<LessonRow | null> {
  if (!isUuid(id)) return null;
  const lesson = await scope.loaders.lesson.load(id.toLowerCase());
  if (!lesson) return null;
  const [course, module] = await Promise.all([
    scope.loaders.course.load(lesson.courseId),
    scope.loaders.module.load(lesson.moduleId),
  ]);
  if (!course || !module || !(await allows(scope, course, 'READ_CONTENT'))) return null;
  return (await isModuleOpen(scope, module, await standingIn(scope, course.id))) ? lesson : null;
}

/** Ids of the lesson's decks that the viewer can read. */
export async function listLessonDecks(scope: ReadScope, lesson: LessonRow): Promise<string[]> {
  const { viewer } = scope;
  if (!viewer) return [];
  const attached = await scope.loaders.decksOfLesson.load(lesson.id);
  return attached
    .filter(({ deck, attachment }) => deck && isReadableThroughCourse(deck, attachment.attachedBy, viewer.userId))
    .map(({ attachment }) => attachment.deckId);
}
