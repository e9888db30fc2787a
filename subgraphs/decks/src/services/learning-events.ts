import { encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData } from '@ruzlet/contracts/registry';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import type { DecksContext } from './context.js';

/** What learners did, in the words of `learning.events`. */

type Origin = Pick<DecksContext, 'requestId'> & { now: Date };
type LearningType =
  | 'ruzlet.learning.card.reviewed.v1'
  | 'ruzlet.learning.review.undone.v1'
  | 'ruzlet.learning.test.started.v1'
  | 'ruzlet.learning.test.submitted.v1'
  | 'ruzlet.learning.cards.rescheduled.v1'
  | 'ruzlet.learning.learn.started.v1'
  | 'ruzlet.learning.learn.answered.v1'
  | 'ruzlet.learning.learn.overridden.v1'
  | 'ruzlet.learning.learn.finished.v1'
  | 'ruzlet.learning.match.started.v1'
  | 'ruzlet.learning.match.finished.v1'
  | 'ruzlet.learning.memory.merged.v1'
  | 'ruzlet.learning.card.leeched.v1'
  | 'ruzlet.learning.cards.suspended.v1'
  | 'ruzlet.learning.cards.buried.v1'
  | 'ruzlet.learning.cards.reset.v1'
  | 'ruzlet.learning.settings.updated.v1'
  | 'ruzlet.learning.course.exam.updated.v1'
  | 'ruzlet.learning.scheduler.fitted.v1';

/** @param subject id of the review, test, session, answer, game or deck. */
function learningEvent<T extends LearningType>(
  type: T,
  subject: string,
  data: EventData<T>,
  origin: Origin,
): EncodedEvent {
  return encodeEvent(
    makeEvent(type, { source: '/decks', subject, time: origin.now, requestId: origin.requestId, data }),
  );
}

export function cardReviewedEvent(data: EventData<'ruzlet.learning.card.reviewed.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.card.reviewed.v1', data.reviewId, data, origin);
}

export function reviewUndoneEvent(data: EventData<'ruzlet.learning.review.undone.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.review.undone.v1', data.reviewId, data, origin);
}

export function testStartedEvent(data: EventData<'ruzlet.learning.test.started.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.test.started.v1', data.testId, data, origin);
}

export function testSubmittedEvent(data: EventData<'ruzlet.learning.test.submitted.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.test.submitted.v1', data.testId, data, origin);
}

export function learnStartedEvent(data: EventData<'ruzlet.learning.learn.started.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.learn.started.v1', data.sessionId, data, origin);
}

export function learnAnsweredEvent(data: EventData<'ruzlet.learning.learn.answered.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.learn.answered.v1', data.answerId, data, origin);
}

export function learnOverriddenEvent(
  data: EventData<'ruzlet.learning.learn.overridden.v1'>,
  origin: Origin,
): EncodedEvent {
  return learningEvent('ruzlet.learning.learn.overridden.v1', data.answerId, data, origin);
}

export function learnFinishedEvent(data: EventData<'ruzlet.learning.learn.finished.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.learn.finished.v1', data.sessionId, data, origin);
}

export function matchFinishedEvent(data: EventData<'ruzlet.learning.match.finished.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.match.finished.v1', data.gameId, data, origin);
}

export function cardsRescheduledEvent(
  data: EventData<'ruzlet.learning.cards.rescheduled.v1'>,
  origin: Origin,
): EncodedEvent {
  return learningEvent('ruzlet.learning.cards.rescheduled.v1', data.deckId, data, origin);
}

export function matchStartedEvent(data: EventData<'ruzlet.learning.match.started.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.match.started.v1', data.gameId, data, origin);
}

export function memoryMergedEvent(data: EventData<'ruzlet.learning.memory.merged.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.memory.merged.v1', data.reviewId, data, origin);
}

export function cardLeechedEvent(data: EventData<'ruzlet.learning.card.leeched.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.card.leeched.v1', data.reviewId, data, origin);
}

export function cardsSuspendedEvent(
  data: EventData<'ruzlet.learning.cards.suspended.v1'>,
  origin: Origin,
): EncodedEvent {
  return learningEvent('ruzlet.learning.cards.suspended.v1', data.userId, data, origin);
}

export function cardsBuriedEvent(data: EventData<'ruzlet.learning.cards.buried.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.cards.buried.v1', data.userId, data, origin);
}

export function cardsResetEvent(data: EventData<'ruzlet.learning.cards.reset.v1'>, origin: Origin): EncodedEvent {
  return learningEvent('ruzlet.learning.cards.reset.v1', data.userId, data, origin);
}

export function courseExamEvent(
  data: EventData<'ruzlet.learning.course.exam.updated.v1'>,
  origin: Origin,
): EncodedEvent {
  return learningEvent('ruzlet.learning.course.exam.updated.v1', data.courseId, data, origin);
}

export function settingsUpdatedEvent(
  data: EventData<'ruzlet.learning.settings.updated.v1'>,
  origin: Origin,
): EncodedEvent {
  return learningEvent('ruzlet.learning.settings.updated.v1', data.deckId, data, origin);
}

export function schedulerFittedEvent(
  data: EventData<'ruzlet.learning.scheduler.fitted.v1'>,
  origin: Origin,
): EncodedEvent {
  return learningEvent('ruzlet.learning.scheduler.fitted.v1', data.deckId ?? data.userId, data, origin);
}
