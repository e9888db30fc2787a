import type { IncomingMessage, OutgoingMessage } from '../bus/bus.js';

/** An error message may quote the whole event; a header is no place for that (characters). */
const errorCharactersMax = 1_000;

export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}

/**
 * The message as it came, addressed to the dead letters of its topic, with headers that say what was wrong: `error`, `topic`,
 * `position`, `group`, `failedAt`. Once the fault is mended, `toReplay` sends it to the `topic` again.
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

/** The header of a message that was a dead letter: the groups that had put it aside, with commas between. */
const replayHeader = 'replayed-for';

/** A dead letter on its way back to its topic, for the groups that put it aside: others may have handled it long ago. */
export function toReplay(
  { topic, key, value }: { topic: string; key: string; value: string },
  groups: readonly string[],
): OutgoingMessage {
  return { topic, key, value, headers: { [replayHeader]: groups.join(',') } };
}

/** The groups that had put the message aside; undefined for one that never was. */
export function replayedFor({ headers }: IncomingMessage): string[] | undefined {
  return headers[replayHeader]?.split(',');
}
