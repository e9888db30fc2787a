import { randomBytes } from 'node:crypto';
import type { EventSource } from './define-event.js';
import { EventEncodeError } from './event-errors.js';
import { events, type EventData, type EventOf, type EventsByType, type EventType } from './registry.js';

/** What a publisher says of a new event. */
export interface NewEvent<T extends EventType> {
  source: EventSource;
  /** What the event is about: usually the id of the aggregate. */
  subject: string;
  /** Partition key; by default the key field of the data, and nothing else is allowed when it is encoded. */
  key?: string | undefined;
  time: Date;
  data: EventData<T>;
  /** UUID; by default a new UUIDv7 of `time`. */
  id?: string | undefined;
  requestId?: string | undefined;
}

/** Makes an event. Nothing is checked against the schema yet: `encodeEvent` does that. */
// The same type twice: as an entry of a table, callers that are generic in T can use it as a RuzletEvent, which the
// compiler cannot see of EventOf<T>; as EventOf<T>, the compiler can check how it is built.
export function makeEvent<T extends EventType>(type: T, event: NewEvent<T>): EventsByType[T];
export function makeEvent<T extends EventType>(type: T, event: NewEvent<T>): EventOf<T> {
  return {
    id: event.id ?? uuidv7(event.time),
    type,
    source: event.source,
    subject: event.subject,
    key: event.key ?? keyOf(type, event.data),
    time: event.time.toISOString(),
    ...(event.requestId !== undefined && { requestId: event.requestId }),
    data: event.data,
  };
}

/** The partition key that the registry names for an event's data. Throws `EventEncodeError` when it is missing. */
export function keyOf(type: EventType, data: object): string {
  const field = events[type].key;
  const value = new Map<string, unknown>(Object.entries(data)).get(field);
  if (typeof value !== 'string')
    throw new EventEncodeError(type, [`data.${field}: expected the partition key, a text`]);
  return value;
}

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, version, variant, 74 random bits. Written here because
 * contracts depend on zod alone.
 */
function uuidv7(time: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.max(0, time.getTime()), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
