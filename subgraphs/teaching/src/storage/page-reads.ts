import type { Gather, Read } from '@ruzlet/platform/reads/gather';
import type { CourseRole } from '../domain/course.js';
import type { SubmissionState } from '../domain/assignment.js';
import { pageAnnouncementsOfCourses } from './announcements.js';
import { pageOverrides } from './assignments.js';
import { pageEnrollmentsOfCourses } from './enrollments.js';
import { pageLessonsOfCourses, type LessonPlace } from './lessons.js';
import { pageSubmissions } from './submissions.js';
import type {
  AnnouncementRow,
  AssignmentOverrideRow,
  EnrollmentRow,
  LessonRow,
  SubmissionRow,
  TeachingDb,
} from './teaching-db.js';

/** Pages below many courses or assignments: the same page of each comes from one query. */

export interface EnrollmentPageKey {
  courseId: string;
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

export interface SubmissionPageKey {
  assignmentId: string;
  state: SubmissionState | null;
  limit: number;
  after: { createdAt: Date; id: string } | null;
}

export interface OverridePageKey {
  assignmentId: string;
  limit: number;
  /** The student after whom the page begins. */
  after: string | null;
}

export function createPageReads(db: TeachingDb, gather: Gather) {
  return {
    enrollmentPage: gather(
      pages<EnrollmentPageKey, EnrollmentRow>(
        ofCourse,
        ({ role, limit, after }) => [role, limit, after],
        async (keys, { role, limit, after }) =>
          pageEnrollmentsOfCourses(db, { courseIds: courseIdsOf(keys), role, limit, after }),
        (row) => row.courseId,
      ),
      pageKey,
    ),
    lessonPage: gather(
      pages<LessonPageKey, { lesson: LessonRow; modulePosition: number }>(
        ofCourse,
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
      pageKey,
    ),
    announcementPage: gather(
      pages<AnnouncementPageKey, AnnouncementRow>(
        ofCourse,
        ({ limit, after }) => [limit, after],
        async (keys, { limit, after }) =>
          pageAnnouncementsOfCourses(db, { courseIds: courseIdsOf(keys), limit, after }),
        (row) => row.courseId,
      ),
      pageKey,
    ),
    submissionPage: gather(
      pages<SubmissionPageKey, SubmissionRow>(
        ofAssignment,
        ({ state, limit, after }) => [state, limit, after],
        async (keys, { state, limit, after }) =>
          pageSubmissions(db, { assignmentIds: keys.map(ofAssignment), state, limit, after }),
        ofAssignment,
      ),
      pageKey,
    ),
    overridePage: gather(
      pages<OverridePageKey, AssignmentOverrideRow>(
        ofAssignment,
        ({ limit, after }) => [limit, after],
        async (keys, { limit, after }) => pageOverrides(db, { assignmentIds: keys.map(ofAssignment), limit, after }),
        ofAssignment,
      ),
      pageKey,
    ),
  };
}

const ofCourse = ({ courseId }: { courseId: string }) => courseId;
const ofAssignment = ({ assignmentId }: { assignmentId: string }) => assignmentId;

function courseIdsOf(keys: readonly { courseId: string }[]): string[] {
  return keys.map((key) => key.courseId);
}

/** Equal for the same page below the same parent. */
export const pageKey = (key: object): string => JSON.stringify(key);

/**
 * @param parentOf what the page of a key hangs below.
 * @param shapeOf what has to be equal for two parents to share a query.
 * @param find one query for keys of one shape and of different parents, given the first of them.
 * @param parentOfRow what a row hangs below.
 */
function pages<K extends object, R>(
  parentOf: (key: K) => string,
  shapeOf: (key: K) => unknown,
  find: (keys: readonly K[], shape: K) => Promise<R[]>,
  parentOfRow: (row: R) => string,
): Read<K, R[]> {
  return async (keys) => {
    const queries = new Map<string, K[]>();
    const times = new Map<string, number>();
    for (const key of keys) {
      const shape = JSON.stringify(shapeOf(key));
      // What two viewers see below the same parent is asked for by two queries: one would show each what is the other's.
      const place = `${shape} ${parentOf(key)}`;
      const time = times.get(place) ?? 0;
      times.set(place, time + 1);
      const query = `${shape} ${String(time)}`;
      queries.set(query, [...(queries.get(query) ?? []), key]);
    }
    const found = new Map<K, R[] | Error>();
    await Promise.all(
      Array.from(queries.values(), async (together) => {
        const [first] = together;
        if (!first) return;
        try {
          const ofParents = new Map<string, R[]>(together.map((key) => [parentOf(key), []]));
          for (const row of await find(together, first)) ofParents.get(parentOfRow(row))?.push(row);
          for (const key of together) found.set(key, ofParents.get(parentOf(key)) ?? []);
        } catch (error) {
          // Who asked for another page gets it all the same.
          for (const key of together) found.set(key, error instanceof Error ? error : new Error(String(error)));
        }
      }),
    );
    return keys.map((key) => found.get(key) ?? []);
  };
}
