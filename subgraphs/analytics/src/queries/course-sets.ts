import { noId } from '../storage/event-row.js';

/**
 * What the statements on courses begin with: the students of the courses, their lessons, the decks that these lessons and published
 * assignments use (a deleted lesson takes its decks with it), which lessons the students completed, and what they handed in.
 */
export const courseSets = `
    students AS (
      SELECT course_id, user_id, changed_at
      FROM course_members FINAL
      WHERE course_id IN {courseIds:Array(UUID)} AND role = 'STUDENT'
    ),
    lessons AS (
      SELECT course_id, lesson_id, title
      FROM course_lessons FINAL
      WHERE course_id IN {courseIds:Array(UUID)}
    ),
    decks AS (
      SELECT DISTINCT course_id, deck_id FROM (
        SELECT course_id, deck_id
        FROM course_decks FINAL
        WHERE course_id IN {courseIds:Array(UUID)}
          AND (course_id, lesson_id) IN (SELECT course_id, lesson_id FROM lessons)
        UNION ALL
        SELECT course_id, deck_id
        FROM course_assignments FINAL
        WHERE course_id IN {courseIds:Array(UUID)} AND published = 1 AND deck_id != toUUID('${noId}')
      )
    ),
    completions AS (
      SELECT course_id, lesson_id, user_id, completed_at
      FROM lesson_completions FINAL
      WHERE course_id IN {courseIds:Array(UUID)}
        AND (course_id, lesson_id) IN (SELECT course_id, lesson_id FROM lessons)
        AND (course_id, user_id) IN (SELECT course_id, user_id FROM students)
    ),
    submissions AS (
      SELECT course_id, user_id, submitted_at
      FROM course_submissions FINAL
      WHERE course_id IN {courseIds:Array(UUID)}
        AND (course_id, user_id) IN (SELECT course_id, user_id FROM students)
    )`;

/**
 * To follow `courseSets`: what the students did in these decks, from `totals`. Takes the parameters `periods`, `from` and `to`.
 */
export const courseWork = `,
    course_work AS (
      SELECT
        decks.course_id AS course_id, work.user_id AS user_id, work.start AS start, work.period AS period,
        work.reviews AS reviews, work.correct AS correct, work.study_time_ms AS study_time_ms,
        work.last_reviewed_at AS last_reviewed_at
      FROM (
        SELECT scope_id, user_id, period, start, reviews, correct, study_time_ms, last_reviewed_at
        FROM totals FINAL
        WHERE scope = 'DECK' AND scope_id IN (SELECT deck_id FROM decks) AND period IN {periods:Array(String)}
          AND start BETWEEN {from:Date} AND {to:Date} AND reviews > 0
          AND user_id IN (SELECT user_id FROM students)
      ) AS work
      INNER JOIN decks ON decks.deck_id = work.scope_id
      WHERE (course_id, user_id) IN (SELECT course_id, user_id FROM students)
    )`;
