import { badInput } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { type DeckFile, UnwritableDeckError, writeDeck } from '../domain/export/write-deck.js';
import { deckFormats } from '../domain/import/read-deck.js';
import { findCardsOfDeck } from '../storage/cards.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';

const separatorInput = z.string().min(1).max(20).nullish();

const exportInput = z.object({
  deckId: idInput,
  format: z.enum(deckFormats),
  termSeparator: separatorInput,
  cardSeparator: separatorInput,
});

/** Writes a deck that the viewer may see as a file. */
export async function exportDeck(
  ctx: Pick<DecksContext, 'viewer' | 'db' | 'loaders'>,
  input: unknown,
): Promise<DeckFile> {
  requireSignIn(ctx);
  const { deckId, format, termSeparator, cardSeparator } = parseInput(exportInput, input);
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const cards = await findCardsOfDeck(ctx.db, deck.id);
  try {
    return writeDeck(format, deck, cards, {
      ...(termSeparator && { termSeparator }),
      ...(cardSeparator && { cardSeparator }),
    });
  } catch (error) {
    if (error instanceof UnwritableDeckError) throw badInput([{ path: ['input', 'format'], message: error.message }]);
    throw error;
  }
}
