import { Kafka, logLevel, type Admin, type KafkaConfig } from 'kafkajs';
import type { Logger } from '../log.js';
import type { BackOff } from './back-off.js';
import { BusClosedError, type Bus, type Subscription } from './bus.js';
import { kafkaLogCreator } from './kafka-log.js';
import { createKafkaProducer } from './kafka-producer.js';
import { listenToKafka } from './kafka-listener.js';
import { subscribeToKafka } from './kafka-subscription.js';
import { ensureKafkaTopics, type TopicSettings } from './kafka-topics.js';

export type { TopicSettings } from './kafka-topics.js';

export interface KafkaBusOptions {
  /** `host:port` of one or more brokers; the others are found through them. */
  brokers: string[];
  /** Names this service in the broker's logs and metrics. */
  clientId: string;
  logger: Logger;
  /** TLS and SASL, where the cluster asks for them. */
  security?: Pick<KafkaConfig, 'ssl' | 'sasl'>;
  /** How connections are opened, where they have to go through something. */
  socketFactory?: KafkaConfig['socketFactory'];
  /** Waits between deliveries of a batch that its handler keeps rejecting. */
  retry?: BackOff;
}

export interface KafkaBus extends Bus {
  /** Creates the topics that do not exist yet and leaves the others as they are. */
  ensureTopics(topics: TopicSettings[]): Promise<void>;
}

const connectTimeoutMs = 5_000;
const requestTimeoutMs = 30_000;
const readyTimeoutMs = 3_000;
const retryDefault: BackOff = { firstMs: 100, maxMs: 5_000 };

/** The bus over Kafka. Connects when it is first used; topics have to exist, see `ensureTopics`. */
export function createKafkaBus(options: KafkaBusOptions): KafkaBus {
  const { logger, retry = retryDefault } = options;
  const kafka = new Kafka({
    ...options.security,
    ...(options.socketFactory && { socketFactory: options.socketFactory }),
    brokers: options.brokers,
    clientId: options.clientId,
    connectionTimeout: connectTimeoutMs,
    requestTimeout: requestTimeoutMs,
    logLevel: logLevel.INFO,
    logCreator: kafkaLogCreator(logger),
  });
  const producer = createKafkaProducer(kafka);
  const subscriptions = new Set<Subscription>();
  let admin: Promise<Admin> | undefined;
  let closing: Promise<void> | undefined;
  const isClosing = (): boolean => closing !== undefined;

  async function connectAdmin(): Promise<Admin> {
    // Asked often and answered at once or not at all: the next question is the retry.
    const client = kafka.admin({ retry: { retries: 0 } });
    await client.connect();
    return client;
  }

  async function dropAdmin(): Promise<void> {
    const dropped = admin;
    admin = undefined;
    await dropped?.then((client) => client.disconnect()).catch(() => undefined);
  }

  async function ready(): Promise<boolean> {
    if (isClosing()) return false;
    const asked = (admin ??= connectAdmin());
    try {
      const cluster = await within(
        readyTimeoutMs,
        asked.then((client) => client.describeCluster()),
      );
      return cluster.brokers.length > 0;
    } catch (error) {
      logger.debug({ err: error }, 'the broker does not answer');
      // Not awaited: a connection that hangs would make the answer hang too.
      if (admin === asked) void dropAdmin();
      return false;
    }
  }

  async function keep(subscription: Subscription): Promise<Subscription> {
    subscriptions.add(subscription);
    // Closed while we joined: nobody else would end this subscription.
    if (isClosing()) await subscription.close();
    return {
      async close() {
        await subscription.close();
        subscriptions.delete(subscription);
      },
    };
  }

  async function closeAll(): Promise<void> {
    await Promise.all([...subscriptions].map((subscription) => subscription.close()));
    await producer.close();
    await dropAdmin();
  }

  return {
    publish(messages) {
      if (isClosing()) return Promise.reject(new BusClosedError());
      return messages.length === 0 ? Promise.resolve() : producer.send(messages);
    },
    async subscribe(subscribeOptions) {
      if (isClosing()) throw new BusClosedError('The bus is closed: nobody can subscribe to it any more.');
      return keep(await subscribeToKafka(kafka, subscribeOptions, { logger, retry }));
    },
    async listen(listenOptions) {
      if (isClosing()) throw new BusClosedError('The bus is closed: nobody can listen to it any more.');
      return keep(await listenToKafka(kafka, listenOptions, { clientId: options.clientId, logger }));
    },
    ready,
    ensureTopics: (topics) => ensureKafkaTopics(kafka, topics),
    close: () => (closing ??= closeAll()),
  };
}

/** The promise's result, or a rejection when it takes longer than `ms`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(ms)} ms`));
    }, ms);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
