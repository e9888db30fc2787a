import { type Connection, encodeCursor, pageArgs, toConnection } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { deckTitleCharactersMax, type DeckRecord, tagCharactersMax } from '../domain/deck.js';
import { type DeckOrder, deckSortValues, listDecks } from '../storage/decks.js';
import { myDecksCondition } from '../storage/my-decks.js';
import type { DecksContext } from './context.js';
import { cursorShapes, parseCursor } from './cursors.js';
import { requireSignIn } from './deck-access.js';
import { idInput, textInput, visibilityInput } from './inputs.js';
import { restorableSince } from './restore-deck.js';

const filterInput = z.object({
  title: textInput(0, deckTitleCharactersMax).nullish(),
  visibility: visibilityInput.nullish(),
  tag: textInput(0, tagCharactersMax).nullish(),
  relations: z.array(z.enum(['OWNED', 'SHARED', 'COURSE'])).nullish(),
  folderId: idInput.nullish(),
  deleted: z.boolean().nullish(),
});

/** A page of the viewer's decks. */
export async function myDecks(
  ctx: Pick<DecksContext, 'viewer' | 'db' | 'clock'>,
  args: {
    first?: number | null | undefined;
    after?: string | null | undefined;
    filter?: unknown;
    orderBy?: DeckOrder | null | undefined;
  },
): Promise<Connection<DeckRecord>> {
  const { userId } = requireSignIn(ctx);
  const { first, after } = pageArgs(args);
  const filter = parseInput(filterInput, args.filter ?? {}, ['filter']);
  const order = args.orderBy ?? 'UPDATED';
  const shape = order === 'TITLE' ? cursorShapes.titleAndId : cursorShapes.timeAndId;
  const rows = await listDecks(ctx.db, {
    where: myDecksCondition(userId, filter, restorableSince(ctx.clock.now())),
    deleted: filter.deleted ?? false,
    order,
    after: after === null ? null : parseCursor(shape, after, 2),
    limit: first + 1,
  });
  return toConnection(rows, first, (deck) => encodeCursor(deckSortValues(deck, order)), after !== null);
}
