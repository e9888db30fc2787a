import { z } from 'zod';
import { courseSets } from './course-sets.js';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  course_id: z.string(),
  students: numeric,
  active_students: numeric,
  reviews: numeric,
  correct: numeric,
  study_time_ms: numeric,
});

/** Students of courses, how many were active in a range, and their reviews. Completions count by their day in UTC. */
export const courseTotals = {
  name: 'course-totals',
  row,
  sql: `
    WITH ${courseSets}
    SELECT
      course_id,
      countIf(what = 'student') AS students,
      uniqExactIf(user_id, what != 'student') AS active_students,
      countIf(what = 'review') AS reviews,
      countIf(what = 'review' AND rating > 1) AS correct,
      sum(duration_ms) AS study_time_ms
    FROM (
      SELECT course_id, user_id, 'student' AS what, 0 AS rating, 0 AS duration_ms FROM students
      UNION ALL
      SELECT course_id, user_id, 'review', rating, duration_ms FROM course_reviews
      WHERE local_day BETWEEN {from:Date} AND {to:Date}
      UNION ALL
      SELECT course_id, user_id, 'completion', 0, 0 FROM completions
      WHERE toDate(completed_at) BETWEEN {from:Date} AND {to:Date}
    )
    GROUP BY course_id`,
} satisfies Query<typeof row>;
