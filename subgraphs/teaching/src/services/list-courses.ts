import { requireViewer } from '@ruzlet/platform/access/viewer';
import { badInput } from '@ruzlet/platform/errors';
import { pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import type { CourseRole } from '../domain/course.js';
import { courseQueryCharactersMax, courseQueryWordsMax } from '../domain/limits.js';
import { pageMemberships, pagePublicCourses } from '../storage/courses.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { parseTimeCursor, timeCursor } from './cursors.js';
import type { PageArgs } from './list-lessons.js';
import type { ReadScope, Scope } from './scope.js';

type ListScope = ReadScope & Pick<Scope, 'db'>;

/** The viewer's courses, the newest membership first. */
export async function listMyCourses(
  scope: ListScope,
  args: PageArgs & { role?: CourseRole | null | undefined },
): Promise<Connection<CourseRow>> {
  const { userId } = requireViewer(scope.viewer);
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  const memberships = await pageMemberships(scope.db, {
    userId,
    role: args.role ?? null,
    limit: first + 1,
    after: start && { joinedAt: start.at, id: start.id },
  });
  for (const { course } of memberships) scope.loaders.course.prime(course.id, course);
  const cursors = new Map(memberships.map((row) => [row.course.id, timeCursor(row.joinedAt, row.enrollmentId)]));
  return toConnection(
    memberships.map((row) => row.course),
    first,
    (course) => cursors.get(course.id) ?? '',
    start !== null,
  );
}

/** Courses that everybody may find, the newest first. */
export async function listPublicCourses(
  scope: ListScope,
  args: PageArgs & { query?: string | null | undefined },
): Promise<Connection<CourseRow>> {
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  const courses = await pagePublicCourses(scope.db, {
    words: wordsOf(args.query ?? ''),
    limit: first + 1,
    after: start && { publishedAt: start.at, id: start.id },
  });
  for (const course of courses) scope.loaders.course.prime(course.id, course);
  return toConnection(
    courses,
    first,
    (course) => timeCursor(course.publishedAt ?? course.createdAt, course.id),
    start !== null,
  );
}

function wordsOf(query: string): string[] {
  const words = query.split(/\s+/).filter((word) => word !== '');
  const fault =
    query.length > courseQueryCharactersMax
      ? `must have at most ${String(courseQueryCharactersMax)} characters`
      : words.length > courseQueryWordsMax
        ? `must have at most ${String(courseQueryWordsMax)} words`
        : query.includes('\0')
          ? 'must not contain the NUL character'
          : undefined;
  if (fault !== undefined) throw badInput([{ path: ['query'], message: fault }]);
  return words;
}
