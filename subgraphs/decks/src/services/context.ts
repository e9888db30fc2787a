import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Clock } from '@ruzlet/platform/clock';
import type { LiveFeed } from '@ruzlet/platform/live/live-feed';
import type { WeightFitter } from '../fitting/weight-fitter.js';
import type { DecksDb } from '../storage/database.js';
import type { DeckLoaders } from '../storage/loaders.js';
import type { StudyLoaders } from '../storage/study-loaders.js';

/** What one request may use: who asks, the database, the time, and reads that are batched. Services take the part that they need. */
export interface DecksContext {
  viewer: Viewer | null;
  requestId: string;
  db: DecksDb;
  clock: Clock;
  loaders: DeckLoaders;
  /** Reads of the viewer's own study: `createStudyLoaders`. */
  study: StudyLoaders;
  /** What happens to decks and to learners' memories, while it happens. */
  live: LiveFeed<RuzletEvent>;
  /** Aborted when a subscriber goes; null for what is answered at once. */
  signal: AbortSignal | null;
  /** Fits the scheduler's weights in a process of its own. */
  fitter: WeightFitter;
}
