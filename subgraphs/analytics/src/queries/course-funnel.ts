import { z } from 'zod';
import { courseSets } from './course-sets.js';
import { numeric, type Query } from './run-query.js';

/** Lessons of a course's funnel at most (count). */
export const funnelLessonsMax = 1_000;

const row = z.object({ course_id: z.string(), lesson_id: z.string(), title: z.string(), completed: numeric });

/** The lessons of courses in the order in which they were added, with how many students completed each. */
export const courseFunnel = {
  name: 'course-funnel',
  row,
  sql: `
    WITH ${courseSets}
    SELECT
      lessons.course_id AS course_id,
      lessons.lesson_id AS lesson_id,
      lessons.title AS title,
      done.completed AS completed
    FROM lessons
    LEFT JOIN (
      SELECT course_id, lesson_id, uniqExact(user_id) AS completed FROM completions GROUP BY course_id, lesson_id
    ) AS done ON done.course_id = lessons.course_id AND done.lesson_id = lessons.lesson_id
    LEFT JOIN (
      SELECT course_id, lesson_id, added_at FROM course_lesson_additions FINAL WHERE course_id IN {courseIds:Array(UUID)}
    ) AS added ON added.course_id = lessons.course_id AND added.lesson_id = lessons.lesson_id
    ORDER BY course_id, added.added_at, lesson_id
    LIMIT ${String(funnelLessonsMax)} BY course_id`,
} satisfies Query<typeof row>;
