import type { Clock } from '@ruzlet/platform/clock';
import { idTime } from '@ruzlet/platform/ids';
import type { Arrivals as ArrivalBell } from '@ruzlet/platform/outbox/arrivals';
import { deckArrivalWaitMs, freshIdMs, userArrivalWaitMs } from '../domain/limits.js';
import { findDeckCopy, isKnownUser } from '../storage/copies.js';
import type { TeachingDb } from '../storage/teaching-db.js';
import type { Arrivals } from './scope.js';

/**
 * Reads of copies that are patient with what is new: whoever makes a deck and attaches it at once must not be told that
 * there is none because its event is still on the way. Only for ids that were made a moment ago, so that a wrong old id
 * is answered at once.
 */
export function createPatientReads(deps: { db: TeachingDb; clock: Clock; bell: ArrivalBell }): Arrivals {
  const { db, clock, bell } = deps;

  async function find<T>(id: string, look: () => Promise<T | undefined>, waitMs: number): Promise<T | undefined> {
    return (await look()) ?? (isFresh(id, clock.now()) ? await bell.lookAgain(look, waitMs) : undefined);
  }

  return {
    deck: (deckId) => find(deckId, () => findDeckCopy(db, deckId), deckArrivalWaitMs),
    isKnownUser: async (userId) =>
      (await find(userId, async () => ((await isKnownUser(db, userId)) ? true : undefined), userArrivalWaitMs)) ===
      true,
  };
}

/** Clocks differ a little between machines, so an id from the near future counts as fresh too. */
function isFresh(id: string, now: Date): boolean {
  const madeAt = idTime(id);
  return madeAt !== undefined && Math.abs(now.getTime() - madeAt.getTime()) < freshIdMs;
}
