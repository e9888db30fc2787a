import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { lessonBodyCharactersMax, lessonsPerCourseMax, lessonTitleCharactersMax } from '../domain/limits.js';
import { updateCourseRow } from '../storage/courses.js';
import { countLessonsOfCourses, endOfModule, findLessonsByIds, insertLesson } from '../storage/lessons.js';
import { findModulesOfCourses, insertModule } from '../storage/modules.js';
import type { CourseRow, LessonRow, TeachingDb } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { id, optional, parseId, text } from './inputs.js';
import { demandSameContent, isUnchanged } from './repeated-create.js';
import type { ChangeScope } from './scope.js';

const addLessonInput = z.object({
  id: optional(id),
  courseId: z.string(),
  moduleId: optional(z.string()),
  title: text({ charactersMin: 1, charactersMax: lessonTitleCharactersMax }),
  body: optional(text({ charactersMax: lessonBodyCharactersMax })),
});

/** Adds a lesson at the end of its module. Sent again with the same id, it answers what is there. */
export async function addLesson(scope: ChangeScope, input: unknown): Promise<LessonRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(addLessonInput, input);
  const courseId = parseId(wanted.courseId, 'course');
  const wantedModuleId = wanted.moduleId === undefined ? undefined : parseId(wanted.moduleId, 'module');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { course } = await enterCourse(tx, { viewer, courseId, action: 'EDIT' });
    const lessonId = wanted.id ?? newId(now);
    const [existing] = await findLessonsByIds(tx, [lessonId]);
    if (existing) {
      if (existing.courseId !== courseId || existing.createdBy !== viewer.userId) {
        throw conflict(`The id ${lessonId} is taken: make another.`);
      }
      const same = existing.title === wanted.title && existing.body === (wanted.body ?? '');
      demandSameContent({ id: lessonId, unchanged: isUnchanged(existing) }, same);
      return existing;
    }
    const [counted] = await countLessonsOfCourses(tx, [courseId]);
    if (counted && counted.count >= lessonsPerCourseMax) {
      throw conflict(`A course has at most ${String(lessonsPerCourseMax)} lessons.`);
    }
    const moduleId = await targetModule(tx, course, wantedModuleId, { now, createdBy: viewer.userId });
    const lesson = await insertLesson(tx, {
      id: lessonId,
      courseId,
      moduleId,
      createdBy: viewer.userId,
      title: wanted.title,
      body: wanted.body ?? '',
      position: await endOfModule(tx, moduleId),
      createdAt: now,
      updatedAt: now,
    });
    // Lost to somebody who took the id between the look and the insert: not in this course, which is locked.
    if (!lesson) throw conflict(`The id ${lessonId} is taken: make another.`);
    await updateCourseRow(tx, courseId, { updatedAt: now });
    emit('ruzlet.course.lesson.added.v1', { courseId, moduleId, lessonId, title: lesson.title });
    return lesson;
  });
}

/** The module that is wanted; else the course's first, made when there is none, under the course's own title. */
async function targetModule(
  tx: TeachingDb,
  course: CourseRow,
  wantedModuleId: string | undefined,
  made: { now: Date; createdBy: string },
): Promise<string> {
  const modules = await findModulesOfCourses(tx, [course.id]);
  const target = wantedModuleId === undefined ? modules[0] : modules.find((module) => module.id === wantedModuleId);
  if (target) return target.id;
  if (wantedModuleId !== undefined) throw notFound('module');
  const id = newId(made.now);
  await insertModule(tx, {
    id,
    courseId: course.id,
    createdBy: made.createdBy,
    title: course.title,
    position: 0,
    createdAt: made.now,
    updatedAt: made.now,
  });
  return id;
}
