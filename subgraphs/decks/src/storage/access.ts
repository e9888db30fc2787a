import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type AccessFacts, type DeckPermission, deckPermission } from '../domain/access.js';
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
function courseDecksOf(userId: string | SQL, deckId?: SQL): SQL {
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
 */
export async function findDeckAccess(
  db: DecksDb,
  viewerId: string | null,
  deckIds: readonly string[],
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
    permission: deckPermission({ ...deck, deleted: deck.deletedAt !== null, collaboration, enrolled }, viewerId),
  }));
  return new Map(accesses.filter(({ permission }) => permission !== 'NONE').map((access) => [access.deck.id, access]));
}

/** A viewer of a deck; `viewerId` is null for an anonymous one. */
export interface DeckViewer {
  viewerId: string | null;
  deckId: string;
}

/**
 * Decks with the permission of each of many viewers; null where the viewer may not see it. One statement, however many viewers, and by the
 * same rule as `findDeckAccess`.
 */
export async function findDeckAccesses(db: DecksDb, viewers: readonly DeckViewer[]): Promise<(DeckAccess | null)[]> {
  const [first] = viewers;
  if (!first) return [];
  if (viewers.every(({ viewerId }) => viewerId === first.viewerId)) {
    const found = await findDeckAccess(
      db,
      first.viewerId,
      viewers.map(({ deckId }) => deckId),
    );
    return viewers.map(({ deckId }) => found.get(deckId) ?? null);
  }
  const facts = await findAccessFacts(db, viewers);
  return viewers.map(({ viewerId }, place) => {
    const fact = facts.get(place);
    if (!fact) return null;
    const { deck, ...ways } = fact;
    const permission = deckPermission({ ...deck, deleted: deck.deletedAt !== null, ...ways }, viewerId);
    return permission === 'NONE' ? null : { deck, permission };
  });
}

/** Whether each of many viewers may be told of a deck, deleted or not: by one statement, however many there are. */
export async function mayWatch(db: DecksDb, viewers: readonly DeckViewer[]): Promise<boolean[]> {
  const facts = await findAccessFacts(db, viewers);
  return viewers.map(({ viewerId }, place) => {
    const fact = facts.get(place);
    return fact !== undefined && deckPermission({ ...fact.deck, ...fact, deleted: false }, viewerId) !== 'NONE';
  });
}

/** How a viewer comes to a deck of somebody else. */
type AccessWays = Pick<AccessFacts, 'collaboration' | 'enrolled'>;

/** What decides about each viewer's access to a deck, by their place; of one moment, and each deck once. */
async function findAccessFacts(
  db: DecksDb,
  viewers: readonly DeckViewer[],
): Promise<Map<number, AccessWays & { deck: DeckRecord }>> {
  const asked = JSON.stringify(viewers.map(({ viewerId, deckId }, place) => ({ place, viewerId, deckId })));
  const ways = sql<({ place: number } & AccessWays)[]>`(
    select jsonb_agg(jsonb_build_object(
      'place', asked.place,
      'collaboration', shared.permission,
      'enrolled', exists (${courseDecksOf(sql`asked."viewerId"`, sql`decks.id`)})))
    from jsonb_to_recordset(${asked}::text::jsonb) as asked(place int, "viewerId" uuid, "deckId" uuid)
    left join deck_collaborators shared on shared.deck_id = decks.id and shared.user_id = asked."viewerId"
    where asked."deckId" = decks.id)`;
  const rows = await db
    .select({ deck: deckColumns, ways })
    .from(decks)
    .where(inArray(decks.id, [...new Set(viewers.map(({ deckId }) => deckId))]));
  return new Map(
    rows.flatMap(({ deck, ways: ofDeck }) => ofDeck.map(({ place, ...way }) => [place, { deck, ...way }])),
  );
}
