import { topics } from '@ruzlet/contracts/topics';
import { badInput } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { decodeCursor, encodeCursor, pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import { toReplay } from '@ruzlet/platform/outbox/dead-letters';
import {
  countWaitingDeadLetters,
  findDeadLetters,
  findWaitingDeadLetters,
  markReplayed,
  type DeadLetter,
} from '../storage/dead-letters.js';
import { requireAdmin } from './require-admin.js';
import type { Scope } from './scope.js';

/** Messages of one replay at most (count). */
export const replayRowsMax = 1_000;
/** Of a dead letter's value, what a client is shown (characters). */
export const shownCharactersMax = 10_000;

function requireTopic(topic: string): void {
  const known: readonly string[] = topics;
  if (known.includes(topic)) return;
  throw badInput([{ path: ['topic'], message: `must be one of ${topics.join(', ')}` }]);
}

/** What was put aside, the newest first, for administrators. */
export async function listDeadLetters(
  { viewer, db }: Scope,
  args: { topic?: string | null | undefined; first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<DeadLetter>> {
  requireAdmin(viewer);
  const { first, after } = pageArgs(args);
  if (args.topic) requireTopic(args.topic);
  const rows = await findDeadLetters(db, {
    topic: args.topic ?? null,
    beforeId: after === null ? null : letterId(after),
    rowsMax: first + 1,
  });
  const shown = rows.map((letter) => ({ ...letter, value: letter.value.slice(0, shownCharactersMax) }));
  return toConnection(shown, first, ({ id }) => encodeCursor([id]), after !== null);
}

function letterId(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
}

/**
 * Sends dead letters to their topic again, the oldest first; a message that several consumers put aside goes once. Marked
 * after the bus has them: a crash in between sends them once more, which consumers do not mind. One that comes back before
 * it is marked stays waiting.
 */
export async function replayDeadLetters(
  { viewer, db, bus, clock }: Scope,
  { topic, first: wanted }: { topic: string; first?: number | null | undefined },
) {
  requireAdmin(viewer);
  requireTopic(topic);
  const { first } = pageArgs({ first: wanted }, { firstDefault: 100, firstMax: replayRowsMax });
  const letters = await findWaitingDeadLetters(db, topic, first);
  const messages = new Map<string, { key: string; value: string; groups: string[] }>();
  for (const { key, value, group } of letters) {
    const place = JSON.stringify([key, value]);
    const { groups = [] } = messages.get(place) ?? {};
    messages.set(place, { key, value, groups: group === null ? groups : [...groups, group] });
  }
  await bus.publish(Array.from(messages.values(), ({ key, value, groups }) => toReplay({ topic, key, value }, groups)));
  await markReplayed(db, letters, clock.now());
  const waiting = await countWaitingDeadLetters(db);
  return { topic, replayed: letters.length, remaining: waiting.get(topic) ?? 0 };
}
