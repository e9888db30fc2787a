import { encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData, EventType } from '@ruzlet/contracts/registry';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { cardsPerMutationMax, type CollaboratorRecord, type DeckRecord } from '../domain/deck.js';
import type { DecksDb } from '../storage/database.js';
import { findCollaborators } from '../storage/decks.js';
import type { DecksContext } from './context.js';

/** What happened to decks, in the words of `content.events`. */

type Origin = Pick<DecksContext, 'requestId'> & { now: Date };

type DeckStateType = Extract<EventType, `ruzlet.content.deck.${'created' | 'updated' | 'restored'}.v1`>;
type CardChangeType = Extract<EventType, `ruzlet.content.cards.${string}`>;

/** A deck as it stands, with its collaborators as the transaction sees them. */
export async function deckStateEvent(
  tx: DecksDb,
  type: DeckStateType,
  deck: DeckRecord,
  origin: Origin,
): Promise<EncodedEvent> {
  const collaborators = await findCollaborators(tx, [deck.id]);
  return encodeEvent(makeEvent(type, { ...about(deck.id, origin), data: deckState(deck, collaborators) }));
}

function deckState(deck: DeckRecord, collaborators: CollaboratorRecord[]): EventData<DeckStateType> {
  const withPermission = (permission: 'VIEW' | 'EDIT') =>
    collaborators.filter((one) => one.permission === permission).map(({ userId }) => userId);
  return {
    deckId: deck.id,
    ownerId: deck.ownerId,
    title: deck.title,
    visibility: deck.visibility,
    cardCount: deck.cardCount,
    editorIds: withPermission('EDIT'),
    viewerIds: withPermission('VIEW'),
  };
}

export function deckDeletedEvent(deck: DeckRecord, origin: Origin): EncodedEvent {
  const type = 'ruzlet.content.deck.deleted.v1';
  return encodeEvent(makeEvent(type, { ...about(deck.id, origin), data: { deckId: deck.id, ownerId: deck.ownerId } }));
}

export function deckImportedEvent(
  deck: DeckRecord,
  report: Omit<EventData<'ruzlet.content.deck.imported.v1'>, 'deckId' | 'ownerId'>,
  origin: Origin,
): EncodedEvent {
  return encodeEvent(
    makeEvent('ruzlet.content.deck.imported.v1', {
      ...about(deck.id, origin),
      data: { deckId: deck.id, ownerId: deck.ownerId, ...report },
    }),
  );
}

/** Cards of one deck that were added, updated, deleted or moved away; one event for each thousand. */
export function cardEvents(
  type: CardChangeType,
  deck: DeckRecord,
  cardIds: readonly string[],
  origin: Origin,
  more: Pick<EventData<'ruzlet.content.cards.deleted.v1'>, 'movedToDeckId'> = {},
): EncodedEvent[] {
  const events: EncodedEvent[] = [];
  for (let start = 0; start < cardIds.length; start += cardsPerMutationMax) {
    const data = {
      deckId: deck.id,
      cardIds: cardIds.slice(start, start + cardsPerMutationMax),
      cardCount: deck.cardCount,
      ...more,
    };
    events.push(encodeEvent(makeEvent(type, { ...about(deck.id, origin), data })));
  }
  return events;
}

function about(deckId: string, { now, requestId }: Origin) {
  return { source: '/decks' as const, subject: deckId, time: now, requestId };
}
