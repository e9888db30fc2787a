import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict, forbidden, notFound } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { decideAttachment, maySharePrivateDeck } from '../domain/deck-grant.js';
import { decksPerLessonMax } from '../domain/limits.js';
import { updateCourseRow } from '../storage/courses.js';
import { countDecksOfLesson, findLessonDeck, putLessonDeck } from '../storage/lesson-decks.js';
import type { LessonRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { checkCourseAction } from './enter-course.js';
import { enterLesson } from './enter-part.js';
import { parseId } from './inputs.js';
import type { ChangeScope, Scope } from './scope.js';

const attachDeckInput = z.object({ lessonId: z.string(), deckId: z.string() });

/**
 * Attaches a deck to a lesson. Again, it changes nothing; only when the deck was attached by somebody who could not
 * share it, and the viewer can, it becomes the viewer's grant.
 */
export async function attachDeck(scope: ChangeScope & Pick<Scope, 'arrivals'>, input: unknown): Promise<LessonRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(attachDeckInput, input);
  const lessonId = parseId(wanted.lessonId, 'lesson');
  const deckId = parseId(wanted.deckId, 'deck');
  const found = await scope.loaders.lesson.load(lessonId);
  if (!found) throw notFound('lesson');
  await checkCourseAction(scope, found.courseId, 'EDIT', 'lesson');

  // Waits for a fresh deck, so it stands before the transaction.
  const deck = await scope.arrivals.deck(deckId);
  const decision = deck ? decideAttachment(deck, viewer.userId) : 'HIDDEN';
  if (!deck || decision === 'HIDDEN') throw notFound('deck');
  if (decision === 'FORBIDDEN') throw forbidden('Only who may edit a private deck can give it to a course.');

  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { lesson, course } = await enterLesson(tx, { viewer, lessonId, action: 'EDIT' });
    const existing = await findLessonDeck(tx, lessonId, deckId);
    const grantStands = existing && maySharePrivateDeck(deck, existing.attachedBy);
    if (existing && (grantStands || !maySharePrivateDeck(deck, viewer.userId))) return lesson;
    if (!existing && (await countDecksOfLesson(tx, lessonId)) >= decksPerLessonMax) {
      throw conflict(`A lesson has at most ${String(decksPerLessonMax)} decks.`);
    }
    await putLessonDeck(tx, { lessonId, deckId, attachedBy: viewer.userId, attachedAt: now });
    await updateCourseRow(tx, course.id, { updatedAt: now });
    emit('ruzlet.course.deck.attached.v1', { courseId: course.id, lessonId, deckId, attachedBy: viewer.userId });
    return lesson;
  });
}
