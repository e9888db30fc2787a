import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type DeckPermission, deckPermission } from '../domain/access.js';
import type { DeckRecord } from '../domain/deck.js';
import type { DecksDb } from './database.js';
import { deckColumns } from './decks.js';
import { deckCollaborators, decks } from './tables.js';

/** A deck together with what the viewer may do with it. */
export interface DeckAccess {
  deck: DeckRecord;
  permission: DeckPermission;
}

/** How a viewer comes to decks of others. */
export type DeckRelation = 'OWNED' | 'SHARED' | 'COURSE';

/**
 * True for decks of courses in which the user is enrolled. A course's grant holds only while the person who attached
 * the deck may edit it: nobody opens somebody else's private deck by attaching it.
 */
export function enrolledInDeck(userId: string): SQL<boolean> {
  return sql<boolean>`exists (
    select 1 from course_decks attached
    join course_members member on member.course_id = attached.course_id and member.user_id = ${userId}
    where attached.deck_id = ${decks.id} and (
      attached.attached_by = ${decks.ownerId}
      or exists (
        select 1 from deck_collaborators editor
        where editor.deck_id = ${decks.id} and editor.user_id = attached.attached_by and editor.permission = 'EDIT'
      )
    )
  )`;
}

/** Decks that came to the user in one of the given ways, as a condition on `decks`. Deleted ones are not left out here. */
export function relatedToUser(userId: string, relations: readonly DeckRelation[]): SQL {
  const ways: Record<DeckRelation, SQL> = {
    OWNED: eq(decks.ownerId, userId),
    SHARED: sql`${decks.id} in (select deck_id from deck_collaborators where user_id = ${userId})`,
    // The members' courses first: a handful of decks to check instead of all.
    COURSE: sql`(${decks.id} in (
      select attached.deck_id from course_decks attached
      join course_members member on member.course_id = attached.course_id and member.user_id = ${userId}
    ) and ${enrolledInDeck(userId)})`,
  };
  return or(...new Set(relations.map((relation) => ways[relation]))) ?? sql`false`;
}

/**
 * Decks by id with the viewer's permission, deleted decks and those that the viewer may not see left out.
 *
 * @param viewerId null for an anonymous viewer.
 */
export async function findDeckAccess(
  db: DecksDb,
  viewerId: string | null,
  deckIds: readonly string[],
): Promise<Map<string, DeckAccess>> {
  if (deckIds.length === 0) return new Map();
  const rows =
    viewerId === null
      ? (await db.select(deckColumns).from(decks).where(inArray(decks.id, [...deckIds]))).map((deck) => ({
          deck,
          collaboration: null,
          enrolled: false,
        }))
      : await db
          .select({ deck: deckColumns, collaboration: deckCollaborators.permission, enrolled: enrolledInDeck(viewerId) })
          .from(decks)
          .leftJoin(deckCollaborators, and(eq(deckCollaborators.deckId, decks.id), eq(deckCollaborators.userId, viewerId)))
          .where(inArray(decks.id, [...deckIds]));
  const accesses = rows.map(({ deck, collaboration, enrolled }) => ({
    deck,
    permission: deckPermission({ ...deck, deleted: deck.deletedAt !== null, collaboration, enrolled }, viewerId),
  }));
  return new Map(accesses.filter(({ permission }) => permission !== 'NONE').map((access) => [access.deck.id, access]));
}
