/** An event as the outbox carries it: contracts make it, platform does not look inside. */
export interface EncodedEvent {
  /** UUID; consumers handle each id once. */
  id: string;
  type: string;
  topic: string;
  /** Events of one key keep their order: the aggregate's id. */
  key: string;
  /** The CloudEvents envelope as JSON text. */
  value: string;
}

/** How the value is written, for consumers of other makes (CloudEvents, structured mode). */
export const eventContentType = 'application/cloudevents+json; charset=UTF-8';

/** Most bytes of an event's value. A broker takes 1 MiB by default, with key, headers and framing. */
export const eventBytesMax = 900_000;

/** The channel of NOTIFY that wakes the relay. */
export const outboxChannel = 'outbox';
