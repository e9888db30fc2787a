import type { EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from '../log.js';
import { backOffMs, pause, type BackOff } from './back-off.js';
import type { IncomingMessage, SubscribeOptions, Subscription } from './bus.js';

/** Most messages of one delivery, when the subscriber does not say (count). */
const batchRowsMaxDefault = 500;
/** A member that is silent for so long is taken for dead, and its partitions go to others. */
const sessionTimeoutMs = 15_000;
const heartbeatIntervalMs = 3_000;
/** How long an idle fetch stays at the broker; closing waits for it. A message that arrives ends it at once. */
const fetchWaitMs = 500;
/**
 * Bytes that a subscription holds of messages nobody has handled yet, and of those bytes from one partition. No more is fetched from a
 * broker until its last fetch is handled, so a handler that waits for hours holds so much for each broker.
 */
const fetchBytesMax = 10_000_000;
const fetchPartitionBytesMax = 1_000_000;
/** Attempts of kafkajs before it gives up on a connection and we start afresh (count). */
const retriesMax = 5;
const startAgain: BackOff = { firstMs: 500, maxMs: 15_000 };

/**
 * Joins the group and hands batches to the handler; an offset is committed after the handler resolved. Resolves once the group
 * was joined, or after a first failure: it goes on trying then, so that a service can start before its broker.
 */
export async function subscribeToKafka(
  kafka: Kafka,
  options: SubscribeOptions,
  { logger, retry }: { logger: Logger; retry: BackOff },
): Promise<Subscription> {
  const leaving = new AbortController();
  const { signal } = leaving;
  // Asked through a function, because the answer changes while we wait.
  const hasLeft = (): boolean => signal.aborted;
  const left = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(undefined);
    });
  });

  /** Consumes until it crashes (then resolves to the error) or until we leave. */
  async function consume(onJoin: () => void): Promise<Error | undefined> {
    const consumer = kafka.consumer({
      groupId: options.group,
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatIntervalMs,
      maxWaitTimeInMs: fetchWaitMs,
      maxBytes: fetchBytesMax,
      maxBytesPerPartition: fetchPartitionBytesMax,
      // kafkajs restarts after some errors and silently stays down after others: we start again after all of them.
      retry: { retries: retriesMax, restartOnFailure: () => Promise.resolve(false) },
    });
    const crashed = new Promise<Error>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        resolve(payload.error);
      });
    });
    consumer.on(consumer.events.GROUP_JOIN, onJoin);
    try {
      await consumer.connect();
      // A group that is new reads from the beginning: what was published before its first start is for it too.
      await consumer.subscribe({ topics: options.topics, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => takeBatch(payload),
      });
      return await Promise.race([crashed, left]);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      // Waits for the running batch. A consumer that crashed has already gone, and may say so.
      await consumer.disconnect().catch((error: unknown) => {
        logger.debug({ err: error, group: options.group }, 'a consumer could not take its leave');
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
      if (failures === 1) logger.error({ err: error, group: options.group }, 'consuming failed: it will start again');
      onSettled();
      await pause(backOffMs(failures, startAgain), signal);
    }
  }

  async function takeBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const rowsMax = options.batchRowsMax ?? batchRowsMaxDefault;
    for (let start = 0; start < messages.length; start += rowsMax) {
      // Leaving, or another position was asked for: what is left here comes again.
      if (!payload.isRunning() || payload.isStale()) return;
      const part = messages.slice(start, start + rowsMax);
      const last = part.at(-1);
      if (!last) return;
      const handled = await deliver(
        part.map((message) => toIncoming(topic, partition, message)),
        payload,
      );
      if (!handled) return;
      payload.resolveOffset(last.offset);
      await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets());
      await payload.heartbeat();
    }
  }

  /** True when the handler took the batch, false when we leave before it did. Throws when the group is being reshuffled. */
  async function deliver(batch: IncomingMessage[], payload: EachBatchPayload): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const beating = setInterval(() => {
        // A handler is not interrupted by a reshuffle: the commit, or the next heartbeat, finds out and says so.
        payload.heartbeat().catch(() => undefined);
      }, heartbeatIntervalMs);
      try {
        await options.handle(batch);
        if (attempt > 1) logger.info({ group: options.group, attempt }, 'the batch was handled at last');
        return true;
      } catch (error) {
        if (hasLeft()) return false;
        const line = { err: error, group: options.group, topic: batch[0]?.topic, rows: batch.length };
        if (attempt === 1) logger.error(line, 'the handler rejected a batch: it will get it again');
      } finally {
        clearInterval(beating);
      }
      await pause(backOffMs(attempt, retry), signal);
      // Asked again, because the wait ends early when we leave.
      if (hasLeft()) return false;
      await payload.heartbeat();
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

export function toIncoming(topic: string, partition: number, message: KafkaMessage): IncomingMessage {
  return {
    topic,
    key: message.key?.toString() ?? '',
    value: message.value?.toString() ?? '',
    headers: textHeaders(message.headers ?? {}),
    position: `${String(partition)}:${message.offset}`,
    timestamp: new Date(Number(message.timestamp)),
  };
}

/** Headers as text; of one that was sent several times, the last. */
function textHeaders(headers: IHeaders): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) text[name] = last.toString();
  }
  return text;
}
