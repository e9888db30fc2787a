import type { IncomingMessage, OutgoingMessage } from '../bus/bus.js';

/** An error message may quote the whole event; a header is no place for that (characters). */
const errorCharactersMax = 1_000;

export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}

/**
 * The message as it came, addressed to the dead letters of its topic, with headers that say what was wrong: `error`, `topic`,
 * `position`, `group`, `failedAt`. Once the fault is mended, its value can be published to the `topic` again as it is.
 */
export function toDeadLetter(
  message: IncomingMessage,
  failure: { error: unknown; group: string; failedAt: Date },
): OutgoingMessage {
  return {
    topic: deadLetterTopic(message.topic),
    key: message.key,
    value: message.value,
    headers: {
      ...message.headers,
      error: describe(failure.error).slice(0, errorCharactersMax),
      topic: message.topic,
      position: message.position,
      group: failure.group,
      failedAt: failure.failedAt.toISOString(),
    },
  };
}

/** The error and its causes: a query builder's message is the statement, the reason lies below. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = error.cause === undefined ? '' : ` ← ${describe(error.cause)}`;
  return `${error.name}: ${error.message.slice(0, errorCharactersMax / 2)}${reason}`;
}
