import type { Gather } from '@ruzlet/platform/reads/gather';
import { idKey, lists, rows, rowsOrNull, values } from '@ruzlet/platform/reads/shapes';
import { findAnnouncementsByIds } from './announcements.js';
import { createAssignmentReads } from './assignment-reads.js';
import { memberKey, type Member } from './batch.js';
import { countCompletions, findCompletedLessons, findUnfinishedModules, type StudyPart } from './completions.js';
import { findCoursesByIds } from './courses.js';
import { countStudentsOfCourses, findCourseDoors, findEnrollments } from './enrollments.js';
import { findDecksOfLessons } from './lesson-decks.js';
import { countLessonsOfCourses, countLessonsOfModules, findLessonsByIds, findLessonsOfModules } from './lessons.js';
import { findModulesByIds, findModulesOfCourses } from './modules.js';
import { createPageReads } from './page-reads.js';
import type { TeachingDb } from './teaching-db.js';

/** Everything that loaders read, for many keys at once. Where it depends on who asks, they are part of the key. */
export type Reads = ReturnType<typeof createReads>;

export const studyPartKey = ({ userId, id }: StudyPart): string => `${userId} ${id}`;

/** @param gather `together` for reads that live as long as the process, and are of whoever asks in the same turn. */
export function createReads(db: TeachingDb, gather: Gather) {
  /** Whether these people and things are among what `find` gives. */
  const isAmong = (find: (parts: readonly StudyPart[]) => Promise<StudyPart[]>) =>
    gather(values(find, { keyOf: studyPartKey, rowKey: studyPartKey, value: () => true, absent: false }), studyPartKey);
  const counts = (find: (ids: readonly string[]) => Promise<[string, number][]>) =>
    gather(values(find, { keyOf: idKey, rowKey: ([id]) => id, value: ([, count]) => count, absent: 0 }), idKey);

  return {
    ...createPageReads(db, gather),
    ...createAssignmentReads(db, gather),
    course: gather(
      rows((ids) => findCoursesByIds(db, ids)),
      idKey,
    ),
    module: gather(
      rows((ids) => findModulesByIds(db, ids)),
      idKey,
    ),
    lesson: gather(
      rows((ids) => findLessonsByIds(db, ids)),
      idKey,
    ),
    announcement: gather(
      rows((ids) => findAnnouncementsByIds(db, ids)),
      idKey,
    ),
    enrollment: gather(
      rowsOrNull((members: readonly Member[]) => findEnrollments(db, members), { keyOf: memberKey, rowKey: memberKey }),
      memberKey,
    ),
    door: gather(
      rowsOrNull((members: readonly Member[]) => findCourseDoors(db, members), { keyOf: memberKey, rowKey: memberKey }),
      memberKey,
    ),
    modulesOfCourse: gather(
      lists((ids: readonly string[]) => findModulesOfCourses(db, ids), { keyOf: idKey, rowKey: (row) => row.courseId }),
      idKey,
    ),
    lessonsOfModule: gather(
      lists((ids: readonly string[]) => findLessonsOfModules(db, ids), { keyOf: idKey, rowKey: (row) => row.moduleId }),
      idKey,
    ),
    decksOfLesson: gather(
      lists((ids: readonly string[]) => findDecksOfLessons(db, ids), {
        keyOf: idKey,
        rowKey: ({ attachment }) => attachment.lessonId,
      }),
      idKey,
    ),
    lessonCountOfCourse: counts(async (ids) =>
      (await countLessonsOfCourses(db, ids)).map(({ courseId, count }) => [courseId, count]),
    ),
    lessonCountOfModule: counts(async (ids) =>
      (await countLessonsOfModules(db, ids)).map(({ moduleId, count }) => [moduleId, count]),
    ),
    studentCount: counts(async (ids) =>
      (await countStudentsOfCourses(db, ids)).map(({ courseId, count }) => [courseId, count]),
    ),
    completed: isAmong((parts) => findCompletedLessons(db, parts)),
    moduleUnfinished: isAmong((parts) => findUnfinishedModules(db, parts)),
    completions: gather(
      values<Member, Member & { count: number }, number>((members) => countCompletions(db, members), {
        keyOf: memberKey,
        rowKey: memberKey,
        value: ({ count }) => count,
        absent: 0,
      }),
      memberKey,
    ),
  };
}
