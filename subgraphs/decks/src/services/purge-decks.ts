import type { Clock } from '@ruzlet/platform/clock';
import type { DecksDb } from '../storage/database.js';
import { purgeDecks } from '../storage/decks.js';
import { restorableSince } from './restore-deck.js';

/** Removes decks that can no longer be restored. @returns how many. */
export async function purgeDeletedDecks({ db, clock }: { db: DecksDb; clock: Clock }): Promise<number> {
  return purgeDecks(db, restorableSince(clock.now()));
}
