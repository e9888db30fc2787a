import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { notFound } from '@ruzlet/platform/errors';
import { pageArgs } from '@ruzlet/platform/pagination';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import type { DecksContext } from './context.js';
import { findVisibleCard, findVisibleDeck, requireDeck } from './deck-access.js';
import { deckChannel } from './live-channels.js';

export type DeckChangeKind =
  'CURRENT' | 'UPDATED' | 'DELETED' | 'RESTORED' | 'IMPORTED' | 'CARDS_ADDED' | 'CARDS_UPDATED' | 'CARDS_DELETED';

export interface DeckChangeEvent {
  eventId: string | null;
  kind: DeckChangeKind;
  occurredAt: Date;
  deckId: string;
  cardIds: readonly string[];
}

/**
 * Changes of a deck from now on. Whether the viewer may see it is asked for each again.
 *
 * @throws AppError NOT_FOUND, at once or for the first change that the viewer may not see.
 */
export async function watchDeck(
  ctx: DecksContext,
  { id, withCurrent }: { id: string; withCurrent: boolean },
): Promise<AsyncGenerator<DeckChangeEvent, void>> {
  const { deck } = await requireDeck(ctx, id, 'VIEW');
  const signal = requireSignal(ctx);
  // Before the state is read: what changes in between is told twice rather than never.
  const events = ctx.live.watch(deckChannel(deck.id), signal);
  return follow();

  async function* follow(): AsyncGenerator<DeckChangeEvent, void> {
    if (withCurrent) {
      yield { eventId: null, kind: 'CURRENT', occurredAt: ctx.clock.now(), deckId: deck.id, cardIds: [] };
    }
    for await (const event of events) {
      const change = toChange(event);
      if (!change) continue;
      // As of now, and for all who watch by one statement.
      ctx.loaders.clear();
      if (!(await ctx.loaders.watchable.load(deck.id))) throw notFound('deck');
      yield change;
    }
  }
}

function toChange(event: RuzletEvent): DeckChangeEvent | undefined {
  const about = { eventId: event.id, occurredAt: new Date(event.time) };
  switch (event.type) {
    case 'ruzlet.content.deck.updated.v1':
      return { ...about, kind: 'UPDATED', deckId: event.data.deckId, cardIds: [] };
    case 'ruzlet.content.deck.deleted.v1':
      return { ...about, kind: 'DELETED', deckId: event.data.deckId, cardIds: [] };
    case 'ruzlet.content.deck.restored.v1':
      return { ...about, kind: 'RESTORED', deckId: event.data.deckId, cardIds: [] };
    case 'ruzlet.content.deck.imported.v1':
      return { ...about, kind: 'IMPORTED', deckId: event.data.deckId, cardIds: [] };
    case 'ruzlet.content.cards.added.v1':
      return { ...about, kind: 'CARDS_ADDED', ...event.data };
    case 'ruzlet.content.cards.updated.v1':
      return { ...about, kind: 'CARDS_UPDATED', ...event.data };
    case 'ruzlet.content.cards.deleted.v1':
      return { ...about, kind: 'CARDS_DELETED', ...event.data };
    default:
      return undefined;
  }
}

/** @throws when an operation that is no subscription gets here: a fault of ours. */
export function requireSignal({ signal }: Pick<DecksContext, 'signal'>): AbortSignal {
  if (!signal) throw new Error('Only a subscription watches.');
  return signal;
}

/** The deck as it is when the change is delivered. */
export async function changedDeck(ctx: DecksContext, change: DeckChangeEvent): Promise<DeckRecord | null> {
  return change.kind === 'DELETED' ? null : findVisibleDeck(ctx, change.deckId);
}

/** The first of the cards that are still there. */
export async function changedCards(
  ctx: DecksContext,
  change: DeckChangeEvent,
  args: { first?: number | null | undefined },
): Promise<CardRecord[]> {
  if (change.kind === 'CARDS_DELETED') return [];
  const { first } = pageArgs({ first: args.first });
  const cards = await Promise.all(change.cardIds.slice(0, first).map((id) => findVisibleCard(ctx, id)));
  return cards.filter((card) => card !== null);
}
