import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { copyCards, findCardsOfDeck } from '../storage/cards.js';
import { countCards, insertDeck } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { ownDeckAgain } from './create-deck.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { cardEvents, deckStateEvent } from './deck-events.js';
import { idInput } from './inputs.js';

/** Copies a deck that the viewer may see, with its cards as they are now, into a private deck of the viewer's own. */
export async function forkDeck(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  deckId: string,
  newDeckId: string | null,
): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const copyId = newDeckId === null ? null : parseInput(idInput, newDeckId, ['newDeckId']);
  const { deck: source } = await requireDeck(ctx, deckId, 'VIEW');
  const now = ctx.clock.now();
  const fork: DeckRecord = {
    ...source,
    id: copyId ?? newId(now),
    ownerId: viewer.userId,
    visibility: 'PRIVATE',
    cardCount: 0,
    forkedFromId: source.id,
    createdAt: now,
    updatedAt: now,
  };
  const created = await ctx.db.transaction(async (tx) => {
    if (!(await insertDeck(tx, fork))) return undefined;
    // One statement reads the cards, so the copy is of one moment even while somebody edits.
    const cards = await findCardsOfDeck(tx, source.id);
    const pairs = cards.map(({ id }) => ({ from: id, to: newId(now) }));
    await copyCards(tx, fork.id, pairs, now);
    const filled = await countCards(tx, fork.id, pairs.length, now);
    const added = pairs.map(({ to }) => to);
    await appendEvents(tx, [
      await deckStateEvent(tx, 'ruzlet.content.deck.created.v1', filled, { ...ctx, now }),
      ...cardEvents('ruzlet.content.cards.added.v1', filled, added, { ...ctx, now }),
    ]);
    return filled;
  });
  ctx.loaders.clear();
  return created ?? (await ownDeckAgain(ctx.db, fork.id, viewer.userId));
}
