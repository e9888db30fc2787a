import { badInput, notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { sortKeysBetween } from '../domain/sort-keys.js';
import { findCardsByIds, findNeighbourKeys, placeCards, renumberCards } from '../storage/cards.js';
import type { DecksDb } from '../storage/database.js';
import { countCards, lockDecks } from '../storage/decks.js';
import { groupBy } from '../storage/group-by.js';
import { requireRoom } from './add-cards.js';
import type { DecksContext } from './context.js';
import { requireCards, requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { cardEvents } from './deck-events.js';
import { moveCardsInput } from './inputs.js';
import { cardsInOrder } from './update-cards.js';

/** Puts cards, in the given order, behind another card or at the beginning; in their deck or in another. */
export async function moveCards(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<{ cards: CardRecord[]; deck: DeckRecord }> {
  const viewer = requireSignIn(ctx);
  const { cardIds, deckId, afterCardId } = parseInput(moveCardsInput, input);
  const sources = [...new Set((await requireCards(ctx, cardIds, 'EDIT')).map(({ deck }) => deck.id))];
  const [onlySource] = sources;
  if (!deckId && sources.length > 1) {
    throw badInput([{ path: ['input', 'deckId'], message: 'is needed: the cards are of several decks' }]);
  }
  const target = deckId ?? onlySource;
  if (target === undefined) throw notFound('card');
  await requireDeck(ctx, target, 'EDIT');
  if (afterCardId && cardIds.includes(afterCardId)) {
    throw badInput([{ path: ['input', 'afterCardId'], message: 'is one of the cards that move' }]);
  }
  const now = ctx.clock.now();
  const deckIds = [...new Set([...sources, target])];
  const deck = await ctx.db.transaction(async (tx) => {
    const locked = await lockDecks(tx, deckIds);
    for (const id of deckIds) await requireDeckIn(tx, viewer, id, 'EDIT');
    const cards = await findCardsByIds(tx, cardIds);
    if (cards.length < cardIds.length || cards.some((card) => !deckIds.includes(card.deckId))) throw notFound('card');
    if (afterCardId) await requireAnchor(tx, afterCardId, target);
    const arriving = cards.filter((card) => card.deckId !== target);
    const targetDeck = locked.find(({ id }) => id === target);
    if (targetDeck) requireRoom(targetDeck, arriving.length);
    await place(tx, target, afterCardId ?? null, cardIds, now);
    return settle(tx, target, cards, { ...ctx, now });
  });
  ctx.loaders.clear();
  return { cards: await cardsInOrder(ctx, cardIds), deck };
}

async function requireAnchor(tx: DecksDb, afterCardId: string, deckId: string): Promise<void> {
  const [anchor] = await findCardsByIds(tx, [afterCardId]);
  if (anchor?.deckId === deckId) return;
  throw badInput([{ path: ['input', 'afterCardId'], message: 'is not a card of that deck' }]);
}

async function place(
  tx: DecksDb,
  deckId: string,
  afterCardId: string | null,
  cardIds: readonly string[],
  now: Date,
): Promise<void> {
  const keysNow = async () => {
    const { before, after } = await findNeighbourKeys(tx, deckId, afterCardId, cardIds);
    return sortKeysBetween(before, after, cardIds.length);
  };
  let keys = await keysNow();
  if (!keys) {
    // Afterwards every gap is wider than one mutation has cards.
    await renumberCards(tx, deckId);
    keys = await keysNow();
  }
  if (!keys)
    throw new Error(`no room for ${String(cardIds.length)} cards in deck ${deckId} although it was numbered anew`);
  const places = keys.flatMap((sortKey, index) => {
    const id = cardIds[index];
    return id === undefined ? [] : [{ id, sortKey }];
  });
  await placeCards(tx, deckId, places, now);
}

/** Counts and tells what moved: within a deck its cards changed, between decks some left and others came. */
async function settle(
  tx: DecksDb,
  target: string,
  cards: readonly CardRecord[],
  origin: { requestId: string; now: Date },
): Promise<DeckRecord> {
  const events: EncodedEvent[] = [];
  let arrived: string[] = [];
  for (const [source, group] of groupBy(cards, (card) => card.deckId)) {
    if (source === target) continue;
    const left = await countCards(tx, source, -group.length, origin.now);
    const ids = group.map(({ id }) => id);
    arrived = [...arrived, ...ids];
    events.push(...cardEvents('ruzlet.content.cards.deleted.v1', left, ids, origin, { movedToDeckId: target }));
  }
  const deck = await countCards(tx, target, arrived.length, origin.now);
  const stayed = cards.filter((card) => card.deckId === target).map(({ id }) => id);
  events.push(
    ...cardEvents('ruzlet.content.cards.added.v1', deck, arrived, origin),
    ...cardEvents('ruzlet.content.cards.updated.v1', deck, stayed, origin),
  );
  await appendEvents(tx, events);
  return deck;
}
