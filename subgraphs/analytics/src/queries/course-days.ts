import { z } from 'zod';
import { rangeDaysMax } from '../domain/day-range.js';
import { courseSets, courseWork } from './course-sets.js';
import { day, numeric, type Query } from './run-query.js';

const row = z.object({
  course_id: z.string(),
  day,
  active_students: numeric,
  reviews: numeric,
  study_time_ms: numeric,
  lessons_completed: numeric,
});

/** Days of courses on which students did something, in order; of each course the latest `rangeDaysMax` of the range. */
export const courseDays = {
  name: 'course-days',
  row,
  sql: `
    WITH ${courseSets}${courseWork}
    SELECT * FROM (
      SELECT
        course_id,
        day,
        uniqExact(user_id) AS active_students,
        sum(counted) AS reviews,
        sum(ms) AS study_time_ms,
        sum(completed) AS lessons_completed
      FROM (
        SELECT course_id, user_id, start AS day, reviews AS counted, study_time_ms AS ms, 0 AS completed FROM course_work
        UNION ALL
        SELECT course_id, user_id, toDate(completed_at) AS day, 0, 0, 1 FROM completions
        WHERE day BETWEEN {from:Date} AND {to:Date}
        UNION ALL
        SELECT course_id, user_id, toDate(submitted_at) AS day, 0, 0, 0 FROM submissions
        WHERE day BETWEEN {from:Date} AND {to:Date}
      )
      GROUP BY course_id, day
      ORDER BY course_id, day DESC
      LIMIT ${String(rangeDaysMax)} BY course_id
    )
    ORDER BY course_id, day`,
} satisfies Query<typeof row>;
