import { deletedUserId } from '@ruzlet/contracts/personal-data';
import type { EventHandlers } from '@ruzlet/contracts/dispatch';
import type { EventOf, RuzletEvent } from '@ruzlet/contracts/registry';
import { forgetDeckTitles, markDeckDeleted, putDeckCopy, putUserCopy } from '../storage/copies.js';
import { countCards } from './follow-learning.js';
import type { TeachingDb } from '../storage/teaching-db.js';

/** What teaching must know of other subgraphs: which decks there are and whose, and which users. */

type DeckStateEvent = EventOf<
  'ruzlet.content.deck.created.v1' | 'ruzlet.content.deck.updated.v1' | 'ruzlet.content.deck.restored.v1'
>;

/** Each of these events carries the whole state, so the newest says it all. */
async function copyDeck(tx: TeachingDb, event: DeckStateEvent): Promise<void> {
  const { deckId, ownerId, title, visibility, editorIds, viewerIds } = event.data;
  await putDeckCopy(tx, {
    deckId,
    ownerId,
    title,
    visibility,
    editorIds,
    viewerIds,
    deleted: false,
    changedAt: new Date(event.time),
  });
  await countCards(tx, event);
}

export const copyHandlers: EventHandlers<TeachingDb> = {
  'ruzlet.content.deck.created.v1': copyDeck,
  'ruzlet.content.deck.updated.v1': copyDeck,
  'ruzlet.content.deck.restored.v1': copyDeck,
  // It can neither be attached nor read through a course, until it is restored.
  'ruzlet.content.deck.deleted.v1': async (tx, event) => {
    await markDeckDeleted(tx, event.data.deckId, new Date(event.time));
    // Its owner was erased, and it with them: not even its title stays.
    if (event.data.ownerId === deletedUserId) await forgetDeckTitles(tx, { deckId: event.data.deckId });
  },
  // Whom staff can enrol.
  'ruzlet.user.registered.v1': async (tx, event) => {
    await putUserCopy(tx, { userId: event.data.userId, registeredAt: new Date(event.data.registeredAt) });
  },
};

/** True for the events that have a handler here. */
export function isCopied(event: RuzletEvent): boolean {
  return Object.hasOwn(copyHandlers, event.type);
}
