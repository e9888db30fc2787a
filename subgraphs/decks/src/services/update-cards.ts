import { badInput, notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { findCardsByIds, overwriteCards } from '../storage/cards.js';
import { countCards, lockDecks } from '../storage/decks.js';
import { groupBy } from '../storage/group-by.js';
import type { DecksContext } from './context.js';
import { requireCards, requireDeckIn, requireSignIn } from './deck-access.js';
import { cardEvents } from './deck-events.js';
import { updateCardsInput } from './inputs.js';

/** Changes the content of cards: all, or none. What is absent stays, what is null is emptied. */
export async function updateCards(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<{ cards: CardRecord[]; deck: DeckRecord | null }> {
  const viewer = requireSignIn(ctx);
  const { cards: changes } = parseInput(updateCardsInput, input);
  for (const [index, change] of changes.entries()) {
    for (const side of ['term', 'definition'] as const) {
      if (change[side] === null)
        throw badInput([{ path: ['input', 'cards', index, side], message: 'must not be empty' }]);
    }
  }
  const ids = changes.map(({ id }) => id);
  const deckIds = [...new Set((await requireCards(ctx, ids, 'EDIT')).map(({ deck }) => deck.id))];
  const now = ctx.clock.now();
  const decks = await ctx.db.transaction(async (tx) => {
    await lockDecks(tx, deckIds);
    for (const deckId of deckIds) await requireDeckIn(tx, viewer, deckId, 'EDIT');
    // Read again under the lock: a change of another field that came in between must not be undone.
    const current = new Map((await findCardsByIds(tx, ids)).map((card) => [card.id, card]));
    const contents = changes.map((change) => {
      const card = current.get(change.id);
      if (!card || !deckIds.includes(card.deckId)) throw notFound('card');
      return {
        id: card.id,
        term: change.term ?? card.term,
        definition: change.definition ?? card.definition,
        hint: change.hint === undefined ? card.hint : change.hint,
        acceptedAnswers: change.acceptedAnswers === undefined ? card.acceptedAnswers : (change.acceptedAnswers ?? []),
        distractors: change.distractors === undefined ? card.distractors : (change.distractors ?? []),
        tags: change.tags === undefined ? card.tags : (change.tags ?? []),
        siblingKey: change.siblingKey === undefined ? card.siblingKey : change.siblingKey,
      };
    });
    await overwriteCards(tx, contents, now);
    const changed: DeckRecord[] = [];
    for (const [deckId, cards] of groupBy([...current.values()], (card) => card.deckId)) {
      const deck = await countCards(tx, deckId, 0, now);
      const updated = cards.map(({ id }) => id);
      await appendEvents(tx, cardEvents('ruzlet.content.cards.updated.v1', deck, updated, { ...ctx, now }));
      changed.push(deck);
    }
    return changed;
  });
  ctx.loaders.clear();
  return { cards: await cardsInOrder(ctx, ids), deck: decks.length === 1 ? (decks[0] ?? null) : null };
}

/** Cards as they are after a change, in the order in which they were named. */
export async function cardsInOrder(ctx: Pick<DecksContext, 'loaders'>, ids: readonly string[]): Promise<CardRecord[]> {
  const cards = await ctx.loaders.card.loadMany(ids);
  return cards.flatMap((card) => {
    if (card instanceof Error) throw card;
    return card ? [card] : [];
  });
}
