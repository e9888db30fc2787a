import type postgres from 'postgres';
import { dataExported, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { Clock } from '@ruzlet/platform/clock';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { writeExportPart } from '@ruzlet/platform/subject-data/export-part';
import { columnsNamed, readRows, subjectSources } from '@ruzlet/platform/subject-data/subject-rows';
import { columnsOfAuthors, columnsOfPeople } from './columns-of-people.js';

/**
 * Writes what this subgraph has of a user: memberships, completed lessons, what they handed in with its grades, and the courses, modules, lessons and announcements that they
 * wrote. What others wrote in the same courses is not theirs to take.
 */
export async function exportUser(
  { sql, clock, objects }: { sql: postgres.Sql; clock: Clock; objects: ObjectStore },
  request: DataRequest,
): Promise<() => Promise<EncodedEvent[]>> {
  const { requestId: exportId, subjectId } = request;
  const columns = (await columnsNamed(sql, [...columnsOfPeople, ...columnsOfAuthors])).filter(
    ({ table }) => table !== 'deck_copies',
  );
  const ownCourses = 'course_id in (select id from courses where owner_id = $1)';
  const sources = [
    ...(await subjectSources(sql, { columns, subjectId })),
    { name: 'lessons_of_own_courses', rows: readRows(sql, { table: 'lessons', where: ownCourses, subjectId }) },
  ];
  const part = await writeExportPart(objects, { exportId, domain: 'teaching', sources });
  return () => Promise.resolve([dataExported('teaching', request, part, clock.now())]);
}
