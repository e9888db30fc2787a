import { deadLetterTopic, topics } from '@ruzlet/contracts/topics';
import type { Bus, IncomingMessage, Subscription } from '@ruzlet/platform/bus/bus';
import type { Clock } from '@ruzlet/platform/clock';
import type { AnalyticsDb } from '../storage/database.js';
import { putDeadLetters, type NewDeadLetter } from '../storage/dead-letters.js';

export const deadLettersGroup = 'analytics-dead-letters';

/** Rows of one insert at most (count): they may be large. */
const recordRowsMax = 100;

/** Postgres takes no NUL in text, and a broken message may hold one. */
const printable = (text: string) => text.replaceAll('\0', '\uFFFD');

/**
 * Records what any consumer of any subgraph has put aside, so that it can be listed and sent again. While the database is
 * away the bus keeps the letters and delivers them later.
 */
export function createDeadLetterRecorder({ bus, db, clock }: { bus: Bus; db: AnalyticsDb; clock: Clock }): {
  start(): Promise<void>;
  close(): Promise<void>;
} {
  let subscription: Subscription | undefined;
  return {
    start: async () => {
      subscription = await bus.subscribe({
        group: deadLettersGroup,
        topics: topics.map(deadLetterTopic),
        batchRowsMax: recordRowsMax,
        handle: (messages) => putDeadLetters(db, messages.map(letterOf), clock.now()),
      });
    },
    close: async () => subscription?.close(),
  };
}

/** The headers are written by `toDeadLetter`; a letter of another make may lack them. */
function letterOf({ topic, key, value, headers }: IncomingMessage): NewDeadLetter {
  const { error, position, group } = headers;
  return {
    topic: topic.slice(0, -deadLetterTopic('').length),
    key,
    value,
    error: printable(error ?? 'no reason given'),
    position: position === undefined ? null : printable(position),
    group: group === undefined ? null : printable(group),
  };
}
