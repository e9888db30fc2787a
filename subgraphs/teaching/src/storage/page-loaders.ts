import DataLoader from 'dataloader';
import type { CourseRole } from '../domain/course.js';
import { pageAnnouncementsOfCourses } from './announcements.js';
import { pageEnrollmentsOfCourses } from './enrollments.js';
import { pageLessonsOfCourses, type LessonPlace } from './lessons.js';
import type { AnnouncementRow, EnrollmentRow, LessonRow, TeachingDb } from './teaching-db.js';

/** Pages below many courses: the same page of each comes from one query. */

export interface EnrollmentPageKey {
  courseId: string;
  onlyUserId: string | null;
  role: CourseRole | null;
  limit: number;
  after: { joinedAt: Date; id: string } | null;
}

export interface LessonPageKey {
  courseId: string;
  /** The modules whose lessons may be seen. */
  moduleIds: readonly string[];
  limit: number;
  after: LessonPlace | null;
}

export interface AnnouncementPageKey {
  courseId: string;
  limit: number;
  after: { postedAt: Date; id: string } | null;
}

export interface PageLoaders {
  enrollmentPage: DataLoader<EnrollmentPageKey, EnrollmentRow[], string>;
  lessonPage: DataLoader<LessonPageKey, { lesson: LessonRow; modulePosition: number }[], string>;
  announcementPage: DataLoader<AnnouncementPageKey, AnnouncementRow[], string>;
}

export function createPageLoaders(db: TeachingDb): PageLoaders {
  return {
    enrollmentPage: pageLoader(
      ({ onlyUserId, role, limit, after }) => [onlyUserId, role, limit, after],
      async (keys, { onlyUserId, role, limit, after }) =>
        pageEnrollmentsOfCourses(db, { courseIds: courseIdsOf(keys), onlyUserId, role, limit, after }),
      (row) => row.courseId,
    ),
    lessonPage: pageLoader(
      ({ limit, after }) => [limit, after],
      async (keys, { limit, after }) =>
        pageLessonsOfCourses(db, {
          courseIds: courseIdsOf(keys),
          // A module belongs to one course, so the union opens nothing that one of the keys keeps closed.
          moduleIds: [...new Set(keys.flatMap((key) => key.moduleIds))],
          limit,
          after,
        }),
      (row) => row.lesson.courseId,
    ),
    announcementPage: pageLoader(
      ({ limit, after }) => [limit, after],
      async (keys, { limit, after }) => pageAnnouncementsOfCourses(db, { courseIds: courseIdsOf(keys), limit, after }),
      (row) => row.courseId,
    ),
  };
}

function courseIdsOf(keys: readonly { courseId: string }[]): string[] {
  return keys.map((key) => key.courseId);
}

/**
 * @param shapeOf what has to be equal for two courses to share a query.
 * @param find one query for keys of one shape, given the first of them.
 */
function pageLoader<K extends { courseId: string }, R>(
  shapeOf: (key: K) => unknown,
  find: (keys: readonly K[], shape: K) => Promise<R[]>,
  courseIdOf: (row: R) => string,
): DataLoader<K, R[], string> {
  return new DataLoader<K, R[], string>(
    async (keys) => {
      const shapes = new Map<string, K[]>();
      for (const key of keys) {
        const shape = JSON.stringify(shapeOf(key));
        shapes.set(shape, [...(shapes.get(shape) ?? []), key]);
      }
      const pages = new Map<K, R[]>(keys.map((key) => [key, []]));
      await Promise.all(
        Array.from(shapes.values(), async (sameShape) => {
          const [first] = sameShape;
          if (!first) return;
          const keyOf = new Map(sameShape.map((key) => [key.courseId, key]));
          for (const row of await find(sameShape, first)) {
            const key = keyOf.get(courseIdOf(row));
            if (key) pages.get(key)?.push(row);
          }
        }),
      );
      return keys.map((key) => pages.get(key) ?? []);
    },
    { cacheKeyFn: (key) => JSON.stringify([key.courseId, shapeOf(key), 'moduleIds' in key ? key.moduleIds : null]) },
  );
}
