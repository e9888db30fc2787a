import type { Clock } from '../clock.js';
import type { Logger } from '../log.js';
import { createArrivals, type Arrivals } from '../outbox/arrivals.js';
import type { EncodedEvent } from '../outbox/events.js';
import type { Db } from '../postgres/database.js';
import { putRequest, type SubjectRequest } from './requests.js';
import { findErasedSubjects, putTombstone } from './tombstones.js';
import { createSubjectWorker } from './worker.js';

/** What events say of somebody's data, in the words of whoever makes them. */
export interface SubjectWords<E> {
  /** The request that an event carries, if it does. */
  requestOf(event: E): SubjectRequest | undefined;
  /** Everybody whom an event names. */
  namedBy(event: E): string[];
  /** The event as it may still be taken when some of them were erased; null when it may not. */
  without(event: E, erased: ReadonlySet<string>): E | null;
}

export interface SubjectDesk<S extends Record<string, unknown>, E> {
  /** For the consumer: its commits wake the desk. */
  arrivals: Arrivals;
  /** True for events that carry a request. */
  wants(event: E): boolean;
  /** Notes a request; from here on nothing of an erased subject is taken. */
  receive(tx: Db<S>, request: SubjectRequest): Promise<void>;
  /** A handler that hands requests to the desk, and the rest on, as far as it may still be taken. */
  guard(handle: (tx: Db<S>, event: E) => Promise<void>): (tx: Db<S>, event: E) => Promise<void>;
  /** The same for events as a set, none of which carries a request. */
  guardAll(handle: (tx: Db<S>, events: E[]) => Promise<void>): (tx: Db<S>, events: E[]) => Promise<void>;
  start(): void;
  close(): Promise<void>;
}

/** A subgraph's part in exports and erasures: requests are noted where they are heard, and dealt with behind it. */
export function createSubjectDesk<S extends Record<string, unknown>, E>(options: {
  db: Db<S>;
  clock: Clock;
  logger: Logger;
  words: SubjectWords<E>;
  work: (request: SubjectRequest) => Promise<(tx: Db<S>) => Promise<EncodedEvent[]>>;
}): SubjectDesk<S, E> {
  const { clock, words } = options;
  const worker = createSubjectWorker(options);
  const bell = createArrivals();
  let heard = false;

  async function receive(tx: Db<S>, request: SubjectRequest): Promise<void> {
    const now = clock.now();
    if (request.kind === 'ERASURE') await putTombstone(tx, request.subjectId, now);
    await putRequest(tx, request, now);
    heard = true;
  }

  return {
    arrivals: {
      ...bell,
      notify: () => {
        bell.notify();
        if (!heard) return;
        heard = false;
        worker.wake();
      },
    },
    wants: (event) => words.requestOf(event) !== undefined,
    receive,
    guard: (handle) => async (tx, event) => {
      const request = words.requestOf(event);
      if (request) {
        await receive(tx, request);
        return;
      }
      const kept = words.without(event, await findErasedSubjects(tx, words.namedBy(event)));
      if (kept !== null) await handle(tx, kept);
    },
    guardAll: (handle) => async (tx, events) => {
      const erased = await findErasedSubjects(
        tx,
        events.flatMap((event) => words.namedBy(event)),
      );
      const kept = events.flatMap((event) => words.without(event, erased) ?? []);
      if (kept.length > 0) await handle(tx, kept);
    },
    start: () => {
      worker.start();
    },
    close: () => worker.close(),
  };
}
