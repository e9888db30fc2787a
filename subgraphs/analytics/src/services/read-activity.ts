import { definitions, isEventType, type EventData, type EventType } from '@ruzlet/contracts/registry';
import type { Activity } from '../domain/activity/activity.js';
import type { CourseActivityRow } from '../queries/course-activity.js';

interface Fact {
  id: string;
  courseId: string;
}

type Readers = { [T in EventType]?: (fact: Fact, data: EventData<T>, row: CourseActivityRow) => Activity };

const readers: Readers = {
  'ruzlet.learning.card.reviewed.v1': (fact, { reviewId, userId, deckId, cardId, rating, durationMs, reviewedAt }) => ({
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
  'ruzlet.learning.review.undone.v1': (fact, { userId, reviewId, undoneAt }) => ({
    ...fact,
    kind: 'REVIEW_UNDONE',
    userId,
    reviewId,
    at: new Date(undoneAt),
  }),
  'ruzlet.learning.learn.answered.v1': (fact, { userId, deckId, cardId, correct, timeMs, answeredAt }) => ({
    ...fact,
    kind: 'CARD_ANSWERED',
    userId,
    deckId,
    cardId,
    correct,
    ...(timeMs !== undefined && { durationMs: timeMs }),
    at: new Date(answeredAt),
  }),
  'ruzlet.learning.test.submitted.v1': (
    fact,
    { userId, deckId, testId, score, questionCount, durationMs, ...test },
  ) => ({
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
  'ruzlet.course.lesson.completed.v1': (fact, { userId, lessonId, completedAt }) => ({
    ...fact,
    kind: 'LESSON_COMPLETED',
    userId,
    lessonId,
    at: new Date(completedAt),
  }),
  'ruzlet.course.enrollment.added.v1': (fact, { userId }, { time }) => ({
    ...fact,
    kind: 'ENROLLED',
    userId,
    at: time,
  }),
  'ruzlet.course.enrollment.removed.v1': (fact, { userId }, { time }) => ({
    ...fact,
    kind: 'UNENROLLED',
    userId,
    at: time,
  }),
};

/** The activity in a raw event of a course; none in one that has lost the shape of its type when its user was erased. */
export function readActivity(row: CourseActivityRow, courseId: string): Activity[] {
  return isEventType(row.type) ? readAs(row.type, row, courseId) : [];
}

/** Generic in the type, so that the compiler knows that reader and data belong together. */
function readAs<T extends EventType>(type: T, row: CourseActivityRow, courseId: string): Activity[] {
  const data = definitions[type].data.safeParse(JSON.parse(row.data)).data;
  const read = readers[type];
  return data === undefined || !read ? [] : [read({ id: row.event_id, courseId }, data, row)];
}
