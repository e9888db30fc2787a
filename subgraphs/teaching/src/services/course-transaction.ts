import { encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData, EventType, RuzletEvent } from '@ruzlet/contracts/registry';
import { currentRequestId } from '@ruzlet/platform/http/request-scope';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { TeachingDb } from '../storage/teaching-db.js';
import type { ChangeScope } from './scope.js';

type CourseEventType = Extract<EventType, `ruzlet.course.${string}`>;

export interface CourseTransaction {
  tx: TeachingDb;
  /** One time for all rows and events of the change. */
  now: Date;
  /** Says what happened; it leaves the house if, and only if, the transaction commits. */
  emit: <T extends CourseEventType>(type: T, data: EventData<T>) => void;
}

/** Runs a change and appends its events to the outbox in the same transaction. */
export async function inCourseTransaction<R>(
  scope: Pick<ChangeScope, 'db' | 'clock' | 'loaders'>,
  work: (transaction: CourseTransaction) => Promise<R>,
): Promise<R> {
  const result = await scope.db.transaction(async (tx) => {
    const now = scope.clock.now();
    return tellingOf(tx, now, work);
  });
  // What the answer shows is read after the change.
  scope.loaders.clear();
  return result;
}

/** Runs a change inside a transaction that is there already, and appends its events to the outbox in it. */
export async function tellingOf<R>(
  tx: TeachingDb,
  now: Date,
  work: (transaction: CourseTransaction) => Promise<R>,
): Promise<R> {
  const requestId = currentRequestId();
  const events: RuzletEvent[] = [];
  const done = await work({
    tx,
    now,
    emit: (type, data) => {
      events.push(makeEvent(type, { source: '/teaching', subject: data.courseId, time: now, data, requestId }));
    },
  });
  if (events.length > 0) await appendEvents(tx, events.map(encodeEvent));
  return done;
}
