import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';
import { localDay, localHour } from '@ruzlet/platform/localtime';

/** Events as the other subgraphs publish them. */

type Reviewed = EventData<'ruzlet.learning.card.reviewed.v1'>;
type DeckState = EventData<'ruzlet.content.deck.created.v1'>;

const dayStartsAt = 4;

export function reviewed(
  review: Pick<Reviewed, 'userId' | 'deckId' | 'cardId' | 'rating'> & Partial<Reviewed> & { reviewedAt: string },
) {
  const at = new Date(review.reviewedAt);
  const data: Reviewed = {
    reviewId: newId(at),
    durationMs: 4_000,
    receivedAt: at.toISOString(),
    localDay: localDay(at, review.timeZone ?? 'UTC', dayStartsAt),
    localHour: localHour(at, review.timeZone ?? 'UTC'),
    timeZone: 'UTC',
    stateBefore: 0,
    elapsedDays: 0,
    scheduledDaysBefore: 0,
    stateAfter: 1,
    stabilityAfter: 2.3,
    difficultyAfter: 5,
    scheduledDaysAfter: 0,
    dueAfter: new Date(at.getTime() + 600_000).toISOString(),
    ...review,
  };
  return makeEvent('ruzlet.learning.card.reviewed.v1', { source: '/decks', subject: data.cardId, time: at, data });
}

export function undone(review: Reviewed, at: Date) {
  const { reviewId, userId, cardId, deckId } = review;
  const data = { reviewId, userId, cardId, deckId, undoneAt: at.toISOString() };
  return makeEvent('ruzlet.learning.review.undone.v1', { source: '/decks', subject: cardId, time: at, data });
}

export function testSubmitted(test: {
  userId: string;
  deckId: string;
  score: number;
  submittedAt: Date;
  testId?: string;
}) {
  const { userId, deckId, score, submittedAt } = test;
  const data = {
    testId: test.testId ?? newId(submittedAt),
    userId,
    deckId,
    score,
    correct: 1,
    questionCount: 2,
    startedAt: submittedAt.toISOString(),
    submittedAt: submittedAt.toISOString(),
    localDay: localDay(submittedAt, 'UTC', dayStartsAt),
    durationMs: 60_000,
    answers: [{ cardId: newId(), kind: 'WRITTEN' as const, correct: true, verdict: 'EXACT' as const }],
  };
  return makeEvent('ruzlet.learning.test.submitted.v1', {
    source: '/decks',
    subject: data.testId,
    time: submittedAt,
    data,
  });
}

export function deckCreated(deck: Partial<DeckState> & Pick<DeckState, 'deckId' | 'ownerId'>, time: Date) {
  const data: DeckState = {
    title: 'Capitals',
    visibility: 'PRIVATE',
    cardCount: 3,
    editorIds: [],
    viewerIds: [],
    ...deck,
  };
  return makeEvent('ruzlet.content.deck.created.v1', { source: '/decks', subject: data.deckId, time, data });
}

export function deckDeleted(deckId: string, ownerId: string, time: Date) {
  return makeEvent('ruzlet.content.deck.deleted.v1', {
    source: '/decks',
    subject: deckId,
    time,
    data: { deckId, ownerId },
  });
}

export function registered(userId: string, time: Date, timeZone = 'UTC') {
  const data = {
    userId,
    username: `user-${userId.slice(-6)}`,
    displayName: 'Learner',
    locale: 'en',
    timeZone,
    roles: ['LEARNER' as const],
    registeredAt: time.toISOString(),
  };
  return makeEvent('ruzlet.user.registered.v1', { source: '/auth', subject: userId, time, data });
}

export function preferencesUpdated(
  preferences: { userId: string } & Partial<EventData<'ruzlet.user.preferences.updated.v1'>>,
  time: Date,
) {
  const data = {
    locale: 'en',
    timeZone: 'UTC',
    dayStartsAt,
    dailyGoalReviews: 20,
    profileVisibility: 'PUBLIC' as const,
    showOnLeaderboards: true,
    ...preferences,
  };
  return makeEvent('ruzlet.user.preferences.updated.v1', { source: '/users', subject: data.userId, time, data });
}

const teaching = '/teaching' as const;

export function courseCreated(courseId: string, ownerId: string, time: Date) {
  const data = { courseId, ownerId, title: 'Geography', state: 'PUBLISHED' as const };
  return makeEvent('ruzlet.course.created.v1', { source: teaching, subject: courseId, time, data });
}

