import { definitions, type EventData, type EventType } from '@ruzlet/contracts/registry';
import type { Activity } from '../domain/activity/activity.js';
import type { CourseActivityRow } from '../queries/course-activity.js';

interface Fact {
  id: string;
  courseId: string;
}

/** Reads one type of event: none when the data has lost the shape of its type, as it does when a user is erased. */
function reader<T extends EventType>(
  type: T,
  read: (fact: Fact, data: EventData<T>, row: CourseActivityRow) => Activity,
): [type: string, read: (row: CourseActivityRow, courseId: string) => Activity[]] {
  return [
    type,
    (row, courseId) => {
      const data = definitions[type].data.safeParse(JSON.parse(row.data)).data;
      return data === undefined ? [] : [read({ id: row.event_id, courseId }, data, row)];
    },
  ];
}

const readers = new Map([
  reader(
    'ruzlet.learning.card.reviewed.v1',
    (fact, { reviewId, userId, deckId, cardId, rating, durationMs, reviewedAt }) => ({
      ...fact,
      // By the review and not by the event, so that taking it back can name it.
      id: reviewId,
      kind: 'CARD_ANSWERED',
      userId,
      deckId,
      cardId,
      rating,
      durationMs,
      correct: rating > 1,
      at: new Date(reviewedAt),
    }),
  ),
  reader('ruzlet.learning.review.undone.v1', (fact, { userId, reviewId, undoneAt }) => ({
    ...fact,
    kind: 'REVIEW_UNDONE',
    userId,
    reviewId,
    at: new Date(undoneAt),
  })),
  reader('ruzlet.learning.learn.answered.v1', (fact, { userId, deckId, cardId, correct, timeMs, answeredAt }) => ({
    ...fact,
    kind: 'CARD_ANSWERED',
    userId,
    deckId,
    cardId,
    correct,
    ...(timeMs !== undefined && { durationMs: timeMs }),
    at: new Date(answeredAt),
  })),
  reader(
    'ruzlet.learning.test.submitted.v1',
    (fact, { userId, deckId, testId, score, questionCount, durationMs, ...test }) => ({
      ...fact,
      kind: 'TEST_SUBMITTED',
      userId,
      deckId,
      testId,
      score,
      questionCount,
      durationMs,
      startedAt: new Date(test.startedAt),
      at: new Date(test.submittedAt),
    }),
  ),
  reader('ruzlet.course.lesson.completed.v1', (fact, { userId, lessonId, completedAt }) => ({
    ...fact,
    kind: 'LESSON_COMPLETED',
    userId,
    lessonId,
    at: new Date(completedAt),
  })),
  reader('ruzlet.course.assignment.submitted.v1', (fact, { userId, assignmentId, attempt, submittedAt }) => ({
    ...fact,
    kind: 'ASSIGNMENT_SUBMITTED',
    userId,
    assignmentId,
    attempt,
    at: new Date(submittedAt),
  })),
  reader('ruzlet.course.assignment.graded.v1', (fact, { userId, assignmentId, attempt, score, points, gradedAt }) => ({
    ...fact,
    kind: 'ASSIGNMENT_GRADED',
    userId,
    assignmentId,
    attempt,
    score,
    points,
    at: new Date(gradedAt),
  })),
  reader('ruzlet.course.enrollment.added.v1', (fact, { userId }, { time }) => ({
    ...fact,
    kind: 'ENROLLED',
    userId,
    at: time,
  })),
  reader('ruzlet.course.enrollment.removed.v1', (fact, { userId }, { time }) => ({
    ...fact,
    kind: 'UNENROLLED',
    userId,
    at: time,
  })),
]);

/** The activity in a raw event of a course. */
export function readActivity(row: CourseActivityRow, courseId: string): Activity[] {
  return readers.get(row.type)?.(row, courseId) ?? [];
}
