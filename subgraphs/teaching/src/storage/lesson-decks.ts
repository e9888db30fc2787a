import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { deckCopies, lessonDecks } from './tables.js';
import type { DeckCopyRow, LessonDeckRow, TeachingDb } from './teaching-db.js';

/** An attached deck with what is known of it; null while its event has not arrived. */
export interface AttachedDeck {
  attachment: LessonDeckRow;
  deck: DeckCopyRow | null;
}

/** The decks of these lessons, each lesson's in the order in which they were attached. */
export async function findDecksOfLessons(db: TeachingDb, lessonIds: readonly string[]): Promise<AttachedDeck[]> {
  return db
    .select({ attachment: lessonDecks, deck: deckCopies })
    .from(lessonDecks)
    .leftJoin(deckCopies, eq(deckCopies.deckId, lessonDecks.deckId))
    .where(inArray(lessonDecks.lessonId, [...lessonIds]))
    .orderBy(asc(lessonDecks.attachedAt), asc(lessonDecks.deckId));
}

export async function findLessonDeck(
  db: TeachingDb,
  lessonId: string,
  deckId: string,
): Promise<LessonDeckRow | undefined> {
  const [row] = await db.select().from(lessonDecks).where(isAttachment(lessonId, deckId));
  return row;
}

export async function countDecksOfLesson(db: TeachingDb, lessonId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(lessonDecks).where(eq(lessonDecks.lessonId, lessonId));
  return row?.count ?? 0;
}

/** Attaches, or says anew who did. */
export async function putLessonDeck(db: TeachingDb, row: LessonDeckRow): Promise<void> {
  await db
    .insert(lessonDecks)
    .values(row)
    .onConflictDoUpdate({ target: [lessonDecks.lessonId, lessonDecks.deckId], set: { attachedBy: row.attachedBy } });
}

/** The attachment that was taken away; undefined when there was none. */
export async function deleteLessonDeck(
  db: TeachingDb,
  lessonId: string,
  deckId: string,
): Promise<LessonDeckRow | undefined> {
  const [row] = await db.delete(lessonDecks).where(isAttachment(lessonId, deckId)).returning();
  return row;
}

function isAttachment(lessonId: string, deckId: string) {
  return and(eq(lessonDecks.lessonId, lessonId), eq(lessonDecks.deckId, deckId));
}
