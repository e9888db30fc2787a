import type { Clock } from '@ruzlet/platform/clock';
import type { Logger } from '@ruzlet/platform/log';
import { purgeDeletedDecks } from './services/purge-decks.js';
import type { DecksDb } from './storage/database.js';

const purgeIntervalMs = 60 * 60 * 1_000;

/**
 * Removes decks that can no longer be restored, now and every hour. Several replicas may do so: the second finds nothing.
 *
 * @returns a function that stops it and waits for a running round.
 */
export function startPurging({
  db,
  clock,
  logger,
}: {
  db: DecksDb;
  clock: Clock;
  logger: Logger;
}): () => Promise<void> {
  const purge = async () => {
    try {
      const count = await purgeDeletedDecks({ db, clock });
      if (count > 0) logger.info({ count }, 'decks that were deleted long ago are gone');
    } catch (error) {
      logger.warn({ err: error }, 'deleted decks were not purged: the next round will do it');
    }
  };
  let running = purge();
  const timer = setInterval(() => {
    running = running.then(purge);
  }, purgeIntervalMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
