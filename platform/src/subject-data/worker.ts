import type { Clock } from '../clock.js';
import type { Logger } from '../log.js';
import { appendEvents } from '../outbox/append-events.js';
import type { EncodedEvent } from '../outbox/events.js';
import type { Db } from '../postgres/database.js';
import { claimRequest, deferRequest, finishRequest, type SubjectRequest } from './requests.js';

/** How often a process looks for what others left (milliseconds); its own requests wake it. */
const roundIntervalMs = 60_000;

export interface SubjectWorker {
  /** Says that there is something to do. */
  wake(): void;
  start(): void;
  /** Lets what is being worked on finish. */
  close(): Promise<void>;
}

/**
 * Does what was asked about somebody's data, outside of the consumer that heard of it: it may take long, and nobody waits behind it. What
 * fails is tried again, later each time, however often; what it says when it is done goes out with the removal of the request.
 */
export function createSubjectWorker<S extends Record<string, unknown>>(options: {
  db: Db<S>;
  clock: Clock;
  logger: Logger;
  /**
   * Does what no transaction holds (files, other engines), and can be repeated. @returns the rest, for the transaction that removes the
   * request; it gives what the subgraph says then.
   */
  work: (request: SubjectRequest) => Promise<(tx: Db<S>) => Promise<EncodedEvent[]>>;
}): SubjectWorker {
  const { db, clock, logger, work } = options;
  let timer: NodeJS.Timeout | undefined;
  let retrying: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** How often it was woken: a wake in the middle of a round asks for another one (count). */
  let wakes = 0;
  let closed = false;

  async function round(): Promise<void> {
    while (!closed) {
      const request = await claimRequest(db, clock.now());
      if (!request) return;
      try {
        const finish = await work(request);
        await db.transaction(async (tx) => {
          await finishRequest(tx, request);
          await appendEvents(tx, await finish(tx));
        });
      } catch (error) {
        const { kind, requestId, attempts } = request;
        logger.error({ err: error, kind, requestId, attempts }, "somebody's data could not be dealt with: again later");
        retryIn(await deferRequest(db, request, clock.now()));
      }
    }
  }

  function retryIn(waitMs: number): void {
    clearTimeout(retrying);
    retrying = setTimeout(wake, waitMs);
    retrying.unref();
  }

  async function rounds(): Promise<void> {
    for (let heard = -1; heard !== wakes;) {
      heard = wakes;
      try {
        await round();
      } catch (error) {
        logger.warn({ err: error }, 'requests about data were not looked after: again soon');
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
    start() {
      timer = setInterval(wake, roundIntervalMs);
      timer.unref();
      wake();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(retrying);
      await running;
    },
  };
}
