import { systemClock, type Clock } from '../clock.js';
import type { Logger } from '../log.js';
import type { BackOff } from './back-off.js';
import {
  BusClosedError,
  type Bus,
  type IncomingMessage,
  type ListenOptions,
  type OutgoingMessage,
  type SubscribeOptions,
  type Subscription,
} from './bus.js';
import { createInProcessGroup, type Delivery, type InProcessGroup } from './in-process-group.js';

export interface InProcessBusOptions {
  logger: Logger;
  /**
   * Start with publishes held back until `release()`. A process that hosts several services holds the bus until all of them
   * have subscribed: otherwise what an early service publishes is acknowledged before a late one can claim its share.
   */
  held?: boolean;
  clock?: Clock;
  retry?: BackOff;
}

export interface InProcessBus extends Bus {
  /** Lets held publishes go, once every group has subscribed. Does nothing on a bus that is not held. */
  release(): void;
}

/** Waits between deliveries of a batch that its handler keeps rejecting. */
const retryDefault: BackOff = { firstMs: 50, maxMs: 5_000 };

/**
 * The bus of one process. It stores nothing: `publish` resolves when every group that has ever subscribed to a topic has handled
 * the messages, so the publisher's outbox is the storage and the publisher's waiting is the back-pressure. Like a broker it
 * remembers a group that has left: messages for it wait for its next subscriber, or until the bus closes. A topic that no group
 * has subscribed to acknowledges at once.
 */
export function createInProcessBus(options: InProcessBusOptions): InProcessBus {
  const { logger, clock = systemClock, retry = retryDefault } = options;
  const groups = new Map<string, InProcessGroup>();
  const listeners = new Set<ListenOptions>();
  const offsets = new Map<string, number>();
  let held: { promise: Promise<void>; go: () => void } | undefined = options.held === true ? createGate() : undefined;
  let closing: Promise<void> | undefined;
  // Asked through a function, because the answer changes while we wait.
  const isClosing = (): boolean => closing !== undefined;

  async function publish(messages: OutgoingMessage[]): Promise<void> {
    if (isClosing()) throw new BusClosedError();
    if (messages.length === 0) return;
    // Waiters continue in the order they came, so holding keeps the order of publishes. The bus may close meanwhile.
    if (held) {
      await held.promise;
      if (isClosing()) throw new BusClosedError();
    }
    await new Promise<void>((resolve, reject) => {
      let pending = 1;
      const acknowledge = (): void => {
        pending -= 1;
        if (pending === 0) resolve();
      };
      const deliveries = new Map<InProcessGroup, Delivery[]>();
      const overheard: IncomingMessage[] = [];
      for (const message of messages) {
        const offset = offsets.get(message.topic) ?? 0;
        offsets.set(message.topic, offset + 1);
        // Each group has its own copy, as over a network: a handler that changes it changes nobody else's.
        const copy = (): IncomingMessage => ({
          ...message,
          headers: { ...message.headers },
          position: `0:${String(offset)}`,
          timestamp: clock.now(),
        });
        if (listeners.size > 0) overheard.push(copy());
        for (const group of groups.values()) {
          if (!group.claims(message.topic)) continue;
          pending += 1;
          const delivery: Delivery = { message: copy(), acknowledge, reject };
          const ofGroup = deliveries.get(group);
          if (ofGroup) ofGroup.push(delivery);
          else deliveries.set(group, [delivery]);
        }
      }
      for (const [group, ofGroup] of deliveries) group.enqueue(ofGroup);
      overhear(overheard);
      acknowledge();
    });
  }

  function overhear(messages: IncomingMessage[]): void {
    if (messages.length === 0) return;
    for (const { topics, onMessages } of listeners) {
      const wanted = messages.filter(({ topic }) => topics.includes(topic));
      if (wanted.length > 0) onMessages(wanted);
    }
  }

  function listen(options: ListenOptions): Promise<Subscription> {
    if (isClosing()) return Promise.reject(new BusClosedError('The bus is closed: nobody can listen to it any more.'));
    const listener = { ...options };
    listeners.add(listener);
    return Promise.resolve({
      close() {
        listeners.delete(listener);
        return Promise.resolve();
      },
    });
  }

  function subscribe(subscription: SubscribeOptions): Promise<Subscription> {
    if (isClosing())
      return Promise.reject(new BusClosedError('The bus is closed: nobody can subscribe to it any more.'));
    let group = groups.get(subscription.group);
    if (!group) {
      group = createInProcessGroup({ name: subscription.group, logger, retry });
      groups.set(subscription.group, group);
    }
    return Promise.resolve(group.join(subscription));
  }

  function release(): void {
    held?.go();
    held = undefined;
  }

  async function closeGroups(): Promise<void> {
    release();
    await Promise.all([...groups.values()].map((group) => group.close(new BusClosedError())));
  }

  return {
    publish,
    subscribe,
    listen,
    release,
    ready: () => Promise.resolve(!isClosing()),
    close: () => (closing ??= closeGroups()),
  };
}

function createGate(): { promise: Promise<void>; go: () => void } {
  let go = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { promise, go };
}
