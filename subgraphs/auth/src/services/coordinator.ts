import { lookAfterErasure } from './coordinate-erasures.js';
import {
  askForLateParts,
  assembleNext,
  deleteLeftovers,
  endOverdueExports,
  tellOfExport,
} from './coordinate-exports.js';
import type { CoordinatorDeps } from './coordinator-deps.js';

/** What may be due, in turn; each says whether there may be more of it. */
const steps = [assembleNext, askForLateParts, tellOfExport, lookAfterErasure, endOverdueExports, deleteLeftovers];

/** How often each replica looks for what is due (milliseconds); what it hears wakes it as well. */
const roundIntervalMs = 5_000;

export interface Coordinator {
  /** Says that something may be due. */
  wake(): void;
  /** Does everything that is due. */
  round(): Promise<void>;
  start(): void;
  close(): Promise<void>;
}

/** Brings exports and deletions to their end, over all domains, however long one of them is away. */
export function createCoordinator(deps: CoordinatorDeps): Coordinator {
  const { logger } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let wakes = 0;
  let closed = false;

  async function round(): Promise<void> {
    for (const step of steps) {
      try {
        while (!closed && (await step(deps)));
      } catch (error) {
        // What failed is taken up again when its lease ends; the rest goes on.
        logger.error({ err: error, step: step.name }, 'an export or a deletion was not brought forward: again later');
      }
    }
  }

  async function rounds(): Promise<void> {
    for (let heard = -1; heard !== wakes;) {
      heard = wakes;
      try {
        await round();
      } catch (error) {
        logger.error({ err: error }, 'exports and deletions were not looked after: again soon');
      }
    }
  }

  function wake(): void {
    if (closed) return;
    wakes += 1;
    running ??= rounds().finally(() => {
      running = undefined;
    });
  }

  return {
    wake,
    round,
    start() {
      timer = setInterval(wake, roundIntervalMs);
      timer.unref();
      wake();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
