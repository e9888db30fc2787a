import { decodeEvent } from '@ruzlet/contracts/codec';
import { newId } from '@ruzlet/platform/ids';
import { Kafka, logLevel, type Consumer } from 'kafkajs';

/** What an independent consumer has seen of the reviews on the bus. */
export interface Witness {
  /** Ids of reviews by learner, in the order of their partition; repetitions included. */
  seen: ReadonlyMap<string, string[]>;
  close(): Promise<void>;
}

/** Reads learning.events from its beginning in a group of its own, with nothing of ours but the contracts. */
export async function openWitness(brokers: string[]): Promise<Witness> {
  const consumer: Consumer = new Kafka({ brokers, clientId: 'witness', logLevel: logLevel.NOTHING }).consumer({
    groupId: `witness-${newId()}`,
  });
  const seen = new Map<string, string[]>();
  await consumer.connect();
  await consumer.subscribe({ topics: ['learning.events'], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message }) => {
      const event = decodeEvent(message.value?.toString() ?? '');
      if (event.type === 'ruzlet.learning.card.reviewed.v1') {
        const { userId, reviewId } = event.data;
        seen.set(userId, [...(seen.get(userId) ?? []), reviewId]);
      }
      return Promise.resolve();
    },
  });
  return { seen, close: () => consumer.disconnect() };
}

/** A list without what it says again. */
export function firstOnly(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
