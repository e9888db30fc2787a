import { encodeCursor, pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import { z } from 'zod';
import type { CourseRow, LessonRow } from '../storage/teaching-db.js';
import { parseCursor } from './cursors.js';
import { isOpenToViewer, listModules } from './list-modules.js';
import type { ReadScope } from './scope.js';

/** Arguments of a connection. */
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const place = z.tuple([z.int32(), z.int32(), z.uuid()]);

/** The lessons of a course across its modules, without those that are locked for the viewer. */
export async function listLessons(scope: ReadScope, course: CourseRow, args: PageArgs): Promise<Connection<LessonRow>> {
  const { first, after } = pageArgs(args);
  const start = after === null ? null : parseCursor(place, after, 3);
  const modules = await listModules(scope, course);
  const open = await Promise.all(modules.map((module) => isOpenToViewer(scope, module)));
  const moduleIds = modules.filter((_, index) => open[index]).map((module) => module.id);
  if (moduleIds.length === 0) return toConnection<LessonRow>([], first, () => '', start !== null);

  const rows = await scope.loaders.lessonPage.load({
    courseId: course.id,
    moduleIds,
    limit: first + 1,
    after: start && { modulePosition: start[0], lessonPosition: start[1], id: start[2] },
  });
  const modulePositions = new Map(rows.map((row) => [row.lesson.id, row.modulePosition]));
  return toConnection(
    rows.map((row) => row.lesson),
    first,
    (lesson) => encodeCursor([modulePositions.get(lesson.id) ?? 0, lesson.position, lesson.id]),
    start !== null,
  );
}
