import { conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { type CardRecord, deckCardsMax, type DeckRecord } from '../domain/deck.js';
import { findKnownCards, insertCards } from '../storage/cards.js';
import { countCards, lockDecks } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { idTaken, requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { cardEvents } from './deck-events.js';
import { addCardsInput } from './inputs.js';

/**
 * Adds cards at the end of a deck: all, or none. Cards whose id the deck has already are answered as they are now.
 *
 * @throws AppError CONFLICT when an id is of a card elsewhere or of one that was deleted, or when the deck is full.
 */
export async function addCards(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<{ cards: CardRecord[]; deck: DeckRecord }> {
  const viewer = requireSignIn(ctx);
  const { deckId, cards } = parseInput(addCardsInput, input);
  await requireDeck(ctx, deckId, 'EDIT');
  const now = ctx.clock.now();
  const newCards = cards.map((card) => ({
    id: card.id ?? newId(now),
    term: card.term,
    definition: card.definition,
    hint: card.hint ?? null,
    acceptedAnswers: card.acceptedAnswers ?? [],
    distractors: card.distractors ?? [],
    tags: card.tags ?? [],
    siblingKey: card.siblingKey ?? null,
  }));
  const ids = newCards.map(({ id }) => id);
  const result = await ctx.db.transaction(async (tx) => {
    await lockDecks(tx, [deckId]);
    const { deck } = await requireDeckIn(tx, viewer, deckId, 'EDIT');
    const inserted = await insertCards(tx, deckId, newCards, now);
    const known = new Map((await findKnownCards(tx, ids)).map((card) => [card.id, card]));
    const answer = ids.map((id) => {
      const card = known.get(id);
      if (card?.deckId !== deckId) throw idTaken('card');
      if (card.deletedAt) throw conflict(`Card ${id} was deleted: make a new id.`);
      return card;
    });
    if (inserted.size === 0) return { cards: answer, deck };
    requireRoom(deck, inserted.size);
    const changed = await countCards(tx, deckId, inserted.size, now);
    const added = ids.filter((id) => inserted.has(id));
    await appendEvents(tx, cardEvents('ruzlet.content.cards.added.v1', changed, added, { ...ctx, now }));
    return { cards: answer, deck: changed };
  });
  ctx.loaders.clear();
  return result;
}

/** @throws AppError CONFLICT when the deck would have more than `deckCardsMax` cards. */
export function requireRoom(deck: DeckRecord, more: number): void {
  if (deck.cardCount + more <= deckCardsMax) return;
  throw conflict(
    `A deck holds at most ${String(deckCardsMax)} cards; this one has ${String(deck.cardCount)}, ${String(more)} more do not fit.`,
  );
}
