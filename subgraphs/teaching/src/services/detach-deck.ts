import { requireViewer } from '@ruzlet/platform/access/viewer';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { updateCourseRow } from '../storage/courses.js';
import { deleteLessonDeck } from '../storage/lesson-decks.js';
import type { LessonRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterLesson } from './enter-part.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

const detachDeckInput = z.object({ lessonId: z.string(), deckId: z.string() });

/** Takes a deck off a lesson; one that is not there stays away. */
export async function detachDeck(scope: ChangeScope, input: unknown): Promise<LessonRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(detachDeckInput, input);
  const lessonId = parseId(wanted.lessonId, 'lesson');
  const deckId = parseId(wanted.deckId, 'deck');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { lesson, course } = await enterLesson(tx, { viewer, lessonId, action: 'EDIT' });
    const detached = await deleteLessonDeck(tx, lessonId, deckId);
    if (detached) {
      const { attachedBy } = detached;
      await updateCourseRow(tx, course.id, { updatedAt: now });
      emit('ruzlet.course.deck.detached.v1', { courseId: course.id, lessonId, deckId, attachedBy });
    }
    return lesson;
  });
}
