import { isUuid } from '@ruzlet/platform/ids';
import type { Arrivals } from '@ruzlet/platform/outbox/arrivals';
import type { Read } from '@ruzlet/platform/reads/gather';
import { idKey, loader } from '@ruzlet/platform/reads/shapes';
import DataLoader from 'dataloader';
import type { CardRecord, CollaboratorRecord, FolderRecord } from '../domain/deck.js';
import type { DeckAccess } from './access.js';
import type { CardPageRequest } from './card-pages.js';
import { cardPageKey, positionKey, type Reads } from './reads.js';

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
  /** Whether the viewer may be told of a deck, deleted or not. */
  watchable: DataLoader<string, boolean>;
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
function byId<T>(read: Read<string, T | null>): (ids: readonly string[]) => Promise<(T | Error | null)[]> {
  return async (ids) => {
    const known = [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))];
    const results = known.length === 0 ? [] : await read(known);
    const found = new Map(known.map((id, index) => [id, results[index] ?? null]));
    return ids.map((id) => found.get(id.toLowerCase()) ?? null);
  };
}

export function createLoaders({
  reads,
  viewerId,
  arrivals,
}: {
  reads: Reads;
  viewerId: string | null;
  arrivals: Arrivals;
}): DeckLoaders {
  const decksOfViewer = (ids: readonly string[]) => reads.deck(ids.map((deckId) => ({ viewerId, deckId })));

  async function findPatiently(ids: readonly string[]): Promise<(DeckAccess | null)[]> {
    const found = new Map<string, DeckAccess>();
    // Nothing that arrives lets an anonymous viewer see more.
    const timeoutMs = viewerId === null ? 0 : accessPatienceMs;
    await arrivals.lookAgain(async () => {
      const missing = ids.filter((id) => !found.has(id));
      for (const access of await decksOfViewer(missing)) {
        if (access instanceof Error) throw access;
        if (access) found.set(access.deck.id, access);
      }
      return found.size === ids.length ? true : undefined;
    }, timeoutMs);
    return ids.map((id) => found.get(id) ?? null);
  }

  const deck = new DataLoader<string, DeckAccess | null>(byId(decksOfViewer));
  const patient = new DataLoader<string, DeckAccess | null>(byId(findPatiently));

  const loaders: Omit<DeckLoaders, 'clear'> = {
    deck,
    // Whoever may see a deck at once does not wait for those of the same batch who may not.
    patientDeck: new DataLoader<string, DeckAccess | null>(
      async (ids) => Promise.all(ids.map(async (id) => (await deck.load(id)) ?? (await patient.load(id)))),
      { batch: false },
    ),
    watchable: loader((ids) => reads.watchable(ids.map((deckId) => ({ viewerId, deckId }))), idKey),
    card: new DataLoader<string, CardRecord | null>(byId(reads.card)),
    cardPage: loader(
      (pages) =>
        reads.cardPage(
          pages.map(({ deckId, request }) => ({
            // Whoever asks for all cards, or those with a tag, gets the same.
            viewerId: request.query === null && request.starred === null ? null : viewerId,
            deckId,
            request,
          })),
        ),
      ({ deckId, request }) => cardPageKey({ viewerId, deckId, request }),
    ),
    position: loader(reads.position, positionKey),
    starred: loader(
      async (ids) =>
        viewerId === null ? ids.map(() => false) : reads.starred(ids.map((cardId) => ({ userId: viewerId, cardId }))),
      idKey,
    ),
    collaborators: loader(reads.collaborators, idKey),
    folder: new DataLoader<string, FolderRecord | null>(byId(reads.folder)),
  };
  return {
    ...loaders,
    clear() {
      patient.clearAll();
      for (const each of Object.values(loaders)) each.clearAll();
    },
  };
}
