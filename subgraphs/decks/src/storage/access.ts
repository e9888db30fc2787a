import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
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
 * True while the person who attached a deck to a course (`attached`) may edit it: nobody opens somebody else's private
 * deck by attaching it.
 */
const grantHolds = sql`(
  attached.attached_by = owned.owner_id
  or exists (
    select 1 from deck_collaborators editor
    where editor.deck_id = owned.id and editor.user_id = attached.attached_by and editor.permission = 'EDIT'
  )
)`;

/** Ids of the decks that courses open to a user, of one deck only when it is given. */
function courseDecksOf(userId: string, deckId?: SQL): SQL {
  return sql`select attached.deck_id from course_decks attached
    join course_members member on member.course_id = attached.course_id and member.user_id = ${userId}
    join decks owned on owned.id = attached.deck_id
    where ${grantHolds} ${deckId ? sql`and attached.deck_id = ${deckId}` : sql``}`;
}

/** Decks that came to the user in one of the given ways, as a condition on `decks`. Deleted ones are not left out here. */
export function relatedToUser(userId: string, relations: readonly DeckRelation[]): SQL {
  const ways: Record<DeckRelation, SQL> = {
    OWNED: sql`select id from decks where owner_id = ${userId}`,
    SHARED: sql`select deck_id from deck_collaborators where user_id = ${userId}`,
    COURSE: courseDecksOf(userId),
  };
  if (relations.length === 0) return sql`false`;
  // A list of ids instead of alternatives joined by OR, which no index serves.
  return sql`${decks.id} in (${sql.join(
    [...new Set(relations)].map((relation) => ways[relation]),
    sql` union all `,
  )})`;
}

/**
 * Decks by id with the viewer's permission, deleted decks and those that the viewer may not see left out.
 *
 * @param viewerId null for an anonymous viewer.
 * @param options.deletedToo also deleted decks, with the permission that the viewer had until then.
 */
export async function findDeckAccess(
  db: DecksDb,
  viewerId: string | null,
  deckIds: readonly string[],
  { deletedToo = false }: { deletedToo?: boolean } = {},
): Promise<Map<string, DeckAccess>> {
  if (deckIds.length === 0) return new Map();
  const rows =
    viewerId === null
      ? (
          await db
            .select(deckColumns)
            .from(decks)
            .where(inArray(decks.id, [...deckIds]))
        ).map((deck) => ({
          deck,
          collaboration: null,
          enrolled: false,
        }))
      : await db
          .select({
            deck: deckColumns,
            collaboration: deckCollaborators.permission,
            enrolled: sql<boolean>`exists (${courseDecksOf(viewerId, sql`${decks.id}`)})`,
          })
          .from(decks)
          .leftJoin(
            deckCollaborators,
            and(eq(deckCollaborators.deckId, decks.id), eq(deckCollaborators.userId, viewerId)),
          )
          .where(inArray(decks.id, [...deckIds]));
  const accesses = rows.map(({ deck, collaboration, enrolled }) => ({
    deck,
    permission: deckPermission(
      { ...deck, deleted: deck.deletedAt !== null && !deletedToo, collaboration, enrolled },
      viewerId,
    ),
  }));
  return new Map(accesses.filter(({ permission }) => permission !== 'NONE').map((access) => [access.deck.id, access]));
}
