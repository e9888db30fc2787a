/** Events to text and back. Publishers encode strictly; consumers decode tolerantly, so that newer fields break nobody. */
import type { z } from 'zod';
import { dataSchemaUri, envelopeSchema, eventBytesMax, type Envelope } from './envelope.js';
import { EventDecodeError, EventEncodeError } from './event-errors.js';
import { keyOf } from './make-event.js';
import {
  definitions,
  events,
  eventTypes,
  isEventType,
  type EventOf,
  type EventType,
  type RuzletEvent,
} from './registry.js';

export { eventBytesMax } from './envelope.js';
export { EventDecodeError, EventEncodeError, type EventDecodeReason } from './event-errors.js';

/** An event as outbox and bus carry it: `value` is structured CloudEvents JSON. */
export interface EncodedEvent {
  id: string;
  type: string;
  topic: string;
  key: string;
  value: string;
}

/**
 * Encodes an event. Throws `EventEncodeError` when data or envelope do not fit the schema, hold a field that the schema
 * does not know, name the wrong source or key, or when the text exceeds `eventBytesMax`: all of them are defects.
 */
export function encodeEvent(event: RuzletEvent): EncodedEvent {
  const { type } = event;
  if (!isEventType(type)) throw new EventEncodeError(String(type), ['no such event type']);
  const definition = events[type];
  const data = definition.data.safeParse(event.data);
  if (!data.success) throw new EventEncodeError(type, faults(data.error, 'data'));
  const extra = unknownField(event.data, data.data, 'data');
  if (extra !== undefined) throw new EventEncodeError(type, [`${extra}: no such field`]);
  if (definition.source !== '*' && event.source !== definition.source) {
    throw new EventEncodeError(type, [`source: expected ${definition.source}, got ${event.source}`]);
  }
  const key = keyOf(type, event.data);
  if (event.key !== key)
    throw new EventEncodeError(type, [`key: expected data.${definition.key} (${key}), got ${event.key}`]);

  const envelope = envelopeSchema.safeParse({
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type,
    time: event.time,
    subject: event.subject,
    datacontenttype: 'application/json',
    dataschema: dataSchemaUri(type),
    partitionkey: event.key,
    ...(event.requestId !== undefined && { requestid: event.requestId }),
    data: data.data,
  });
  if (!envelope.success) throw new EventEncodeError(type, faults(envelope.error));
  const value = JSON.stringify(envelope.data);
  const bytes = Buffer.byteLength(value);
  if (bytes > eventBytesMax) throw new EventEncodeError(type, [`${bytes} bytes, at most ${eventBytesMax}`]);
  return { id: event.id, type, topic: definition.topic, key, value };
}

/** Decodes a message of the bus. Unknown fields are left out. Throws `EventDecodeError`, with a reason, and nothing else. */
export function decodeEvent(text: string): RuzletEvent {
  const envelope = decodeEnvelope(text);
  if (!isEventType(envelope.type)) throw unknownType(envelope);
  return decodeData(envelope.type, envelope);
}

function decodeEnvelope(text: string): Envelope {
  const bytes = Buffer.byteLength(text);
  if (bytes > eventBytesMax) throw new EventDecodeError('TOO_LARGE', [`${bytes} bytes, at most ${eventBytesMax}`]);
  const parsed = envelopeSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new EventDecodeError('BAD_ENVELOPE', faults(parsed.error));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EventDecodeError('NOT_JSON', [error instanceof Error ? error.message : String(error)]);
  }
}

function decodeData<T extends EventType>(type: T, envelope: Envelope): EventOf<T> {
  const data = definitions[type].data.safeParse(envelope.data);
  if (!data.success) throw new EventDecodeError('BAD_DATA', faults(data.error, 'data'), envelope);
  return {
    id: envelope.id,
    type,
    source: envelope.source,
    subject: envelope.subject,
    key: envelope.partitionkey,
    time: envelope.time,
    ...(envelope.requestid !== undefined && { requestId: envelope.requestid }),
    data: data.data,
  };
}

const versionSuffix = /\.v\d+$/;

function unknownType(envelope: Envelope): EventDecodeError {
  const name = envelope.type.replace(versionSuffix, '');
  const known = eventTypes.filter((type) => type.replace(versionSuffix, '') === name);
  return known.length > 0
    ? new EventDecodeError('UNKNOWN_VERSION', [`${envelope.type}: known is ${known.join(', ')}`], envelope)
    : new EventDecodeError('UNKNOWN_TYPE', [envelope.type], envelope);
}

function faults(error: z.ZodError, ...prefix: string[]): string[] {
  return error.issues.map(
    (issue) => `${[...prefix, ...issue.path.map(String)].join('.') || 'event'}: ${issue.message}`,
  );
}

/** Path of the first field in `given` that parsing left out; undefined values do not count, JSON has none. */
function unknownField(given: unknown, parsed: unknown, path: string): string | undefined {
  if (typeof given !== 'object' || given === null || typeof parsed !== 'object' || parsed === null) return undefined;
  const kept = new Map<string, unknown>(Object.entries(parsed));
  for (const [name, value] of Object.entries(given)) {
    const fieldPath = `${path}.${name}`;
    if (value !== undefined && !kept.has(name)) return fieldPath;
    const deeper = unknownField(value, kept.get(name), fieldPath);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
