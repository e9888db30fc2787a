import { isUuid } from '@ruzlet/platform/ids';
import type { Arrivals } from '@ruzlet/platform/outbox/arrivals';
import type { Clock } from '@ruzlet/platform/clock';
import DataLoader from 'dataloader';
import type { CardRecord, CollaboratorRecord, FolderRecord } from '../domain/deck.js';
import { type DeckAccess, findDeckAccess } from './access.js';
import { type CardPageRequest, findCardPages } from './card-pages.js';
import { findCardPositions, findCardsByIds, findStarredCards } from './cards.js';
import type { DecksDb } from './database.js';
import { findCollaborators } from './decks.js';
import { findFoldersByIds } from './folders.js';
import { groupBy } from './group-by.js';

/**
 * Milliseconds for which a refused viewer waits for news of a course or a share. The same for what does not exist, so
 * that the time of an answer tells nothing.
 */
export const accessPatienceMs = 300;

/** Reads of one request, each kind in one query however many fields ask. */
export interface DeckLoaders {
  /** A deck that the viewer may see, as of now; null for any other. */
  deck: DataLoader<string, DeckAccess | null>;
  /** The same, and looks again when an enrolment may still be on its way. For decks that the viewer names. */
  patientDeck: DataLoader<string, DeckAccess | null>;
  /** A card, whoever asks: whether the viewer may see it is a matter of its deck. */
  card: DataLoader<string, CardRecord | null>;
  /** A page of a deck's cards, one row more than its limit. */
  cardPage: DataLoader<{ deckId: string; request: CardPageRequest }, CardRecord[], string>;
  position: DataLoader<CardRecord, number, string>;
  starred: DataLoader<string, boolean>;
  collaborators: DataLoader<string, CollaboratorRecord[]>;
  folder: DataLoader<string, FolderRecord | null>;
  /** Forgets everything: after a change. */
  clear(): void;
}

/** Ids come in any case and in any shape; the database knows lower-case UUIDs. */
function byId<T>(find: (ids: string[]) => Promise<Map<string, T>>): (ids: readonly string[]) => Promise<(T | null)[]> {
  return async (ids) => {
    const found = await find([...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))]);
    return ids.map((id) => found.get(id.toLowerCase()) ?? null);
  };
}

export function createLoaders({
  db,
  viewerId,
  arrivals,
  clock,
}: {
  db: DecksDb;
  viewerId: string | null;
  arrivals: Arrivals;
  clock: Clock;
}): DeckLoaders {
  async function findPatiently(ids: readonly string[]): Promise<Map<string, DeckAccess>> {
    const found = new Map<string, DeckAccess>();
    // Nothing that arrives lets an anonymous viewer see more.
    const timeoutMs = viewerId === null ? 0 : accessPatienceMs;
    await arrivals.lookAgain(async () => {
      const missing = ids.filter((id) => !found.has(id));
      for (const [id, access] of await findDeckAccess(db, viewerId, missing)) found.set(id, access);
      return found.size === ids.length ? true : undefined;
    }, timeoutMs);
    return found;
  }

  const deck = new DataLoader<string, DeckAccess | null>(byId((ids) => findDeckAccess(db, viewerId, ids)));
  const patient = new DataLoader<string, DeckAccess | null>(byId(findPatiently));

  const loaders: Omit<DeckLoaders, 'clear'> = {
    deck,
    // Whoever may see a deck at once does not wait for those of the same batch who may not.
    patientDeck: new DataLoader<string, DeckAccess | null>(
      async (ids) => Promise.all(ids.map(async (id) => (await deck.load(id)) ?? (await patient.load(id)))),
      { batch: false },
    ),
    card: new DataLoader<string, CardRecord | null>(
      byId(async (ids) => new Map((await findCardsByIds(db, ids)).map((card) => [card.id, card]))),
    ),
    cardPage: new DataLoader<{ deckId: string; request: CardPageRequest }, CardRecord[], string>(
      async (pages) => {
        const groups = groupBy(pages, ({ request }) => JSON.stringify(request));
        const results = new Map<string, Map<string, CardRecord[]>>();
        await Promise.all(
          [...groups].map(async ([key, [first, ...rest]]) => {
            if (!first) return;
            const deckIds = [first, ...rest].map(({ deckId }) => deckId);
            results.set(key, await findCardPages(db, viewerId, deckIds, first.request, clock.now()));
          }),
        );
        return pages.map(({ deckId, request }) => results.get(JSON.stringify(request))?.get(deckId) ?? []);
      },
      { cacheKeyFn: ({ deckId, request }) => `${deckId} ${JSON.stringify(request)}` },
    ),
    position: new DataLoader<CardRecord, number, string>(
      async (wanted) => {
        const positions = await findCardPositions(db, wanted);
        // A card that was deleted meanwhile has no place.
        return wanted.map(({ id }) => positions.get(id) ?? 0);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    starred: new DataLoader<string, boolean>(async (ids) => {
      const starred = viewerId === null ? new Set<string>() : await findStarredCards(db, viewerId, ids);
      return ids.map((id) => starred.has(id));
    }),
    collaborators: new DataLoader<string, CollaboratorRecord[]>(async (ids) => {
      const found = groupBy(await findCollaborators(db, ids), ({ deckId }) => deckId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    folder: new DataLoader<string, FolderRecord | null>(
      byId(async (ids) => new Map((await findFoldersByIds(db, ids)).map((folder) => [folder.id, folder]))),
    ),
  };
  return {
    ...loaders,
    clear() {
      patient.clearAll();
      for (const loader of Object.values(loaders)) loader.clearAll();
    },
  };
}
