import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { DeckRecord } from '../domain/deck.js';
import type { DecksDb } from './database.js';
import { findDecksByIds } from './decks.js';
import { courseDecks, decks } from './tables.js';

/** Decks of a user, as they are when the user goes, locked until the transaction ends. */
export interface DecksOfUser {
  /** Others rely on them. */
  kept: DeckRecord[];
  gone: DeckRecord[];
}

const rows = z.array(z.object({ id: z.string(), relied_on: z.boolean() }));

/**
 * Splits a user's decks. Others rely on a deck when a course with other members uses it, when somebody else may read or edit it by name, or
 * when it was not private and somebody else has studied it. A deck that its owner had deleted goes in any case.
 */
export async function findDecksOfUser(tx: DecksDb, userId: string): Promise<DecksOfUser> {
  const found = rows.parse([
    ...(await tx.execute(sql`
      select deck.id, deck.deleted_at is null and (
        exists (
          select from course_decks used join course_members member on member.course_id = used.course_id
          where used.deck_id = deck.id and member.user_id <> ${userId}
        )
        or exists (select from deck_collaborators other where other.deck_id = deck.id and other.user_id <> ${userId})
        or (deck.visibility <> 'PRIVATE' and exists (
          select from cards card join card_memory memory on memory.card_id = card.id
          where card.deck_id = deck.id and memory.user_id <> ${userId}
        ))
      ) as relied_on
      from decks deck where deck.owner_id = ${userId}
      order by deck.id for update of deck`)),
  ]);
  const idsOf = (reliedOn: boolean) => found.filter((row) => row.relied_on === reliedOn).map(({ id }) => id);
  const byIds = async (ids: string[]) => (ids.length === 0 ? [] : findDecksByIds(tx, ids));
  return { kept: await byIds(idsOf(true)), gone: await byIds(idsOf(false)) };
}

/** Gives decks to another owner. */
export async function reassignDecks(tx: DecksDb, ids: readonly string[], ownerId: string): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(decks)
      .set({ ownerId })
      .where(inArray(decks.id, [...ids]));
}

/** Removes decks with all that belongs to them, for good. */
export async function removeDecks(tx: DecksDb, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(decks).where(inArray(decks.id, [...ids]));
}

/** What the user attached to courses stays attached, by somebody else; what is gone is not attached any more. */
export async function reassignAttachments(
  tx: DecksDb,
  userId: string,
  { attachedBy, goneIds }: { attachedBy: string; goneIds: readonly string[] },
): Promise<void> {
  if (goneIds.length > 0) await tx.delete(courseDecks).where(inArray(courseDecks.deckId, [...goneIds]));
  await tx.update(courseDecks).set({ attachedBy }).where(eq(courseDecks.attachedBy, userId));
}
