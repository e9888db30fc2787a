import { encodeEvent, type EncodedEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import { currentRequestId } from '@ruzlet/platform/http/request-scope';
import type { AccountRow } from '../storage/accounts.js';
import type { EndedSession, SessionEndReason } from '../storage/sessions.js';

/** The facts that auth publishes, ready for the outbox. */

function origin(userId: string, time: Date) {
  return { source: '/auth' as const, subject: userId, time, requestId: currentRequestId() };
}

export function userRegistered(account: AccountRow): EncodedEvent {
  const { id: userId, username, displayName, locale, timeZone, roles, createdAt } = account;
  return encodeEvent(
    makeEvent('ruzlet.user.registered.v1', {
      ...origin(userId, createdAt),
      data: { userId, username, displayName, locale, timeZone, roles, registeredAt: createdAt.toISOString() },
    }),
  );
}

export function sessionStarted(
  session: { id: string; accountId: string; userAgent: string | null },
  time: Date,
): EncodedEvent {
  const { id: sessionId, accountId: userId, userAgent } = session;
  return encodeEvent(
    makeEvent('ruzlet.user.session.started.v1', {
      ...origin(userId, time),
      data: { userId, sessionId, ...(userAgent !== null && { userAgent }) },
    }),
  );
}

export function sessionsEnded(sessions: readonly EndedSession[], reason: SessionEndReason, time: Date): EncodedEvent[] {
  return sessions.map(({ id: sessionId, accountId: userId }) =>
    encodeEvent(
      makeEvent('ruzlet.user.session.ended.v1', { ...origin(userId, time), data: { userId, sessionId, reason } }),
    ),
  );
}

export function usernameChanged(
  { id: userId, username }: Pick<AccountRow, 'id' | 'username'>,
  previousUsername: string,
  time: Date,
): EncodedEvent {
  return encodeEvent(
    makeEvent('ruzlet.user.username.changed.v1', {
      ...origin(userId, time),
      data: { userId, username, previousUsername },
    }),
  );
}

export function exportRequested(one: { id: string; accountId: string }, time: Date): EncodedEvent {
  const { id: exportId, accountId: userId } = one;
  return encodeEvent(
    makeEvent('ruzlet.user.export.requested.v1', { ...origin(userId, time), data: { userId, exportId } }),
  );
}

export function deletionRequested(
  data: { userId: string; receiptId: string; round: number },
  time: Date,
): EncodedEvent {
  return encodeEvent(makeEvent('ruzlet.user.deletion.requested.v1', { ...origin(data.userId, time), data }));
}
