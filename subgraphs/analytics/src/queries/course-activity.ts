import { z } from 'zod';
import { courseSets } from './course-sets.js';
import { isErased } from './erased.js';
import { instant, numeric, type Query } from './run-query.js';

/** Events of a course itself, and what students do in its decks. */
const ofCourse = [
  'ruzlet.course.enrollment.added.v1',
  'ruzlet.course.enrollment.removed.v1',
  'ruzlet.course.lesson.completed.v1',
  'ruzlet.course.assignment.submitted.v1',
  'ruzlet.course.assignment.graded.v1',
];
const ofStudents = [
  'ruzlet.learning.card.reviewed.v1',
  'ruzlet.learning.review.undone.v1',
  'ruzlet.learning.learn.answered.v1',
  'ruzlet.learning.test.submitted.v1',
];
const list = (types: string[]) => types.map((type) => `'${type}'`).join(', ');

const row = z.object({
  event_id: z.string(),
  type: z.string(),
  time: instant,
  /** Milliseconds since 1970. */
  received_at: numeric,
  data: z.string(),
  /** 1 for a review that was taken back later. */
  undone: numeric,
});

export type CourseActivityRow = z.output<typeof row>;

/**
 * The raw events of a course by their arrival, from a place on: those of its students of today, and of today's decks. Events that
 * arrive late come late, so that whoever goes on from the last place misses none. What is kept of erased students is left out: other
 * systems may have their statements from before under their own ids, and the same moments would tell who is who.
 */
export const courseActivity = {
  name: 'course-activity',
  row,
  sql: `
    WITH ${courseSets},
      found AS (
        SELECT event_id, type, user_id, time, received_at, data
        FROM events FINAL
        WHERE user_id IN (SELECT user_id FROM students) AND NOT ${isErased('user_id')}
          AND (received_at > fromUnixTimestamp64Milli({afterMs:Int64}, 'UTC')
            OR (received_at = fromUnixTimestamp64Milli({afterMs:Int64}, 'UTC') AND event_id > {afterId:UUID}))
          AND (
            (type IN (${list(ofCourse)}) AND course_id IN {courseIds:Array(UUID)})
            OR (type IN (${list(ofStudents)}) AND deck_id IN (SELECT deck_id FROM decks))
          )
        ORDER BY received_at, event_id
        LIMIT {rowsMax:UInt32}
      )
    SELECT
      event_id,
      type,
      toUnixTimestamp64Milli(found.time) AS time,
      toUnixTimestamp64Milli(found.received_at) AS received_at,
      data,
      type = 'ruzlet.learning.card.reviewed.v1' AND (user_id, JSONExtractString(data, 'reviewId')) IN (
        SELECT user_id, JSONExtractString(data, 'reviewId')
        FROM events FINAL
        WHERE type = 'ruzlet.learning.review.undone.v1' AND user_id IN (SELECT user_id FROM found)
      ) AS undone
    FROM found
    ORDER BY found.received_at, event_id`,
} satisfies Query<typeof row>;
