import { on, type EventHandlers } from '@ruzlet/contracts/dispatch';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import {
  addLearner,
  detachLessonDecks,
  markDeckDeleted,
  putCourse,
  putCourseDeck,
  putCourseMember,
  putDeck,
  putPreferences,
} from '../storage/copies.js';
import type { AnalyticsDb } from '../storage/database.js';

export const copiesGroup = 'analytics-copies';
export const copiesTopics = ['user.events', 'content.events', 'course.events'];

const timeOf = (event: { time: string }) => new Date(event.time);

const handlers: EventHandlers<AnalyticsDb> = {
  'ruzlet.user.registered.v1': (tx, event) => addLearner(tx, event.data, timeOf(event)),
  'ruzlet.user.preferences.updated.v1': (tx, event) => putPreferences(tx, event.data, timeOf(event)),
  'ruzlet.content.deck.created.v1': (tx, event) => putDeck(tx, event.data, timeOf(event)),
  'ruzlet.content.deck.updated.v1': (tx, event) => putDeck(tx, event.data, timeOf(event)),
  'ruzlet.content.deck.restored.v1': (tx, event) => putDeck(tx, event.data, timeOf(event)),
  'ruzlet.content.deck.deleted.v1': (tx, event) => markDeckDeleted(tx, event.data, timeOf(event)),
  'ruzlet.course.created.v1': (tx, event) => putCourse(tx, event.data, timeOf(event)),
  'ruzlet.course.updated.v1': (tx, event) => putCourse(tx, event.data, timeOf(event)),
  'ruzlet.course.enrollment.added.v1': (tx, event) => putCourseMember(tx, event.data, false, timeOf(event)),
  'ruzlet.course.enrollment.role_changed.v1': (tx, event) => putCourseMember(tx, event.data, false, timeOf(event)),
  'ruzlet.course.enrollment.removed.v1': (tx, event) => putCourseMember(tx, event.data, true, timeOf(event)),
  'ruzlet.course.deck.attached.v1': (tx, event) => putCourseDeck(tx, event.data, false, timeOf(event)),
  'ruzlet.course.deck.detached.v1': (tx, event) => putCourseDeck(tx, event.data, true, timeOf(event)),
  'ruzlet.course.lesson.deleted.v1': (tx, event) => detachLessonDecks(tx, event.data, timeOf(event)),
};

/** True for events that change a copy. */
export function changesCopies(event: RuzletEvent): boolean {
  return Object.hasOwn(handlers, event.type);
}

/** Applies an event to the copies that decide who may see which figures. */
export const keepCopies = on(handlers);
