import { Partitioners, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import type { OutgoingMessage } from './bus.js';

export interface KafkaProducer {
  send(messages: OutgoingMessage[]): Promise<void>;
  close(): Promise<void>;
}

/** Most bytes of one request. A broker takes record batches up to 1 MiB by default, and kafkajs does not split them. */
const requestBytesMax = 900_000;
/** What a record takes besides its key, value and headers; generous (bytes). */
const recordOverheadBytes = 128;
const sendTimeoutMs = 15_000;
/** Attempts of kafkajs inside one send, before the caller is told (count). */
const sendRetriesMax = 5;

/**
 * An idempotent producer that keeps the order of its sends: one at a time, acknowledged by all in-sync replicas.
 *
 * A send that fails for good leaves it unknown whether the broker has the batch. kafkajs would give the same sequence numbers to
 * the next batch, whatever it holds, and a broker that has the first one would take the second for a repetition and drop it.
 * So a producer that failed is thrown away, and the next send gets a new producer id.
 */
export function createKafkaProducer(kafka: Kafka): KafkaProducer {
  let current: Promise<Producer> | undefined;
  let tail: Promise<void> = Promise.resolve();

  async function connect(): Promise<Producer> {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // The partitioner of the Java clients: other tools put a key where we do. Naming it also spares kafkajs' warning.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: sendRetriesMax },
    });
    await producer.connect();
    return producer;
  }

  async function discard(): Promise<void> {
    const failed = current;
    current = undefined;
    // It failed already: whether it takes its leave properly changes nothing.
    await failed?.then((producer) => producer.disconnect()).catch(() => undefined);
  }

  async function sendInOrder(messages: OutgoingMessage[]): Promise<void> {
    try {
      for (const request of splitByBytes(messages, requestBytesMax)) {
        const producer = await (current ??= connect());
        await producer.sendBatch({ acks: -1, timeout: sendTimeoutMs, topicMessages: groupByTopic(request) });
      }
    } catch (error) {
      await discard();
      throw error;
    }
  }

  return {
    send(messages) {
      const sent = tail.then(() => sendInOrder(messages));
      tail = sent.catch(() => undefined);
      return sent;
    },
    async close() {
      await tail;
      await discard();
    },
  };
}

/** Cuts the list, in order, into parts of at most `bytesMax`; a message that is larger alone gets a part of its own. */
export function splitByBytes(messages: OutgoingMessage[], bytesMax: number): OutgoingMessage[][] {
  const parts: OutgoingMessage[][] = [];
  let part: OutgoingMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = bytesOf(message);
    if (part.length > 0 && bytes + size > bytesMax) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(message);
    bytes += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function bytesOf({ key, value, headers = {} }: OutgoingMessage): number {
  let bytes = recordOverheadBytes + Buffer.byteLength(key) + Buffer.byteLength(value);
  for (const [name, text] of Object.entries(headers)) bytes += Buffer.byteLength(name) + Buffer.byteLength(text);
  return bytes;
}

function groupByTopic(messages: OutgoingMessage[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, key, value, headers } of messages) {
    const ofTopic = topics.get(topic) ?? { topic, messages: [] };
    ofTopic.messages.push({ key, value, ...(headers && { headers }) });
    topics.set(topic, ofTopic);
  }
  return [...topics.values()];
}
