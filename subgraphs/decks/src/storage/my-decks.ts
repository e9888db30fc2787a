import { and, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { DeckVisibility } from '../domain/deck.js';
import { type DeckRelation, relatedToUser } from './access.js';
import { contains } from './card-query-sql.js';
import { decks } from './tables.js';

export interface MyDecksFilter {
  title?: string | null | undefined;
  visibility?: DeckVisibility | null | undefined;
  tag?: string | null | undefined;
  relations?: DeckRelation[] | null | undefined;
  folderId?: string | null | undefined;
  deleted?: boolean | null | undefined;
}

/** The user's decks that fit, as a condition on `decks`. Of deleted ones those of the user's own that can still be restored. */
export function myDecksCondition(userId: string, filter: MyDecksFilter, restorableSince: Date): SQL | undefined {
  return and(
    filter.deleted
      ? and(eq(decks.ownerId, userId), gte(decks.deletedAt, restorableSince))
      : relatedToUser(userId, filter.relations ?? ['OWNED', 'SHARED']),
    filter.title ? sql`fold_text(${decks.title}) like ${contains(filter.title)}` : undefined,
    filter.visibility ? eq(decks.visibility, filter.visibility) : undefined,
    filter.tag ? sql`${filter.tag} = any(${decks.tags})` : undefined,
    filter.folderId
      ? sql`${decks.id} in (select item.deck_id from folder_decks item join folders folder on folder.id = item.folder_id
          where folder.id = ${filter.folderId}::uuid and folder.owner_id = ${userId})`
      : undefined,
  );
}
