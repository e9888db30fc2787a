import { z } from 'zod';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, badInput, unauthenticated } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { isReservedUsername, usernameKey } from '../domain/identifiers.js';
import { findAccountByUsernameKey, lockAccount } from '../storage/accounts.js';
import {
  deleteRetiredUsername,
  isUsernameRetired,
  putRetiredUsername,
  renameAccount,
} from '../storage/retired-usernames.js';
import { usernameField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { recordSecurityEvent } from './security-events.js';
import { usernameChanged } from './user-events.js';

/** How long a name that was given up is kept for who had it (milliseconds): links lead to nobody else so soon. */
const reservedMs = 90 * 86_400_000;

const taken = () =>
  new AppError('CONFLICT', 'This username is taken, or looks like one that is: choose another.', {
    issues: [{ path: ['username'], message: 'is taken, or looks like one that is' }],
  });

/**
 * Gives the viewer another username. The one before is kept for them for 90 days.
 *
 * @throws AppError UNAUTHENTICATED, BAD_USER_INPUT, CONFLICT, RATE_LIMITED.
 */
export async function changeUsername(services: AuthServices, viewer: Viewer | null, rawName: string): Promise<void> {
  const { db, clock, rateLimiter, limits } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const { username } = parseInput(z.object({ username: usernameField }), { username: rawName }, []);
  await spend(rateLimiter, [{ limit: limits.usernamePerAccount, key: userId }]);
  const key = usernameKey(username);
  const now = clock.now();
  try {
    await db.transaction(async (tx) => {
      const account = await lockAccount(tx, userId);
      if (!account) throw unauthenticated('This account does not exist any more.');
      if (isReservedUsername(username) && !account.roles.includes('ADMIN')) {
        throw badInput([{ path: ['username'], message: 'is reserved for administrators: choose another' }]);
      }
      if (account.username === username) throw badInput([{ path: ['username'], message: 'is the one you have' }]);
      const holder = await findAccountByUsernameKey(tx, key);
      if ((holder && holder.id !== userId) || (await isUsernameRetired(tx, key, now, userId))) throw taken();
      await deleteRetiredUsername(tx, key);
      await renameAccount(tx, userId, username, key);
      // Another spelling of the same name keeps nothing from anybody.
      if (account.usernameKey !== key) {
        const reservedUntil = new Date(now.getTime() + reservedMs);
        await putRetiredUsername(tx, { usernameKey: account.usernameKey, accountId: userId, reservedUntil });
      }
      await recordSecurityEvent(tx, services, { accountId: userId, kind: 'USERNAME_CHANGED', now, detail: username });
      await appendEvents(tx, [usernameChanged({ id: userId, username }, account.username, now)]);
    });
  } catch (error) {
    if (isUsernameConflict(error)) throw taken();
    throw error;
  }
}

/** Somebody else took the name between the look and the change. */
function isUsernameConflict(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('constraint_name' in cause && cause.constraint_name === 'accounts_username_key') return true;
  }
  return false;
}
