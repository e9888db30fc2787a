/**
 * What the statements on courses begin with: the students of the courses, their lessons, the decks that these lessons use
 * (a deleted lesson takes its decks with it), and the students' reviews of these decks.
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
      SELECT DISTINCT course_id, deck_id
      FROM course_decks FINAL
      WHERE course_id IN {courseIds:Array(UUID)}
        AND (course_id, lesson_id) IN (SELECT course_id, lesson_id FROM lessons)
    ),
    course_reviews AS (
      SELECT decks.course_id AS course_id, reviewed.user_id AS user_id, rating, duration_ms, reviewed_at, local_day
      FROM (
        SELECT deck_id, user_id, rating, duration_ms, reviewed_at, local_day
        FROM deck_reviews FINAL
        WHERE deck_id IN (SELECT deck_id FROM decks) AND user_id IN (SELECT user_id FROM students)
      ) AS reviewed
      INNER JOIN decks ON decks.deck_id = reviewed.deck_id
      WHERE (course_id, user_id) IN (SELECT course_id, user_id FROM students)
    ),
    completions AS (
      SELECT course_id, lesson_id, user_id, completed_at
      FROM lesson_completions FINAL
      WHERE course_id IN {courseIds:Array(UUID)}
        AND (course_id, lesson_id) IN (SELECT course_id, lesson_id FROM lessons)
        AND (course_id, user_id) IN (SELECT course_id, user_id FROM students)
    )`;
