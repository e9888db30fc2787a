import { badInput, forbidden, notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { changeDeck, type DeckChanges, lockDecks } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { deckStateEvent } from './deck-events.js';
import { deckChangeInput } from './inputs.js';

/** Changes a deck's own fields: what is absent stays, what is null is emptied. Who may open it is the owner's to decide. */
export async function updateDeck(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const { id, ...given } = parseInput(deckChangeInput, input);
  if (given.title === null) throw badInput([{ path: ['input', 'title'], message: 'must not be empty' }]);
  await requireDeck(ctx, id, 'EDIT');
  const now = ctx.clock.now();
  const deck = await ctx.db.transaction(async (tx) => {
    await lockDecks(tx, [id]);
    const { deck: current, permission } = await requireDeckIn(tx, viewer, id, 'EDIT');
    const visibility = given.visibility ?? current.visibility;
    if (visibility !== current.visibility && permission !== 'OWN') {
      throw forbidden('Only the owner of the deck decides who may open it.');
    }
    const changes: DeckChanges = {
      title: given.title ?? current.title,
      description: given.description === undefined ? current.description : given.description,
      termLanguage: given.termLanguage === undefined ? current.termLanguage : given.termLanguage,
      definitionLanguage:
        given.definitionLanguage === undefined ? current.definitionLanguage : given.definitionLanguage,
      visibility,
      tags: given.tags === undefined ? current.tags : (given.tags ?? []),
    };
    const changed = await changeDeck(tx, id, changes, now);
    if (!changed) throw notFound('deck');
    await appendEvents(tx, [await deckStateEvent(tx, 'ruzlet.content.deck.updated.v1', changed, { ...ctx, now })]);
    return changed;
  });
  ctx.loaders.clear();
  return deck;
}
