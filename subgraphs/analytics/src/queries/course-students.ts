import { addDays } from '@ruzlet/platform/localtime';
import { z } from 'zod';
import { courseSets, courseWork } from './course-sets.js';
import { isErased } from './erased.js';
import { instant, numeric, type Query } from './run-query.js';

/** Students of one course that are looked at (count); a larger course is judged by those that joined first. */
export const courseStudentsMax = 10_000;
/** How far back recent reviews go: days of the students, with today. */
export const recentDays = 30;

/** The first day of recent reviews. */
export const recentFrom = (now: Date): string => addDays(now.toISOString().slice(0, 10), 1 - recentDays);

const row = z.object({
  course_id: z.string(),
  user_id: z.string(),
  enrolled_at: instant,
  /** 1970 when the student did nothing yet. */
  last_active_at: instant,
  lessons_completed: numeric,
  lessons_total: numeric,
  recent_reviews: numeric,
  recent_correct: numeric,
});

/** What each student of courses did there: for the list of students at risk. */
export const courseStudents = {
  name: 'course-students',
  row,
  sql: `
    WITH ${courseSets}${courseWork}
    SELECT
      activity.course_id AS course_id,
      user_id,
      enrolled_at,
      last_active_at,
      lessons_completed,
      total.lessons_total AS lessons_total,
      recent_reviews,
      recent_correct
    FROM (
      SELECT
        course_id,
        user_id,
        maxIf(at, what = 'student') AS enrolled_at,
        maxIf(at, what != 'student') AS last_active_at,
        countIf(what = 'completion') AS lessons_completed,
        sum(counted) AS recent_reviews,
        sum(right) AS recent_correct
      FROM (
        SELECT course_id, user_id, 'student' AS what, toUnixTimestamp64Milli(changed_at) AS at, 0 AS counted, 0 AS right
        FROM students
        UNION ALL
        SELECT course_id, user_id, 'work', toUnixTimestamp64Milli(last_reviewed_at),
          if(period = 'DAY' AND start >= {recentFrom:Date}, reviews, 0), if(period = 'DAY' AND start >= {recentFrom:Date}, correct, 0)
        FROM course_work
        UNION ALL
        SELECT course_id, user_id, 'completion', toUnixTimestamp64Milli(completed_at), 0, 0 FROM completions
        UNION ALL
        SELECT course_id, user_id, 'submission', toUnixTimestamp64Milli(submitted_at), 0, 0 FROM submissions
      )
      GROUP BY course_id, user_id
      HAVING NOT ${isErased('user_id')}
      ORDER BY course_id, enrolled_at, user_id
      LIMIT ${String(courseStudentsMax)} BY course_id
    ) AS activity
    LEFT JOIN (SELECT course_id, count() AS lessons_total FROM lessons GROUP BY course_id) AS total
      ON total.course_id = activity.course_id`,
} satisfies Query<typeof row>;
