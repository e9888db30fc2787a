import type { DayLoads } from '../domain/day-load.js';
import { type DeckStudySettings, isBalanced } from '../domain/study-settings.js';
import { findDayLoads } from '../storage/day-loads.js';
import type { DecksContext } from './context.js';
import { requireSignIn } from './deck-access.js';

/** How full the viewer's days are in a deck, where the settings make that decide intervals; else null, and nothing is read. */
export async function dayLoads(
  ctx: Pick<DecksContext, 'viewer' | 'db' | 'study'>,
  deckId: string,
  settings: DeckStudySettings,
): Promise<(DayLoads & { cardsByDay: Map<number, number> | null }) | null> {
  if (!isBalanced(settings)) return null;
  const { userId } = requireSignIn(ctx);
  const { today, dayEnd } = await ctx.study.moment();
  const cardsByDay = settings.loadBalance ? await findDayLoads(ctx.db, userId, deckId, dayEnd) : null;
  return { cardsByDay, easyDays: settings.easyDays, today };
}
