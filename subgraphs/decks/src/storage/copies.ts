import { and, eq } from 'drizzle-orm';
import type { DecksDb } from './database.js';
import { courseDecks, courseMembers, learners } from './tables.js';

/** Copies of what other domains tell: learners from user.events, members and decks of courses from course.events. */

/** A learner who just registered; one who is known keeps what is known. */
export async function insertLearner(
  tx: DecksDb,
  learner: { userId: string; timeZone: string; updatedAt: Date },
): Promise<void> {
  await tx.insert(learners).values(learner).onConflictDoNothing();
}

export async function saveLearner(
  tx: DecksDb,
  learner: { userId: string; timeZone: string; dayStartsAt: number; updatedAt: Date },
): Promise<void> {
  const { timeZone, dayStartsAt, updatedAt } = learner;
  await tx
    .insert(learners)
    .values(learner)
    .onConflictDoUpdate({ target: learners.userId, set: { timeZone, dayStartsAt, updatedAt } });
}

export async function saveCourseMember(
  tx: DecksDb,
  member: { courseId: string; userId: string; role: string },
): Promise<void> {
  await tx
    .insert(courseMembers)
    .values(member)
    .onConflictDoUpdate({ target: [courseMembers.courseId, courseMembers.userId], set: { role: member.role } });
}

export async function removeCourseMember(tx: DecksDb, courseId: string, userId: string): Promise<void> {
  await tx.delete(courseMembers).where(and(eq(courseMembers.courseId, courseId), eq(courseMembers.userId, userId)));
}

export async function saveCourseDeck(
  tx: DecksDb,
  attached: { courseId: string; lessonId: string; deckId: string; attachedBy: string },
): Promise<void> {
  await tx
    .insert(courseDecks)
    .values(attached)
    .onConflictDoUpdate({
      target: [courseDecks.courseId, courseDecks.lessonId, courseDecks.deckId],
      set: { attachedBy: attached.attachedBy },
    });
}

export async function removeCourseDeck(
  tx: DecksDb,
  attached: { courseId: string; lessonId: string; deckId: string },
): Promise<void> {
  await tx
    .delete(courseDecks)
    .where(
      and(
        eq(courseDecks.courseId, attached.courseId),
        eq(courseDecks.lessonId, attached.lessonId),
        eq(courseDecks.deckId, attached.deckId),
      ),
    );
}

export async function removeLessonDecks(tx: DecksDb, courseId: string, lessonId: string): Promise<void> {
  await tx.delete(courseDecks).where(and(eq(courseDecks.courseId, courseId), eq(courseDecks.lessonId, lessonId)));
}
