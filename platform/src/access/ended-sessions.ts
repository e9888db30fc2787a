import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.js';

/** How old the list may be when a token is judged by it (milliseconds): so soon does an ended session stop working. */
export const endedSessionsFreshMs = 2_000;
/** Ended sessions and API keys that are remembered (count); the oldest go first. */
export const endedSessionsMax = 50_000;

/** What ended lately, as the one who ends sessions says it. */
export interface EndedSessionsAnswer {
  /** Until when the answer is whole; the next question begins there. */
  asOf: Date;
  sessionIds: readonly string[];
}

/** Asks what ended since the last answer; without a time, within the life of an access token. */
export type FetchEndedSessions = (since: Date | null) => Promise<EndedSessionsAnswer>;

export interface EndedSessions {
  has(sessionId: string): Promise<boolean>;
}

/**
 * The sessions and API keys that ended lately, whose access tokens have not expired yet. The list is brought up to date
 * when it is asked and older than `endedSessionsFreshMs`; nothing runs in between. Where it cannot be had, what is known
 * goes on to hold: a token works until it expires then, and no longer.
 */
export function createEndedSessions({ fetch, clock }: { fetch: FetchEndedSessions; clock: Clock }): EndedSessions {
  const ended = new LRUCache<string, true>({ max: endedSessionsMax });
  let since: Date | null = null;
  let askedAtMs: number | undefined;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    try {
      const { asOf, sessionIds } = await fetch(since);
      for (const id of sessionIds) ended.set(id, true);
      since = asOf;
    } catch {
      // Asked again when it is due: whoever is away is asked every two seconds, not with every request.
    } finally {
      askedAtMs = clock.now().getTime();
      asking = undefined;
    }
  }

  return {
    async has(sessionId) {
      const isFresh = askedAtMs !== undefined && clock.now().getTime() - askedAtMs < endedSessionsFreshMs;
      if (!isFresh) await (asking ??= ask());
      return ended.has(sessionId);
    },
  };
}
