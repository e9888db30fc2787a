/**
 * The bus port: topics of keyed messages, order kept per key, delivered at least once. Two drivers: Kafka and in-process.
 * Messages are text here; contracts encode and decode them.
 */

export interface OutgoingMessage {
  topic: string;
  /** Messages of one key keep their order: the aggregate's id. */
  key: string;
  value: string;
  headers?: Record<string, string>;
}

export interface IncomingMessage extends OutgoingMessage {
  headers: Record<string, string>;
  /** Where it was read, for logs and dead letters: `partition:offset`. */
  position: string;
  /** When the broker took it. */
  timestamp: Date;
}

export interface SubscribeOptions {
  /** Consumers of one group share the work; every group sees every message. */
  group: string;
  topics: string[];
  /** Most messages of one delivery (count). */
  batchRowsMax?: number;
  /**
   * Takes a batch in order; when it resolves, the batch is acknowledged, when it rejects, the same batch comes again
   * after a back-off.
   */
  handle: (batch: IncomingMessage[]) => Promise<void>;
}

export interface ListenOptions {
  topics: string[];
  /** Takes messages as they come, in order of key; must not throw. Nobody waits for it, and nothing is acknowledged. */
  onMessages: (batch: IncomingMessage[]) => void;
  /** Messages may have been missed, because the way to the broker was lost: what was known from them is no longer whole. */
  onGap: () => void;
}

export interface Subscription {
  /** Lets a running batch finish, then stops. */
  close(): Promise<void>;
}

export interface Bus {
  /**
   * Resolves when the messages are safe: with Kafka when all in-sync replicas have them, in process when every
   * subscribed group has acknowledged them. Rejects when one is not; the caller sends again.
   */
  publish(messages: OutgoingMessage[]): Promise<void>;
  subscribe(options: SubscribeOptions): Promise<Subscription>;
  /**
   * Overhears every message from now on, in every process that asks: it takes no group's share, holds up no publish, and
   * leaves nothing behind when it closes. For what is live; what must not be lost subscribes.
   */
  listen(options: ListenOptions): Promise<Subscription>;
  /** True when the broker answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** What a pending publish rejects with when its bus closes: the messages are not acknowledged and have to be sent again. */
export class BusClosedError extends Error {
  override readonly name = 'BusClosedError';

  constructor(
    message = 'The bus closed before every group had acknowledged the messages: send them again after the next start.',
  ) {
    super(message);
  }
}
