import type { ClickHouseClient } from '@clickhouse/client';
import type { Clock } from '@ruzlet/platform/clock';
import { conflict } from '@ruzlet/platform/errors';
import type { Logger } from '@ruzlet/platform/log';
import type { AnalyticsDb } from './database.js';
import { eraseLearner } from './erase-learner.js';
import { rawRetentionDays } from './raw-retention.js';
import { rebuildFigures } from './rebuild-figures.js';
import {
  aloneWithRebuild,
  beginRebuild,
  erasedSince,
  forgetErased,
  latestRebuild,
  noteRebuild,
  type Rebuild,
} from './rebuilds.js';

export interface Rebuilder {
  /** Begins a rebuild in the background, unless one runs, and gives it. @throws AppError CONFLICT when raw events are missing. */
  begin(): Promise<Rebuild>;
  /** Resolves when the rebuild that this process runs has ended, well or not. */
  ended(): Promise<void>;
  /** Stops a running rebuild between two statements; the present figures stay. */
  close(): Promise<void>;
}

/** Rebuilds all figures from the raw events, one process at a time, and keeps a record of it. */
export function createRebuilder(means: {
  db: AnalyticsDb;
  writer: ClickHouseClient;
  clock: Clock;
  logger: Logger;
}): Rebuilder {
  const { db, writer, clock, logger } = means;
  const closing = new AbortController();
  let running: Promise<unknown> | undefined;

  async function rebuild(id: number, startedAt: Date): Promise<void> {
    try {
      await rebuildFigures(writer, {
        onStep: (detail) => noteRebuild(db, id, { detail }),
        signal: closing.signal,
      });
      // Erased while the new tables were being filled: they may hold what the old ones have lost.
      for (const userId of await erasedSince(db, new Date(startedAt.getTime() - 60_000)))
        await eraseLearner({ db, writer }, userId, clock.now());
      await noteRebuild(db, id, { state: 'DONE', detail: 'done', finishedAt: clock.now() });
      await forgetErased(db);
      logger.info('the figures were rebuilt');
    } catch (error) {
      logger.error({ err: error }, 'the rebuild of the figures failed: the present ones stay');
      const detail = (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
      await noteRebuild(db, id, { state: 'FAILED', detail, finishedAt: clock.now() });
      await forgetErased(db);
    }
  }

  return {
    begin: async () => {
      const days = await rawRetentionDays(writer);
      if (days > 0) {
        throw conflict(
          `Raw events are kept for ${String(days)} days only: a rebuild would lose the figures of all that came before.`,
        );
      }
      const present = running && (await latestRebuild(db));
      if (present?.state === 'RUNNING') return present;
      await running;
      return new Promise<Rebuild>((resolve, reject) => {
        running = aloneWithRebuild(db, async () => {
          const begun = await beginRebuild(db, clock.now());
          resolve(begun);
          await rebuild(begun.id, begun.startedAt);
        })
          .then(async (alone) => {
            const latest = alone ? null : await latestRebuild(db);
            if (latest) resolve(latest);
            else if (!alone) reject(conflict('A rebuild is about to begin.'));
          })
          .catch((error: unknown) => {
            logger.error({ err: error }, 'the rebuild could not be recorded');
            reject(error instanceof Error ? error : new Error(String(error)));
          })
          .finally(() => {
            running = undefined;
          });
      });
    },
    ended: async () => {
      await running;
    },
    close: async () => {
      closing.abort(new Error('the service was stopped'));
      await running;
    },
  };
}