type Role = EventData<'ruzlet.course.enrollment.added.v1'>['role'];

export function enrolled(courseId: string, userId: string, time: Date, role: Role = 'STUDENT') {
  const data = { courseId, userId, role };
  return makeEvent('ruzlet.course.enrollment.added.v1', { source: teaching, subject: courseId, time, data });
}

export function unenrolled(courseId: string, userId: string, time: Date) {
  const data = { courseId, userId, role: 'STUDENT' as const };
  return makeEvent('ruzlet.course.enrollment.removed.v1', { source: teaching, subject: courseId, time, data });
}

export function lessonAdded(courseId: string, lessonId: string, title: string, time: Date) {
  const data = { courseId, moduleId: newId(), lessonId, title };
  return makeEvent('ruzlet.course.lesson.added.v1', { source: teaching, subject: lessonId, time, data });
}

export function lessonUpdated(courseId: string, lessonId: string, title: string, time: Date) {
  const data = { courseId, moduleId: newId(), lessonId, title };
  return makeEvent('ruzlet.course.lesson.updated.v1', { source: teaching, subject: lessonId, time, data });
}

export function lessonDeleted(courseId: string, lessonId: string, time: Date) {
  const data = { courseId, moduleId: newId(), lessonId, title: 'gone' };
  return makeEvent('ruzlet.course.lesson.deleted.v1', { source: teaching, subject: lessonId, time, data });
}

export function deckAttached(courseId: string, lessonId: string, deckId: string, attachedBy: string, time: Date) {
  const data = { courseId, lessonId, deckId, attachedBy };
  return makeEvent('ruzlet.course.deck.attached.v1', { source: teaching, subject: lessonId, time, data });
}

export function deckDetached(courseId: string, lessonId: string, deckId: string, attachedBy: string, time: Date) {
  const data = { courseId, lessonId, deckId, attachedBy };
  return makeEvent('ruzlet.course.deck.detached.v1', { source: teaching, subject: lessonId, time, data });
}

/** An assignment to study a deck, made or changed. */
export function assigned(
  assignment: { courseId: string; assignmentId: string; deckId: string; published: boolean },
  time: Date,
) {
  const data = { title: 'Study', kind: 'STUDY' as const, points: 10, attachedBy: newId(), ...assignment };
  const type = 'ruzlet.course.assignment.updated.v1';
  return makeEvent(type, { source: teaching, subject: data.assignmentId, time, data });
}

export function assignmentDeleted(courseId: string, assignmentId: string, time: Date) {
  const data = { courseId, assignmentId };
  return makeEvent('ruzlet.course.assignment.deleted.v1', { source: teaching, subject: assignmentId, time, data });
}

export function handedIn(courseId: string, assignmentId: string, userId: string, time: Date) {
  const submittedAt = time.toISOString();
  const data = { courseId, assignmentId, submissionId: newId(), userId, attempt: 1, late: false, submittedAt };
  return makeEvent('ruzlet.course.assignment.submitted.v1', { source: teaching, subject: assignmentId, time, data });
}

export function lessonCompleted(courseId: string, lessonId: string, userId: string, time: Date) {
  const data = { courseId, lessonId, userId, completedAt: time.toISOString(), lessonsCompleted: 1, lessonsTotal: 2 };
  return makeEvent('ruzlet.course.lesson.completed.v1', { source: teaching, subject: lessonId, time, data });
}

export function rescheduled(userId: string, deckId: string, cards: { cardId: string; dueAfter: string }[], time: Date) {
  const data = {
    userId,
    deckId,
    cards: cards.map((card) => ({ ...card, scheduledDays: 1 })),
    rescheduledAt: time.toISOString(),
  };
  return makeEvent('ruzlet.learning.cards.rescheduled.v1', { source: '/decks', subject: deckId, time, data });
}

/** @param movedToDeckId where they lie now; without it they are gone. */
export function cardsDeleted(deckId: string, cardIds: string[], time: Date, movedToDeckId?: string) {
  const data = { deckId, cardIds, cardCount: 1, ...(movedToDeckId !== undefined && { movedToDeckId }) };
  return makeEvent('ruzlet.content.cards.deleted.v1', { source: '/decks', subject: deckId, time, data });
}
