import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { CollaboratorRecord, DeckRecord } from '../domain/deck.js';
import { alphabetical } from './alphabetical.js';
import type { DecksDb } from './database.js';
import { deckCollaborators, decks } from './tables.js';

/** Every column but those that only searches read. */
export const deckColumns = {
  id: decks.id,
  ownerId: decks.ownerId,
  title: decks.title,
  description: decks.description,
  termLanguage: decks.termLanguage,
  definitionLanguage: decks.definitionLanguage,
  visibility: decks.visibility,
  tags: decks.tags,
  cardCount: decks.cardCount,
  forkedFromId: decks.forkedFromId,
  createdAt: decks.createdAt,
  updatedAt: decks.updatedAt,
  deletedAt: decks.deletedAt,
};

/**
 * Adds a deck unless its id is taken.
 *
 * @returns false when the id was there before.
 */
export async function insertDeck(tx: DecksDb, deck: DeckRecord): Promise<boolean> {
  const inserted = await tx.insert(decks).values(deck).onConflictDoNothing().returning({ id: decks.id });
  return inserted.length > 0;
}

/** Decks as they are, whoever asks. Callers check access. */
export async function findDecksByIds(db: DecksDb, ids: readonly string[]): Promise<DeckRecord[]> {
  if (ids.length === 0) return [];
  return db
    .select(deckColumns)
    .from(decks)
    .where(inArray(decks.id, [...ids]));
}

/** Locks decks against other changes until the transaction ends, always in the same order so that no two wait for each other. */
export async function lockDecks(tx: DecksDb, ids: readonly string[]): Promise<DeckRecord[]> {
  return tx
    .select(deckColumns)
    .from(decks)
    .where(inArray(decks.id, [...ids]))
    .orderBy(asc(decks.id))
    .for('update');
}

export type DeckChanges = Partial<
  Pick<
    DeckRecord,
    'title' | 'description' | 'termLanguage' | 'definitionLanguage' | 'visibility' | 'tags' | 'deletedAt'
  >
>;

/** Changes one deck; undefined when it is gone. */
export async function changeDeck(
  tx: DecksDb,
  id: string,
  changes: DeckChanges,
  now: Date,
): Promise<DeckRecord | undefined> {
  const [deck] = await tx
    .update(decks)
    .set({ ...changes, updatedAt: now })
    .where(eq(decks.id, id))
    .returning(deckColumns);
  return deck;
}

/** Adjusts a deck's number of cards and its time of change. */
export async function countCards(tx: DecksDb, deckId: string, difference: number, now: Date): Promise<DeckRecord> {
  const [deck] = await tx
    .update(decks)
    .set({ cardCount: sql`${decks.cardCount} + ${difference}`, updatedAt: now })
    .where(eq(decks.id, deckId))
    .returning(deckColumns);
  if (!deck) throw new Error(`deck ${deckId} is gone while its transaction holds it`);
  return deck;
}

/** Removes for good what was deleted before the given time. @returns how many decks. */
export async function purgeDecks(db: DecksDb, deletedBefore: Date): Promise<number> {
  const gone = await db.delete(decks).where(lt(decks.deletedAt, deletedBefore)).returning({ id: decks.id });
  return gone.length;
}

export async function findCollaborators(db: DecksDb, deckIds: readonly string[]): Promise<CollaboratorRecord[]> {
  if (deckIds.length === 0) return [];
  return db
    .select()
    .from(deckCollaborators)
    .where(inArray(deckCollaborators.deckId, [...deckIds]))
    .orderBy(asc(deckCollaborators.addedAt), asc(deckCollaborators.userId));
}

/** Sets what one person may do with a deck; null takes it away. */
export async function setCollaborator(
  tx: DecksDb,
  deckId: string,
  userId: string,
  permission: 'VIEW' | 'EDIT' | null,
  now: Date,
): Promise<void> {
  if (permission === null) {
    await tx
      .delete(deckCollaborators)
      .where(and(eq(deckCollaborators.deckId, deckId), eq(deckCollaborators.userId, userId)));
    return;
  }
  await tx
    .insert(deckCollaborators)
    .values({ deckId, userId, permission, addedAt: now })
    .onConflictDoUpdate({ target: [deckCollaborators.deckId, deckCollaborators.userId], set: { permission } });
}

export type DeckOrder = 'UPDATED' | 'CREATED' | 'TITLE';

/** The values that a cursor of an order holds; `id` breaks ties. */
export function deckSortValues(deck: DeckRecord, order: DeckOrder): [string, string] {
  switch (order) {
    case 'UPDATED':
      return [deck.updatedAt.toISOString(), deck.id];
    case 'CREATED':
      return [deck.createdAt.toISOString(), deck.id];
    case 'TITLE':
      return [deck.title, deck.id];
  }
}

/** Decks that fit a condition, after the given sort values. */
export async function listDecks(
  db: DecksDb,
  options: {
    where: SQL | undefined;
    deleted?: boolean;
    order: DeckOrder;
    after: [string, string] | null;
    limit: number;
  },
): Promise<DeckRecord[]> {
  const { order, after } = options;
  const state = options.deleted === true ? isNotNull(decks.deletedAt) : isNull(decks.deletedAt);
  const orders: Record<DeckOrder, { by: SQL[]; beyond: (value: string, id: string) => SQL }> = {
    UPDATED: {
      by: [desc(decks.updatedAt), desc(decks.id)],
      beyond: (value, id) => sql`(${decks.updatedAt}, ${decks.id}) < (${value}::timestamptz, ${id}::uuid)`,
    },
    CREATED: {
      by: [desc(decks.createdAt), desc(decks.id)],
      beyond: (value, id) => sql`(${decks.createdAt}, ${decks.id}) < (${value}::timestamptz, ${id}::uuid)`,
    },
    TITLE: {
      by: [alphabetical(decks.title), asc(decks.id)],
      beyond: (value, id) => sql`(${alphabetical(decks.title)}, ${decks.id}) > (${alphabetical(value)}, ${id}::uuid)`,
    },
  };
  const { by, beyond } = orders[order];
  return db
    .select(deckColumns)
    .from(decks)
    .where(and(state, options.where, after ? beyond(...after) : undefined))
    .orderBy(...by)
    .limit(options.limit);
}
