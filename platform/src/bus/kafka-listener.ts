import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import type { Logger } from '../log.js';
import { backOffMs, pause, type BackOff } from './back-off.js';
import type { ListenOptions, Subscription } from './bus.js';
import { toIncoming } from './kafka-subscription.js';

const sessionTimeoutMs = 15_000;
/** How long an idle fetch stays at the broker; the first one has to end before listening counts as begun. */
const fetchWaitMs = 500;
/** Attempts of kafkajs before it gives up on a connection and we start afresh (count). */
const retriesMax = 5;
const startAgain: BackOff = { firstMs: 500, maxMs: 15_000 };

/**
 * Reads topics from their end on, in a group that is this listener's alone and commits nothing: the broker forgets it when it
 * leaves. Resolves when the positions stand, so that whatever is published afterwards is heard, or after a first failure:
 * it goes on trying then. Each time it has to begin again it says so, because what came in between was not heard.
 */
export async function listenToKafka(
  kafka: Kafka,
  { topics, onMessages, onGap }: ListenOptions,
  { clientId, logger }: { clientId: string; logger: Logger },
): Promise<Subscription> {
  const group = `${clientId}-live-${randomUUID()}`;
  const leaving = new AbortController();
  const { signal } = leaving;
  // Asked through a function, because the answer changes while we wait.
  const hasLeft = (): boolean => signal.aborted;
  const left = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(undefined);
    });
  });

  let begun = false;
  let broken = false;

  /** Listens until it crashes (then resolves to the error) or until we leave. */
  async function consume(onStanding: () => void): Promise<Error | undefined> {
    const consumer = kafka.consumer({
      groupId: group,
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMs,
      maxWaitTimeInMs: fetchWaitMs,
      retry: { retries: retriesMax, restartOnFailure: () => Promise.resolve(false) },
    });
    const crashed = new Promise<Error>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        resolve(payload.error);
      });
    });
    consumer.on(consumer.events.GROUP_JOIN, () => {
      // Nothing is committed, so joining again begins at the end again.
      if (begun) broken = true;
      if (broken) onGap();
      begun = true;
    });
    consumer.on(consumer.events.FETCH, () => {
      // Told again: whoever began to watch while there was no position has missed something too.
      if (broken) onGap();
      broken = false;
      onStanding();
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics, fromBeginning: false });
      await consumer.run({
        autoCommit: false,
        eachBatch: ({ batch }) => {
          const { topic, partition, messages } = batch;
          if (!hasLeft()) onMessages(messages.map((message) => toIncoming(topic, partition, message)));
          return Promise.resolve();
        },
      });
      return await Promise.race([crashed, left]);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      await consumer.disconnect().catch((error: unknown) => {
        logger.debug({ err: error, group }, 'a listener could not take its leave');
      });
    }
  }

  async function supervise(onSettled: () => void): Promise<void> {
    let failures = 0;
    while (!hasLeft()) {
      const error = await consume(() => {
        failures = 0;
        onSettled();
      });
      if (!error || hasLeft()) break;
      failures += 1;
      if (failures === 1) logger.error({ err: error, group }, 'listening failed: it will start again');
      broken = true;
      onGap();
      onSettled();
      await pause(backOffMs(failures, startAgain), signal);
    }
  }

  let supervised: Promise<void> = Promise.resolve();
  await new Promise<void>((settled) => {
    supervised = supervise(settled).finally(settled);
  });
  return {
    async close() {
      leaving.abort();
      await supervised;
    },
  };
}
