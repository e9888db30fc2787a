import type { Logger } from '../log.js';
import { backOffMs, pause, type BackOff } from './back-off.js';
import type { IncomingMessage, SubscribeOptions, Subscription } from './bus.js';

/** One message on its way to one group. */
export interface Delivery {
  message: IncomingMessage;
  acknowledge: () => void;
  reject: (error: Error) => void;
}

export interface InProcessGroup {
  /** True when a member of the group has ever subscribed to the topic. */
  claims(topic: string): boolean;
  enqueue(deliveries: Delivery[]): void;
  join(options: SubscribeOptions): Subscription;
  /** Lets running batches finish, then rejects what nobody has acknowledged. */
  close(reason: Error): Promise<void>;
}

interface Member {
  topics: ReadonlySet<string>;
  batchRowsMax: number;
  handle: SubscribeOptions['handle'];
  leaving: AbortController;
  running: Promise<void> | undefined;
}

/** Most messages of one delivery, when the subscriber does not say (count). */
const batchRowsMaxDefault = 500;

/**
 * One queue shared by the group's members. A free member takes the oldest messages it may have; a message waits while another
 * one of its topic and key is being handled, which keeps the order of a key whoever handles it.
 */
export function createInProcessGroup(options: { name: string; logger: Logger; retry: BackOff }): InProcessGroup {
  const { name, logger, retry } = options;
  const claimed = new Set<string>();
  const members = new Set<Member>();
  const busyLanes = new Set<string>();
  let queue: Delivery[] = [];

  function dispatch(): void {
    for (const member of members) {
      if (member.running || member.leaving.signal.aborted) continue;
      const batch = take(member);
      if (batch.length > 0) member.running = run(member, batch);
    }
  }

  function take(member: Member): Delivery[] {
    const batch: Delivery[] = [];
    const passedOver: Delivery[] = [];
    let looked = 0;
    for (const delivery of queue) {
      if (batch.length === member.batchRowsMax) break;
      looked += 1;
      const mayHave = member.topics.has(delivery.message.topic) && !busyLanes.has(laneOf(delivery));
      (mayHave ? batch : passedOver).push(delivery);
    }
    if (batch.length > 0) queue = passedOver.concat(queue.slice(looked));
    for (const delivery of batch) busyLanes.add(laneOf(delivery));
    return batch;
  }

  async function run(member: Member, batch: Delivery[]): Promise<void> {
    const handled = await deliver(member, batch);
    for (const delivery of batch) busyLanes.delete(laneOf(delivery));
    if (handled) for (const delivery of batch) delivery.acknowledge();
    else queue = batch.concat(queue);
    member.running = undefined;
    dispatch();
  }

  /** True when the handler took the batch, false when the member left before it did. */
  async function deliver(member: Member, batch: Delivery[]): Promise<boolean> {
    const { signal } = member.leaving;
    const hasLeft = (): boolean => signal.aborted;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await member.handle(batch.map(({ message }) => ({ ...message, headers: { ...message.headers } })));
        if (attempt > 1) logger.info({ group: name, attempt }, 'the batch was handled at last');
        return true;
      } catch (error) {
        if (hasLeft()) return false;
        // One line for each streak of failures: a database that is away for an hour must not fill the log.
        const line = { err: error, group: name, topic: batch[0]?.message.topic, rows: batch.length };
        if (attempt === 1) logger.error(line, 'the handler rejected a batch: it will get it again');
        await pause(backOffMs(attempt, retry), signal);
        // Asked again, because the wait ends early when the member leaves.
        if (hasLeft()) return false;
      }
    }
  }

  async function leave(member: Member): Promise<void> {
    member.leaving.abort();
    await member.running;
    members.delete(member);
  }

  function join(subscription: SubscribeOptions): Subscription {
    const member: Member = {
      topics: new Set(subscription.topics),
      batchRowsMax: subscription.batchRowsMax ?? batchRowsMaxDefault,
      handle: subscription.handle,
      leaving: new AbortController(),
      running: undefined,
    };
    for (const topic of subscription.topics) claimed.add(topic);
    members.add(member);
    dispatch();
    return { close: () => leave(member) };
  }

  async function close(reason: Error): Promise<void> {
    await Promise.all([...members].map(leave));
    const left = queue;
    queue = [];
    for (const delivery of left) delivery.reject(reason);
  }

  return {
    claims: (topic) => claimed.has(topic),
    enqueue: (deliveries) => {
      queue = queue.concat(deliveries);
      dispatch();
    },
    join,
    close,
  };
}

/** The unit of order: one key of one topic. */
function laneOf({ message }: Delivery): string {
  return `${message.topic}\n${message.key}`;
}
