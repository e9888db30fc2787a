import { z } from 'zod';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { badInput, unauthenticated } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { passwordFault } from '../domain/passwords.js';
import { findAccountsByIds, lockAccount, updatePassword } from '../storage/accounts.js';
import { endOtherSessions } from '../storage/sessions.js';
import { passwordField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { recordSecurityEvent } from './security-events.js';
import { sessionsEnded } from './user-events.js';

const passwords = z.object({ currentPassword: passwordField, newPassword: passwordField });

/** Sets a new password and ends every other session, whoever holds it. */
export async function changePassword(services: AuthServices, viewer: Viewer | null, rawInput: unknown): Promise<void> {
  const { db, clock, hasher, rateLimiter, limits } = services;
  const { userId, sessionId } = await requireLiveSession(services, viewer);
  const { currentPassword, newPassword } = parseInput(passwords, rawInput);
  await spend(rateLimiter, [{ limit: limits.passwordPerAccount, key: userId }]);

  const [account] = await findAccountsByIds(db, [userId]);
  if (!account) throw unauthenticated('This account does not exist any more.');
  if (!(await hasher.verify(account.passwordHash, currentPassword))) {
    throw badInput([{ path: ['input', 'currentPassword'], message: 'is wrong' }]);
  }
  const fault =
    newPassword === currentPassword ? 'must differ from the current one' : passwordFault(newPassword, account);
  if (fault !== undefined) throw badInput([{ path: ['input', 'newPassword'], message: fault }]);

  const passwordHash = await hasher.hash(newPassword);
  const now = clock.now();
  await db.transaction(async (tx) => {
    const locked = await lockAccount(tx, userId);
    if (locked?.passwordChangedAt.getTime() !== account.passwordChangedAt.getTime()) {
      throw badInput([{ path: ['input', 'currentPassword'], message: 'has been changed meanwhile' }]);
    }
    await updatePassword(tx, userId, passwordHash, now);
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'PASSWORD_CHANGED', now });
    await appendEvents(tx, sessionsEnded(await endOtherSessions(tx, userId, sessionId, now), 'REVOKED', now));
  });
}
