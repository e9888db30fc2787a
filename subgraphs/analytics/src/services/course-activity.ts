import { pageArgs } from '@ruzlet/platform/pagination';
import type { Installation } from '../domain/activity/activity.js';
import { caliperContentType, caliperEnvelope } from '../domain/activity/caliper.js';
import { xapiContentType, xapiStatement } from '../domain/activity/xapi.js';
import { courseActivity, type CourseActivityRow } from '../queries/course-activity.js';
import { runQuery } from '../queries/run-query.js';
import type { CourseFigures } from './course-analytics.js';
import { momentCursor, momentPlace } from './moment-cursor.js';
import { readActivity } from './read-activity.js';
import type { Scope } from './scope.js';

/** Events of one page at most (count). */
export const activityPageMax = 1_000;

export interface ActivityPage {
  contentType: string;
  body: string;
  count: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/**
 * A page of what happened in a course, written for another system. Whoever asks again from the last `endCursor` gets what has
 * arrived since; a page without anything new repeats that cursor.
 */
export async function activityOf(
  { reader, clock, installation }: Scope,
  { courseId }: CourseFigures,
  args: { format: 'XAPI' | 'CALIPER'; first?: number | null | undefined; after?: string | null | undefined },
): Promise<ActivityPage> {
  const { first, after } = pageArgs(args, { firstDefault: 100, firstMax: activityPageMax });
  const place = momentPlace(after);
  const rows = await runQuery(reader, courseActivity, { courseIds: [courseId], ...place, rowsMax: first + 1 });
  const page = rows.slice(0, first);
  const last = page.at(-1);
  const [begin] = page;
  const written = write(args.format, page, courseId, installation, clock.now());
  return {
    ...written,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: begin ? cursorOf(begin) : null,
      endCursor: last ? cursorOf(last) : after,
    },
  };
}

function write(
  format: 'XAPI' | 'CALIPER',
  rows: CourseActivityRow[],
  courseId: string,
  installation: Installation,
  now: Date,
): Omit<ActivityPage, 'pageInfo'> {
  if (format === 'XAPI') {
    const statements = rows
      .flatMap((row) => readActivity(row, courseId))
      .map((activity) => xapiStatement(activity, installation));
    return { contentType: xapiContentType, body: JSON.stringify(statements), count: statements.length };
  }
  const kept = rows.filter(({ undone }) => undone === 0).flatMap((row) => readActivity(row, courseId));
  const envelope = caliperEnvelope(kept, installation, now);
  return { contentType: caliperContentType, body: JSON.stringify(envelope), count: envelope.data.length };
}

const cursorOf = ({ received_at, event_id }: CourseActivityRow) => momentCursor(received_at, event_id);
