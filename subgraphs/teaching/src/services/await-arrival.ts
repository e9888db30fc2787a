import type { Clock } from '@ruzlet/platform/clock';
import { idTime } from '@ruzlet/platform/ids';
import type { Arrivals as ArrivalBell } from '@ruzlet/platform/outbox/arrivals';
import { deckArrivalWaitMs, freshIdMs, userArrivalWaitMs } from '../domain/limits.js';
import { findDeckCopy, isKnownUser } from '../storage/copies.js';
import type { TeachingDb } from '../storage/teaching-db.js';
import type { Arrivals } from './scope.js';

/**
 * Reads of copies that are patient with what is new: whoever makes a deck and attaches it at once must not be told that
 * there is none because its event is still on the way. A deck's id may have been made long ago by a client that was
 * offline, so a missing deck is always waited for; a user's id is made by the server at registration, so only a user
 * who registered a moment ago is.
 */
export function createPatientReads(deps: { db: TeachingDb; clock: Clock; bell: ArrivalBell }): Arrivals {
  const { db, clock, bell } = deps;
  const knownUser = async (userId: string) => ((await isKnownUser(db, userId)) ? true : undefined);

  return {
    deck: async (deckId) => {
      const look = () => findDeckCopy(db, deckId);
      return (await look()) ?? (await bell.lookAgain(look, deckArrivalWaitMs));
    },
    isKnownUser: async (userId) => {
      const look = () => knownUser(userId);
      if (await look()) return true;
      return isFresh(userId, clock.now()) && (await bell.lookAgain(look, userArrivalWaitMs)) === true;
    },
  };
}

/** Clocks differ a little between machines, so an id from the near future counts as fresh too. */
function isFresh(id: string, now: Date): boolean {
  const madeAt = idTime(id);
  return madeAt !== undefined && Math.abs(now.getTime() - madeAt.getTime()) < freshIdMs;
}
