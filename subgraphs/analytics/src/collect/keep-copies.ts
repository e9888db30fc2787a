import { on, type EventHandlers } from '@ruzlet/contracts/dispatch';
import type { EventData, RuzletEvent } from '@ruzlet/contracts/registry';
import {
  addLearner,
  detachLessonDecks,
  markDeckDeleted,
  putCourse,
  putCourseDeck,
  putCourseMember,
  putDeck,
  putPreferences,
  type DeckState,
} from '../storage/copies.js';
import type { AnalyticsDb } from '../storage/database.js';
import { findErased } from '../storage/erasures.js';
import { noId } from '../storage/event-row.js';

export const copiesGroup = 'analytics-copies';
export const copiesTopics = ['user.events', 'content.events', 'course.events'];

const timeOf = (event: { time: string }) => new Date(event.time);

const handlers: EventHandlers<AnalyticsDb> = {
  'ruzlet.user.registered.v1': (tx, event) => addLearner(tx, event.data, timeOf(event)),
  'ruzlet.user.preferences.updated.v1': (tx, event) => putPreferences(tx, event.data, timeOf(event)),
  'ruzlet.content.deck.created.v1': async (tx, event) => putDeck(tx, await nameable(tx, event.data), timeOf(event)),
  'ruzlet.content.deck.updated.v1': async (tx, event) => putDeck(tx, await nameable(tx, event.data), timeOf(event)),
  'ruzlet.content.deck.restored.v1': async (tx, event) => putDeck(tx, await nameable(tx, event.data), timeOf(event)),
  'ruzlet.content.deck.deleted.v1': (tx, event) => markDeckDeleted(tx, event.data, timeOf(event)),
  'ruzlet.course.created.v1': (tx, event) => putCourse(tx, event.data, timeOf(event)),
  'ruzlet.course.updated.v1': (tx, event) => putCourse(tx, event.data, timeOf(event)),
  'ruzlet.course.enrollment.added.v1': (tx, event) => putCourseMember(tx, event.data, false, timeOf(event)),
  'ruzlet.course.enrollment.role_changed.v1': (tx, event) => putCourseMember(tx, event.data, false, timeOf(event)),
  'ruzlet.course.enrollment.removed.v1': (tx, event) => putCourseMember(tx, event.data, true, timeOf(event)),
  'ruzlet.course.deck.attached.v1': (tx, event) => putCourseDeck(tx, event.data, false, timeOf(event)),
  'ruzlet.course.deck.detached.v1': (tx, event) => putCourseDeck(tx, event.data, true, timeOf(event)),
  'ruzlet.course.lesson.deleted.v1': (tx, event) => detachLessonDecks(tx, event.data, timeOf(event)),
  'ruzlet.course.assignment.created.v1': (tx, event) => putAssignmentDeck(tx, event.data, timeOf(event)),
  'ruzlet.course.assignment.updated.v1': (tx, event) => putAssignmentDeck(tx, event.data, timeOf(event)),
  'ruzlet.course.assignment.deleted.v1': (tx, { data, time }) =>
    detachLessonDecks(tx, { courseId: data.courseId, lessonId: data.assignmentId }, new Date(time)),
};

/** A published assignment uses its deck as a lesson does, and stands in a lesson's place. */
async function putAssignmentDeck(
  tx: AnalyticsDb,
  { courseId, assignmentId, deckId, attachedBy, published }: EventData<'ruzlet.course.assignment.updated.v1'>,
  at: Date,
): Promise<void> {
  if (deckId === undefined || attachedBy === undefined) return;
  await putCourseDeck(tx, { courseId, lessonId: assignmentId, deckId, attachedBy }, !published, at);
}

/** True for events that change a copy. */
export function changesCopies(event: RuzletEvent): boolean {
  return Object.hasOwn(handlers, event.type);
}

const apply = on(handlers);

/** Applies an event to the copies that decide who may see which figures. One of an erased user changes nothing. */
export async function keepCopies(tx: AnalyticsDb, event: RuzletEvent): Promise<void> {
  if ('userId' in event.data && (await findErased(tx, [event.data.userId])).size > 0) return;
  await apply(tx, event);
}

/** The state of a deck, without users who were erased. */
async function nameable(tx: AnalyticsDb, deck: DeckState): Promise<DeckState> {
  const erased = await findErased(tx, [deck.ownerId, ...deck.editorIds, ...deck.viewerIds]);
  if (erased.size === 0) return deck;
  const present = (ids: string[]) => ids.filter((id) => !erased.has(id));
  return {
    ...deck,
    ownerId: erased.has(deck.ownerId) ? noId : deck.ownerId,
    editorIds: present(deck.editorIds),
    viewerIds: present(deck.viewerIds),
  };
}
