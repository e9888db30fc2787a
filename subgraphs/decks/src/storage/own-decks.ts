import { and, eq, isNull } from 'drizzle-orm';
import type { DecksDb } from './database.js';
import { decks } from './tables.js';

/** Ids of the decks that a user owns, deleted ones left out. */
export async function findOwnDeckIds(db: DecksDb, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: decks.id })
    .from(decks)
    .where(and(eq(decks.ownerId, userId), isNull(decks.deletedAt)));
  return rows.map(({ id }) => id);
}
