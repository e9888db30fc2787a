import type { Clock } from '@ruzlet/platform/clock';
import type { Gather, Read } from '@ruzlet/platform/reads/gather';
import { idKey, lists, rows, rowsOrNull, values } from '@ruzlet/platform/reads/shapes';
import type { CardRecord } from '../domain/deck.js';
import { type CardStudy, newCardStudy } from '../domain/memory.js';
import { type DeckStudySettings, defaultStudySettings } from '../domain/study-settings.js';
import { findDeckAccesses, mayWatch, type DeckAccess, type DeckViewer } from './access.js';
import { findCardPages, type CardPageRequest } from './card-pages.js';
import { findCardPositions, findCardsByIds, findStarredCards } from './cards.js';
import type { DecksDb } from './database.js';
import { findCollaborators } from './decks.js';
import { findFoldersByIds } from './folders.js';
import { groupBy } from './group-by.js';
import { findLearnerDays } from './learner-days.js';
import { findMemoriesOfMany } from './memory.js';
import { type DeckProgress, findProgress, type ProgressRequest } from './progress.js';
import { findStudySettings } from './study-settings.js';

/** Everything that loaders read, for many keys at once. Where it depends on who asks, they are part of the key. */
export type Reads = ReturnType<typeof createReads>;

/** A card of a learner. */
export interface LearnerCard {
  userId: string;
  cardId: string;
}

/** A deck of a learner. */
export interface LearnerDeck {
  userId: string;
  deckId: string;
}

export interface CardPageKey {
  /** Null also where the page is the same for everybody. */
  viewerId: string | null;
  deckId: string;
  request: CardPageRequest;
}

const viewerKey = ({ viewerId, deckId }: DeckViewer): string => `${String(viewerId)} ${deckId}`;
const learnerCardKey = ({ userId, cardId }: LearnerCard): string => `${userId} ${cardId}`;
const learnerDeckKey = ({ userId, deckId }: LearnerDeck): string => `${userId} ${deckId}`;
export const cardPageKey = (key: CardPageKey): string => JSON.stringify(key);
export const positionKey = ({ deckId, id }: Pick<CardRecord, 'deckId' | 'id'>): string => `${deckId} ${id}`;

/** @param gather `together` for reads that live as long as the process, and are of whoever asks in the same turn. */
export function createReads({ db, clock, gather }: { db: DecksDb; clock: Clock; gather: Gather }) {
  return {
    /** A deck that a viewer may see; null for any other. */
    deck: gather<DeckViewer, DeckAccess | null>((viewers) => findDeckAccesses(db, viewers), viewerKey),
    /** Whether a viewer may be told of a deck, deleted or not. */
    watchable: gather<DeckViewer, boolean>((viewers) => mayWatch(db, viewers), viewerKey),
    card: gather(
      rows((ids) => findCardsByIds(db, ids)),
      idKey,
    ),
    cardPage: gather(cardPages({ db, clock }), cardPageKey),
    position: gather(
      values<Pick<CardRecord, 'deckId' | 'id'>, [string, number], number>((cards) => findCardPositions(db, cards), {
        keyOf: ({ id }) => id,
        rowKey: ([id]) => id,
        value: ([, position]) => position,
        // A card that was deleted meanwhile has no place.
        absent: 0,
      }),
      positionKey,
    ),
    starred: gather(
      values<LearnerCard, LearnerCard, boolean>((cards) => findStarredCards(db, cards), {
        keyOf: learnerCardKey,
        rowKey: learnerCardKey,
        value: () => true,
        absent: false,
      }),
      learnerCardKey,
    ),
    collaborators: gather(
      lists((ids: readonly string[]) => findCollaborators(db, ids), { keyOf: idKey, rowKey: ({ deckId }) => deckId }),
      idKey,
    ),
    folder: gather(
      rows((ids) => findFoldersByIds(db, ids)),
      idKey,
    ),
    memory: gather(
      values<LearnerCard, CardStudy & LearnerCard, CardStudy>((cards) => findMemoriesOfMany(db, cards), {
        keyOf: learnerCardKey,
        rowKey: learnerCardKey,
        value: (study) => study,
        absent: newCardStudy,
      }),
      learnerCardKey,
    ),
    settings: gather(
      values<LearnerDeck, LearnerDeck & { settings: DeckStudySettings }, DeckStudySettings>(
        (decks) => findStudySettings(db, decks),
        {
          keyOf: learnerDeckKey,
          rowKey: learnerDeckKey,
          value: ({ settings }) => settings,
          absent: defaultStudySettings,
        },
      ),
      learnerDeckKey,
    ),
    progress: gather(
      values<ProgressRequest, LearnerDeck & { progress: DeckProgress }, DeckProgress | null>(
        (requests) => findProgress(db, requests, clock.now()),
        { keyOf: learnerDeckKey, rowKey: learnerDeckKey, value: ({ progress }) => progress, absent: null },
      ),
      learnerDeckKey,
    ),
    /** The copy of a learner's preferences; null while none has arrived. */
    learnerDay: gather(
      rowsOrNull((userIds: readonly string[]) => findLearnerDays(db, userIds), {
        keyOf: idKey,
        rowKey: ({ userId }) => userId,
      }),
      idKey,
    ),
  };
}

/** The same page of many decks is one query; what cannot be read of one page is the error of that page alone. */
function cardPages({ db, clock }: { db: DecksDb; clock: Clock }): Read<CardPageKey, CardRecord[]> {
  return async (keys) => {
    const found = new Map<CardPageKey, CardRecord[] | Error>();
    const queries = groupBy(keys, ({ viewerId, request }) => JSON.stringify([viewerId, request]));
    await Promise.all(
      Array.from(queries.values(), async (alike) => {
        const [first] = alike;
        if (!first) return;
        const { viewerId, request } = first;
        const deckIds = alike.map(({ deckId }) => deckId);
        try {
          const pages = await findCardPages(db, viewerId, deckIds, request, clock.now());
          for (const key of alike) found.set(key, pages.get(key.deckId) ?? []);
        } catch (error) {
          for (const key of alike) found.set(key, error instanceof Error ? error : new Error(String(error)));
        }
      }),
    );
    return keys.map((key) => found.get(key) ?? []);
  };
}
