import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { lockAccount } from '../storage/accounts.js';
import { endOtherSessions, endSession } from '../storage/sessions.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { recordSecurityEvent } from './security-events.js';
import { sessionsEnded } from './user-events.js';

/** Ends the session that asks; true also when it had ended before. */
export async function logOut(services: AuthServices, viewer: Viewer | null): Promise<boolean> {
  const { db, clock } = services;
  const { sessionId, userId } = requireViewer(viewer);
  const now = clock.now();
  await db.transaction(async (tx) => {
    const ended = await endSession(tx, { id: sessionId, accountId: userId }, 'LOGOUT', now);
    if (ended.length > 0) await recordSecurityEvent(tx, services, { accountId: userId, kind: 'SIGNED_OUT', now });
    await appendEvents(tx, sessionsEnded(ended, 'LOGOUT', now));
  });
  return true;
}

/** Ends one of the viewer's sessions. @throws AppError NOT_FOUND when it is no live session of the viewer. */
export async function revokeSession(services: AuthServices, viewer: Viewer | null, id: string): Promise<void> {
  const { userId } = await requireLiveSession(services, viewer);
  if (!isUuid(id)) throw notFound('session');
  const now = services.clock.now();
  await services.db.transaction(async (tx) => {
    const ended = await endSession(tx, { id, accountId: userId }, 'REVOKED', now);
    if (ended.length === 0) throw notFound('session');
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'SESSION_REVOKED', now });
    await appendEvents(tx, sessionsEnded(ended, 'REVOKED', now));
  });
}

/** Ends all of the viewer's sessions but the one that asks. Of two that end each other at once, one is left. */
export async function revokeAllOtherSessions(services: AuthServices, viewer: Viewer | null): Promise<void> {
  const { db, clock } = services;
  const { userId, sessionId } = requireViewer(viewer);
  const now = clock.now();
  await db.transaction(async (tx) => {
    await lockAccount(tx, userId);
    await requireLiveSession({ db: tx, clock }, viewer);
    const ended = await endOtherSessions(tx, userId, sessionId, now);
    if (ended.length > 0) await recordSecurityEvent(tx, services, { accountId: userId, kind: 'SESSION_REVOKED', now });
    await appendEvents(tx, sessionsEnded(ended, 'REVOKED', now));
  });
}
