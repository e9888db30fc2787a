import DataLoader from 'dataloader';
import type { CourseRole } from '../domain/course.js';
import type { Progress } from '../domain/progress.js';
import { countCompletions, findCompletedLessons, findUnfinishedModules } from './completions.js';
import { findCoursesByIds } from './courses.js';
import { countStudentsOfCourses, findRolesOfUser } from './enrollments.js';
import { findDecksOfLessons, type AttachedDeck } from './lesson-decks.js';
import { countLessonsOfCourses, countLessonsOfModules, findLessonsByIds, findLessonsOfModules } from './lessons.js';
import { findModulesByIds, findModulesOfCourses } from './modules.js';
import { createPageLoaders, type PageLoaders } from './page-loaders.js';
import type { CourseRow, LessonRow, ModuleRow, TeachingDb } from './teaching-db.js';

/** Whose progress in which course. */
export interface Member {
  courseId: string;
  userId: string;
}

/** Single reads of one request, gathered into one query for each kind. */
export interface Loaders extends PageLoaders {
  course: DataLoader<string, CourseRow | null>;
  module: DataLoader<string, ModuleRow | null>;
  lesson: DataLoader<string, LessonRow | null>;
  /** The viewer's role in a course. */
  role: DataLoader<string, CourseRole | null>;
  modulesOfCourse: DataLoader<string, ModuleRow[]>;
  lessonsOfModule: DataLoader<string, LessonRow[]>;
  decksOfLesson: DataLoader<string, AttachedDeck[]>;
  lessonCountOfCourse: DataLoader<string, number>;
  lessonCountOfModule: DataLoader<string, number>;
  studentCount: DataLoader<string, number>;
  /** Whether the viewer has completed a lesson. */
  completed: DataLoader<string, boolean>;
  /** Whether the viewer has completed every lesson of a module. */
  moduleFinished: DataLoader<string, boolean>;
  progress: DataLoader<Member, Progress, string>;
  /** Forgets everything: after a change, the rest of the request reads anew. */
  clear(): void;
}

/** Keys of one query at most (count); more are read in several. */
const batchKeysMax = 1_000;

export function createLoaders(db: TeachingDb, viewerId: string | null): Loaders {
  const lessonCountOfCourse = countLoader(async (ids) => {
    const rows = await countLessonsOfCourses(db, ids);
    return rows.map((row) => [row.courseId, row.count]);
  });

  const module = rowLoader((ids) => findModulesByIds(db, ids));
  const lesson = rowLoader((ids) => findLessonsByIds(db, ids));

  const loaders = {
    ...createPageLoaders(db),
    course: rowLoader((ids) => findCoursesByIds(db, ids)),
    module,
    lesson,
    role: batch<CourseRole | null>(async (courseIds) => {
      const rows = viewerId === null ? [] : await findRolesOfUser(db, viewerId, courseIds);
      const roles = new Map(rows.map((row) => [row.courseId, row.role]));
      return courseIds.map((id) => roles.get(id) ?? null);
    }),
    modulesOfCourse: listLoader(
      async (ids) => primed(module, await findModulesOfCourses(db, ids)),
      (row) => row.courseId,
    ),
    lessonsOfModule: listLoader(
      async (ids) => primed(lesson, await findLessonsOfModules(db, ids)),
      (row) => row.moduleId,
    ),
    decksOfLesson: listLoader(
      (ids) => findDecksOfLessons(db, ids),
      (attached) => attached.attachment.lessonId,
    ),
    lessonCountOfCourse,
    lessonCountOfModule: countLoader(async (ids) => {
      const rows = await countLessonsOfModules(db, ids);
      return rows.map((row) => [row.moduleId, row.count]);
    }),
    studentCount: countLoader(async (ids) => {
      const rows = await countStudentsOfCourses(db, ids);
      return rows.map((row) => [row.courseId, row.count]);
    }),
    completed: batch<boolean>(async (lessonIds) => {
      const done = new Set(viewerId === null ? [] : await findCompletedLessons(db, viewerId, lessonIds));
      return lessonIds.map((id) => done.has(id));
    }),
    moduleFinished: batch<boolean>(async (moduleIds) => {
      const unfinished = new Set(await findUnfinishedModules(db, viewerId, moduleIds));
      return moduleIds.map((id) => !unfinished.has(id));
    }),
    progress: new DataLoader<Member, Progress, string>(
      async (members) => {
        const [rows, totals] = await Promise.all([
          countCompletions(db, members),
          Promise.all(members.map((member) => lessonCountOfCourse.load(member.courseId))),
        ]);
        const done = new Map(rows.map((row) => [memberKey(row), row.count]));
        return members.map((member, index) => ({
          lessonsCompleted: done.get(memberKey(member)) ?? 0,
          lessonsTotal: totals[index] ?? 0,
        }));
      },
      { cacheKeyFn: memberKey, maxBatchSize: batchKeysMax },
    ),
  };
  return {
    ...loaders,
    clear() {
      for (const loader of Object.values(loaders)) loader.clearAll();
    },
  };
}

function memberKey(member: Member): string {
  return `${member.courseId} ${member.userId}`;
}

/** What came with a list need not be read again by id. */
function primed<R extends { id: string }>(loader: DataLoader<string, R | null>, rows: R[]): R[] {
  for (const row of rows) loader.prime(row.id, row);
  return rows;
}

function batch<V>(load: (ids: readonly string[]) => Promise<V[]>): DataLoader<string, V> {
  return new DataLoader<string, V>(load, { maxBatchSize: batchKeysMax });
}

function rowLoader<R extends { id: string }>(find: (ids: readonly string[]) => Promise<R[]>) {
  return batch<R | null>(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

function listLoader<R>(find: (ids: readonly string[]) => Promise<R[]>, idOf: (row: R) => string) {
  return batch<R[]>(async (ids) => {
    const lists = new Map<string, R[]>(ids.map((id) => [id, []]));
    for (const row of await find(ids)) lists.get(idOf(row))?.push(row);
    return ids.map((id) => lists.get(id) ?? []);
  });
}

function countLoader(find: (ids: readonly string[]) => Promise<[string, number][]>) {
  return batch<number>(async (ids) => {
    const counts = new Map(await find(ids));
    return ids.map((id) => counts.get(id) ?? 0);
  });
}
