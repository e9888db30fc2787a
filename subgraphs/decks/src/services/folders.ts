import { badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { type Connection, encodeCursor, pageArgs, toConnection } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { type DeckRecord, folderNameCharactersMax, type FolderRecord, foldersPerUserMax } from '../domain/deck.js';
import type { DecksDb } from '../storage/database.js';
import {
  changeFolder,
  countFoldersOf,
  deleteFolderOf,
  findFoldersByIds,
  findFoldersOf,
  insertFolder,
  listFolderDecks,
  lockFoldersOf,
  putInFolder,
  takeFromFolder,
} from '../storage/folders.js';
import type { DecksContext } from './context.js';
import { cursorShapes, parseCursor } from './cursors.js';
import { idTaken, requireDeck, requireSignIn } from './deck-access.js';
import { distinct, idInput, textInput } from './inputs.js';

/** A user's own folders: nobody else sees them, and no event tells of them. */

type FolderContext = Pick<DecksContext, 'viewer' | 'db' | 'clock' | 'loaders'>;

const nameInput = textInput(1, folderNameCharactersMax);
const newFolderInput = z.object({ id: idInput.nullish(), name: nameInput, parentId: idInput.nullish() });
const folderChangeInput = z.object({ id: idInput, name: nameInput.nullish(), parentId: idInput.nullish() });
const folderDecksMax = 100;
const folderDecksInput = z.object({ folderId: idInput, deckIds: distinct(idInput, folderDecksMax, (id) => id) });

/** All folders of the viewer, by name. */
export async function listFolders(ctx: FolderContext): Promise<FolderRecord[]> {
  return findFoldersOf(ctx.db, requireSignIn(ctx).userId);
}

/** Creates a folder; with a client-made id the same can be sent again. */
export async function createFolder(ctx: FolderContext, input: unknown): Promise<FolderRecord> {
  const { userId } = requireSignIn(ctx);
  const { id, name, parentId } = parseInput(newFolderInput, input);
  const now = ctx.clock.now();
  const folder = { id: id ?? newId(now), ownerId: userId, name, parentId: parentId ?? null, createdAt: now };
  return ctx.db.transaction(async (tx) => {
    await lockFoldersOf(tx, userId);
    const [known] = await findFoldersByIds(tx, [folder.id]);
    if (known) {
      if (known.ownerId !== userId) throw idTaken('folder');
      return known;
    }
    if (folder.parentId !== null) await requireFolder(tx, userId, folder.parentId);
    if ((await countFoldersOf(tx, userId)) >= foldersPerUserMax) {
      throw conflict(`You have ${String(foldersPerUserMax)} folders already; there can be no more.`);
    }
    // Somebody else took the id after the look above.
    if (!(await insertFolder(tx, folder))) throw idTaken('folder');
    return folder;
  });
}

/** Renames a folder or moves it into another one, never into itself or what is in it. */
export async function updateFolder(ctx: FolderContext, input: unknown): Promise<FolderRecord> {
  const { userId } = requireSignIn(ctx);
  const { id, name, parentId } = parseInput(folderChangeInput, input);
  if (name === null) throw badInput([{ path: ['input', 'name'], message: 'must not be empty' }]);
  const changed = await ctx.db.transaction(async (tx) => {
    await lockFoldersOf(tx, userId);
    const folder = await requireFolder(tx, userId, id);
    if (parentId) {
      await requireFolder(tx, userId, parentId);
      if (isInside(await findFoldersOf(tx, userId), parentId, id)) {
        throw badInput([{ path: ['input', 'parentId'], message: 'is the folder itself or in it' }]);
      }
    }
    const changes = { name: name ?? folder.name, parentId: parentId === undefined ? folder.parentId : parentId };
    return (await changeFolder(tx, id, changes, ctx.clock.now())) ?? folder;
  });
  ctx.loaders.clear();
  return changed;
}

/** Deletes a folder with the folders in it; decks stay. @returns its id. */
export async function deleteFolder(ctx: FolderContext, folderId: string): Promise<string> {
  const { userId } = requireSignIn(ctx);
  const id = parseInput(idInput, folderId, ['id']);
  if (!(await deleteFolderOf(ctx.db, userId, id))) throw notFound('folder');
  ctx.loaders.clear();
  return id;
}

/** Puts decks that the viewer may see into a folder; those that are in it stay. */
export async function addToFolder(ctx: FolderContext, input: unknown): Promise<FolderRecord> {
  const { userId } = requireSignIn(ctx);
  const { folderId, deckIds } = parseInput(folderDecksInput, input);
  const folder = await requireFolder(ctx.db, userId, folderId);
  await Promise.all(deckIds.map((deckId) => requireDeck(ctx, deckId, 'VIEW')));
  await putInFolder(ctx.db, folder.id, deckIds, ctx.clock.now());
  return folder;
}

/** Takes decks out of a folder; those that are not in it do not matter. */
export async function removeFromFolder(ctx: FolderContext, input: unknown): Promise<FolderRecord> {
  const { userId } = requireSignIn(ctx);
  const { folderId, deckIds } = parseInput(folderDecksInput, input);
  const folder = await requireFolder(ctx.db, userId, folderId);
  await takeFromFolder(ctx.db, folder.id, deckIds);
  return folder;
}

/** The decks of a folder that its owner may still see. */
export async function pageFolderDecks(
  ctx: FolderContext,
  folder: FolderRecord,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<DeckRecord>> {
  const { first, after } = pageArgs(args);
  const rows = await listFolderDecks(ctx.db, folder, {
    after: after === null ? null : parseCursor(cursorShapes.timeAndId, after, 2),
    limit: first + 1,
  });
  const page = toConnection(
    rows,
    first,
    ({ deck, addedAt }) => encodeCursor([addedAt.toISOString(), deck.id]),
    after !== null,
  );
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: node.deck, cursor })) };
}

/** A folder of the viewer's own, or null. */
export async function findOwnFolder(ctx: FolderContext, id: string): Promise<FolderRecord | null> {
  const folder = await ctx.loaders.folder.load(id);
  return folder && folder.ownerId === ctx.viewer?.userId ? folder : null;
}

async function requireFolder(db: DecksDb, userId: string, id: string): Promise<FolderRecord> {
  const [folder] = await findFoldersByIds(db, [id]);
  if (folder?.ownerId !== userId) throw notFound('folder');
  return folder;
}

function isInside(all: readonly FolderRecord[], id: string, outer: string): boolean {
  const parents = new Map(all.map((folder) => [folder.id, folder.parentId]));
  for (let at: string | null | undefined = id; at; at = parents.get(at)) {
    if (at === outer) return true;
  }
  return false;
}
