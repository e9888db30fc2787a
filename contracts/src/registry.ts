/** Every event type, with its topic, key and data schema. The one place where a type's name stands for its shape. */
import type { z } from 'zod';
import { contentEvents } from './content-events.js';
import { courseEvents } from './course-events.js';
import type { EventDefinition, EventSource } from './define-event.js';
import { learningEvents } from './learning-events.js';
import { userEvents } from './user-events.js';

export const events = { ...userEvents, ...contentEvents, ...learningEvents, ...courseEvents };

/** Name of an event type, such as `ruzlet.learning.card.reviewed.v1`. */
export type EventType = keyof typeof events;

/** The data of an event type. */
export type EventData<T extends EventType> = z.output<(typeof events)[T]['data']>;

/** An event of the type `T`; for a union of types, the union of their events. */
export type EventOf<T extends EventType> = {
  [Type in T]: {
    /** UUIDv7; the same id is the same event, however often it arrives. */
    id: string;
    type: Type;
    source: EventSource;
    /** The thing it is about, for people who read logs: usually the id of the aggregate. */
    subject: string;
    /** Partition key: events of one key keep their order. */
    key: string;
    /** When it happened: RFC 3339, UTC. */
    time: string;
    /** Request that caused it, to follow it through logs. */
    requestId?: string;
    data: EventData<Type>;
  };
}[T];

/** Every type's event by the name of its type. */
export type EventsByType = { [T in EventType]: EventOf<T> };

/** Any event, discriminated by `type`. */
export type RuzletEvent = EventOf<EventType>;

/** The registry typed per event type, so that generic code keeps type and data together. */
export const definitions: { readonly [T in EventType]: { data: z.ZodType<EventData<T>> } } = events;

/** All event types, sorted by name. */
export const eventTypes: readonly EventType[] = Object.keys(events).filter(isEventType).sort();

/** True for the name of a known event type and version. */
export function isEventType(name: string): name is EventType {
  return Object.hasOwn(events, name);
}

/** Topic, key field and source of a type. */
export function eventDefinition(type: EventType): EventDefinition {
  return events[type];
}
