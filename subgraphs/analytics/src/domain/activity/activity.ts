/**
 * What happened in a course, as told to other systems. A plain list of facts with their ids; how a standard writes them is in
 * `xapi.ts` and `caliper.ts`.
 */

interface Fact {
  /** Id of the statement: the same fact has the same id in every export (UUID). */
  id: string;
  courseId: string;
  userId: string;
  at: Date;
}

/** A card that was answered, in a review or in a Learn session. */
export interface CardAnswered extends Fact {
  kind: 'CARD_ANSWERED';
  deckId: string;
  cardId: string;
  correct: boolean;
  /** 1 again, 2 hard, 3 good, 4 easy; absent where the answer was graded and not rated. */
  rating?: number;
  durationMs?: number;
}

/** A review that was taken back: it counts no more. */
export interface ReviewUndone extends Fact {
  kind: 'REVIEW_UNDONE';
  /** The statement of the review. */
  reviewId: string;
}

/** A practice test that was handed in and graded. */
export interface TestSubmitted extends Fact {
  kind: 'TEST_SUBMITTED';
  testId: string;
  deckId: string;
  /** 0 to 1. */
  score: number;
  questionCount: number;
  startedAt: Date;
  durationMs: number;
}

export interface LessonCompleted extends Fact {
  kind: 'LESSON_COMPLETED';
  lessonId: string;
}

/** An attempt at an assignment that was handed in. */
export interface AssignmentSubmitted extends Fact {
  kind: 'ASSIGNMENT_SUBMITTED';
  assignmentId: string;
  attempt: number;
}

/** An attempt that was graded, or graded anew; attempt 0 where nothing was handed in. */
export interface AssignmentGraded extends Fact {
  kind: 'ASSIGNMENT_GRADED';
  assignmentId: string;
  attempt: number;
  /** May be more than `points`: extra. */
  score: number;
  points: number;
}

export interface Enrolled extends Fact {
  kind: 'ENROLLED' | 'UNENROLLED';
}

export type Activity =
  CardAnswered | ReviewUndone | TestSubmitted | LessonCompleted | AssignmentSubmitted | AssignmentGraded | Enrolled;

/** Where the installation is: every id that an export names begins with it. */
export interface Installation {
  /** Absolute, without a slash at its end. */
  url: string;
}

/** Milliseconds as a duration of ISO 8601, to the hundredth of a second, as xAPI compares them. */
export function isoDuration(milliseconds: number): string {
  return `PT${String(Math.round(milliseconds / 10) / 100)}S`;
}

/** Ids of things, as addresses below the installation's. */
export function iris({ url }: Installation) {
  return {
    home: url,
    user: (id: string) => `${url}/users/${id}`,
    course: (id: string) => `${url}/courses/${id}`,
    lesson: (id: string) => `${url}/lessons/${id}`,
    assignment: (id: string) => `${url}/assignments/${id}`,
    deck: (id: string) => `${url}/decks/${id}`,
    card: (id: string) => `${url}/cards/${id}`,
    test: (id: string) => `${url}/tests/${id}`,
    extension: (name: string) => `${url}/extensions/${name}`,
  };
}
