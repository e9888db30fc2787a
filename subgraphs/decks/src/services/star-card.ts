import { notFound } from '@ruzlet/platform/errors';
import type { CardRecord } from '../domain/deck.js';
import { setStar } from '../storage/cards.js';
import type { DecksContext } from './context.js';
import { findVisibleCard, requireSignIn } from './deck-access.js';

/** Sets or takes away the viewer's star on a card that the viewer may see. */
export async function starCard(
  ctx: Pick<DecksContext, 'viewer' | 'db' | 'clock' | 'loaders'>,
  cardId: string,
  starred: boolean,
): Promise<CardRecord> {
  const viewer = requireSignIn(ctx);
  const card = await findVisibleCard(ctx, cardId);
  if (!card) throw notFound('card');
  await setStar(ctx.db, viewer.userId, card.id, starred, ctx.clock.now());
  ctx.loaders.clear();
  return card;
}
