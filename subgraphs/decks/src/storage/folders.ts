import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { DeckRecord, FolderRecord } from '../domain/deck.js';
import { relatedToUser } from './access.js';
import { alphabetical } from './alphabetical.js';
import type { DecksDb } from './database.js';
import { deckColumns } from './decks.js';
import { decks, folderDecks, folders } from './tables.js';

const columns = {
  id: folders.id,
  ownerId: folders.ownerId,
  name: folders.name,
  parentId: folders.parentId,
  createdAt: folders.createdAt,
};

export async function findFoldersByIds(db: DecksDb, ids: readonly string[]): Promise<FolderRecord[]> {
  if (ids.length === 0) return [];
  return db
    .select(columns)
    .from(folders)
    .where(inArray(folders.id, [...ids]));
}

export async function findFoldersOf(db: DecksDb, ownerId: string): Promise<FolderRecord[]> {
  return db
    .select(columns)
    .from(folders)
    .where(eq(folders.ownerId, ownerId))
    .orderBy(alphabetical(folders.name), asc(folders.id));
}

/** Lets only one change of a user's folders run at a time: a tree must not become a circle. */
export async function lockFoldersOf(tx: DecksDb, ownerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`folders ${ownerId}`}, 0))`);
}

export async function countFoldersOf(db: DecksDb, ownerId: string): Promise<number> {
  const [row] = await db.select({ total: count() }).from(folders).where(eq(folders.ownerId, ownerId));
  return row?.total ?? 0;
}

/** @returns false when the id is taken. */
export async function insertFolder(tx: DecksDb, folder: FolderRecord): Promise<boolean> {
  const inserted = await tx
    .insert(folders)
    .values({ ...folder, updatedAt: folder.createdAt })
    .onConflictDoNothing()
    .returning({ id: folders.id });
  return inserted.length > 0;
}

export async function changeFolder(
  tx: DecksDb,
  id: string,
  changes: Partial<Pick<FolderRecord, 'name' | 'parentId'>>,
  now: Date,
): Promise<FolderRecord | undefined> {
  const [folder] = await tx
    .update(folders)
    .set({ ...changes, updatedAt: now })
    .where(eq(folders.id, id))
    .returning(columns);
  return folder;
}

/** Deletes a folder of the owner with all folders in it. @returns false when there is none. */
export async function deleteFolderOf(db: DecksDb, ownerId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(folders)
    .where(and(eq(folders.id, id), eq(folders.ownerId, ownerId)))
    .returning({ id: folders.id });
  return gone.length > 0;
}

export async function putInFolder(db: DecksDb, folderId: string, deckIds: readonly string[], now: Date): Promise<void> {
  await db
    .insert(folderDecks)
    .values(deckIds.map((deckId) => ({ folderId, deckId, addedAt: now })))
    .onConflictDoNothing();
}

export async function takeFromFolder(db: DecksDb, folderId: string, deckIds: readonly string[]): Promise<void> {
  await db
    .delete(folderDecks)
    .where(and(eq(folderDecks.folderId, folderId), inArray(folderDecks.deckId, [...deckIds])));
}

/** Decks of a folder that its owner may still see, those added last first. */
export async function listFolderDecks(
  db: DecksDb,
  folder: FolderRecord,
  page: { after: [string, string] | null; limit: number },
): Promise<{ deck: DeckRecord; addedAt: Date }[]> {
  return db
    .select({ deck: deckColumns, addedAt: folderDecks.addedAt })
    .from(folderDecks)
    .innerJoin(decks, eq(decks.id, folderDecks.deckId))
    .where(
      and(
        eq(folderDecks.folderId, folder.id),
        isNull(decks.deletedAt),
        or(sql`${decks.visibility} <> 'PRIVATE'`, relatedToUser(folder.ownerId, ['OWNED', 'SHARED', 'COURSE'])),
        page.after
          ? sql`(${folderDecks.addedAt}, ${folderDecks.deckId}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(folderDecks.addedAt), desc(folderDecks.deckId))
    .limit(page.limit);
}
