import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { deckCopies, userCopies } from './tables.js';
import type { DeckCopyRow, TeachingDb } from './teaching-db.js';

/** Copies of what other subgraphs own, as their events told it. */

export async function findDeckCopy(db: TeachingDb, deckId: string): Promise<DeckCopyRow | undefined> {
  const [row] = await db.select().from(deckCopies).where(eq(deckCopies.deckId, deckId));
  return row;
}

export async function findDeckCopiesByIds(db: TeachingDb, deckIds: readonly string[]): Promise<DeckCopyRow[]> {
  return db
    .select()
    .from(deckCopies)
    .where(inArray(deckCopies.deckId, [...deckIds]));
}

/** Writes the copy, unless a newer event has been there already. */
export async function putDeckCopy(db: TeachingDb, copy: DeckCopyRow): Promise<void> {
  const { deckId, ...facts } = copy;
  await db
    .insert(deckCopies)
    .values({ deckId, ...facts })
    .onConflictDoUpdate({
      target: deckCopies.deckId,
      set: facts,
      setWhere: lte(deckCopies.changedAt, copy.changedAt),
    });
}

/** Marks the copy as deleted. The row stays: a restored deck comes back with its attachments. */
export async function markDeckDeleted(db: TeachingDb, deckId: string, changedAt: Date): Promise<void> {
  await db
    .update(deckCopies)
    .set({ deleted: true, changedAt })
    .where(and(eq(deckCopies.deckId, deckId), lte(deckCopies.changedAt, changedAt)));
}

export async function isKnownUser(db: TeachingDb, userId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(userCopies)
    .where(eq(userCopies.userId, userId));
  return rows.length > 0;
}

export async function putUserCopy(db: TeachingDb, copy: typeof userCopies.$inferInsert): Promise<void> {
  await db.insert(userCopies).values(copy).onConflictDoNothing();
}

/** Leaves of deleted decks only that they are deleted: of one, or of all that an owner had. */
export async function forgetDeckTitles(tx: TeachingDb, of: { deckId: string } | { ownerId: string }): Promise<void> {
  const which = 'deckId' in of ? eq(deckCopies.deckId, of.deckId) : eq(deckCopies.ownerId, of.ownerId);
  await tx
    .update(deckCopies)
    .set({ title: '' })
    .where(and(which, eq(deckCopies.deleted, true)));
}
