import { notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { type DeckRecord, deckRestoreDays } from '../domain/deck.js';
import { changeDeck, lockDecks } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { requireSignIn } from './deck-access.js';
import { deckStateEvent } from './deck-events.js';
import { idInput } from './inputs.js';

const dayMs = 86_400_000;

/** Decks that were deleted before this moment are gone for good. */
export function restorableSince(now: Date): Date {
  return new Date(now.getTime() - deckRestoreDays * dayMs);
}

/** Brings back a deck of the viewer's own. Restoring one that is not deleted changes nothing. */
export async function restoreDeck(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  deckId: string,
): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const id = parseInput(idInput, deckId, ['id']);
  const now = ctx.clock.now();
  const deck = await ctx.db.transaction(async (tx) => {
    const [current] = await lockDecks(tx, [id]);
    if (current?.ownerId !== viewer.userId) throw notFound('deck');
    if (!current.deletedAt) return current;
    if (current.deletedAt < restorableSince(now)) throw notFound('deck');
    const restored = await changeDeck(tx, id, { deletedAt: null }, now);
    if (!restored) throw notFound('deck');
    await appendEvents(tx, [await deckStateEvent(tx, 'ruzlet.content.deck.restored.v1', restored, { ...ctx, now })]);
    return restored;
  });
  ctx.loaders.clear();
  return deck;
}
