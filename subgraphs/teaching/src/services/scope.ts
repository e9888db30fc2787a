import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import type { Clock } from '@ruzlet/platform/clock';
import type { LiveFeed } from '@ruzlet/platform/live/live-feed';
import type { DeckFacts } from '../domain/deck-grant.js';
import type { RandomBytes } from '../domain/join-code.js';
import type { Loaders } from '../storage/loaders.js';
import type { TeachingDb } from '../storage/teaching-db.js';

/** What a use case may stand on; each asks for the part that it uses. */
export interface Scope {
  viewer: Viewer | null;
  db: TeachingDb;
  clock: Clock;
  random: RandomBytes;
  rateLimiter: RateLimiter;
  loaders: Loaders;
  arrivals: Arrivals;
  /** What happens in courses, while it happens. */
  live: LiveFeed<RuzletEvent>;
  /** Aborted when a subscriber goes; null for what is answered at once. */
  signal: AbortSignal | null;
}

/** What other subgraphs' events told us; waits a moment for what was made so recently that its event is on its way. */
export interface Arrivals {
  deck(deckId: string): Promise<DeckFacts | undefined>;
  isKnownUser(userId: string): Promise<boolean>;
}

/** What reading needs. */
export type ReadScope = Pick<Scope, 'viewer' | 'loaders' | 'clock'>;
/** What a change needs. */
export type ChangeScope = Pick<Scope, 'viewer' | 'db' | 'clock' | 'loaders'>;
/** What watching needs. */
export type WatchScope = ChangeScope & Pick<Scope, 'live' | 'signal'>;
