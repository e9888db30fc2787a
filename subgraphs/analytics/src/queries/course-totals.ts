import { z } from 'zod';
import { courseSets, courseWork } from './course-sets.js';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  course_id: z.string(),
  students: numeric,
  active_students: numeric,
  reviews: numeric,
  correct: numeric,
  study_time_ms: numeric,
});

/** Students of courses, how many were active in a range, and their reviews. Completions and what was
 * handed in count by their day in UTC. */
export const courseTotals = {
  name: 'course-totals',
  row,
  sql: `
    WITH ${courseSets}${courseWork}
    SELECT
      course_id,
      countIf(what = 'student') AS students,
      uniqExactIf(user_id, what != 'student') AS active_students,
      sum(counted) AS reviews,
      sum(right) AS correct,
      sum(ms) AS study_time_ms
    FROM (
      SELECT course_id, user_id, 'student' AS what, 0 AS counted, 0 AS right, 0 AS ms FROM students
      UNION ALL
      SELECT course_id, user_id, 'work', reviews, correct, study_time_ms FROM course_work
      UNION ALL
      SELECT course_id, user_id, 'completion', 0, 0, 0 FROM completions
      WHERE toDate(completed_at) BETWEEN {from:Date} AND {to:Date}
      UNION ALL
      SELECT course_id, user_id, 'submission', 0, 0, 0 FROM submissions
      WHERE toDate(submitted_at) BETWEEN {from:Date} AND {to:Date}
    )
    GROUP BY course_id`,
} satisfies Query<typeof row>;
