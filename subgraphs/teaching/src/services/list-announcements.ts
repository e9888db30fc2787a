import { pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import type { AnnouncementRow, CourseRow } from '../storage/teaching-db.js';
import { parseTimeCursor, timeCursor } from './cursors.js';
import type { PageArgs } from './list-lessons.js';
import { allows } from './read-course.js';
import type { ReadScope } from './scope.js';

/** What was told to the course, the newest first; nothing for who is not a member. */
export async function listAnnouncements(
  scope: ReadScope,
  course: CourseRow,
  args: PageArgs,
): Promise<Connection<AnnouncementRow>> {
  const { first, after } = pageArgs(args);
  const start = parseTimeCursor(after);
  const rows = (await allows(scope, course, 'READ_CONTENT'))
    ? await scope.loaders.announcementPage.load({
        courseId: course.id,
        limit: first + 1,
        after: start && { postedAt: start.at, id: start.id },
      })
    : [];
  return toConnection(rows, first, (row) => timeCursor(row.postedAt, row.id), start !== null);
}
