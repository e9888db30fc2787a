import type { EventHandlers } from '@ruzlet/contracts/dispatch';
import type { EventData, RuzletEvent } from '@ruzlet/contracts/registry';
import { isTimeZone } from '@ruzlet/platform/localtime';
import {
  insertLearner,
  removeCourseDeck,
  removeCourseMember,
  removeLessonDecks,
  saveCourseDeck,
  saveCourseMember,
  saveLearner,
} from '../storage/copies.js';
import type { DecksDb } from '../storage/database.js';

/** What this subgraph keeps of other domains' events: learners' days, and which courses open which decks to whom. */
export const copyHandlers: EventHandlers<DecksDb> = {
  'ruzlet.user.registered.v1': async (tx, { data, time }) => {
    await insertLearner(tx, { userId: data.userId, timeZone: knownZone(data.timeZone), updatedAt: new Date(time) });
  },
  'ruzlet.user.preferences.updated.v1': async (tx, { data, time }) => {
    const { userId, timeZone, dayStartsAt } = data;
    await saveLearner(tx, { userId, timeZone: knownZone(timeZone), dayStartsAt, updatedAt: new Date(time) });
  },
  'ruzlet.course.created.v1': async (tx, { data }) => {
    await saveCourseMember(tx, { courseId: data.courseId, userId: data.ownerId, role: 'OWNER' });
  },
  'ruzlet.course.enrollment.added.v1': async (tx, { data }) => {
    await saveCourseMember(tx, data);
  },
  'ruzlet.course.enrollment.role_changed.v1': async (tx, { data }) => {
    await saveCourseMember(tx, data);
  },
  'ruzlet.course.enrollment.removed.v1': async (tx, { data }) => {
    await removeCourseMember(tx, data.courseId, data.userId);
  },
  'ruzlet.course.deck.attached.v1': async (tx, { data }) => {
    await saveCourseDeck(tx, data);
  },
  'ruzlet.course.deck.detached.v1': async (tx, { data }) => {
    await removeCourseDeck(tx, data);
  },
  'ruzlet.course.lesson.deleted.v1': async (tx, { data }) => {
    await removeLessonDecks(tx, data.courseId, data.lessonId);
  },
  'ruzlet.course.assignment.created.v1': async (tx, { data }) => {
    await openAssignmentDeck(tx, data);
  },
  'ruzlet.course.assignment.updated.v1': async (tx, { data }) => {
    await openAssignmentDeck(tx, data);
  },
  'ruzlet.course.assignment.deleted.v1': async (tx, { data }) => {
    await removeLessonDecks(tx, data.courseId, data.assignmentId);
  },
};

/** A published assignment opens its deck as a lesson does, and stands in a lesson's place. */
async function openAssignmentDeck(
  tx: DecksDb,
  { courseId, assignmentId, deckId, attachedBy, published }: EventData<'ruzlet.course.assignment.updated.v1'>,
): Promise<void> {
  if (deckId === undefined || attachedBy === undefined) return;
  if (published) await saveCourseDeck(tx, { courseId, lessonId: assignmentId, deckId, attachedBy });
  else await removeLessonDecks(tx, courseId, assignmentId);
}

/** True for events that the handlers above take. */
export function isCopied(event: RuzletEvent): boolean {
  return Object.hasOwn(copyHandlers, event.type);
}

/** A zone that this runtime does not know would make every day of the learner fail. */
function knownZone(timeZone: string): string {
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}
