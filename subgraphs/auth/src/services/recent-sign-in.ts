import type { Viewer } from '@ruzlet/platform/access/viewer';
import { badInput, forbidden, unauthenticated } from '@ruzlet/platform/errors';
import { findAccountsByIds } from '../storage/accounts.js';
import { findSession } from '../storage/sessions.js';
import { passwordInputCharactersMax } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';

/** A session that signed in so long ago at most needs no password again (milliseconds). */
const recentSignInMs = 15 * 60_000;

/**
 * The viewer, who signed in a short while ago or gives the password now. For what would let the thief of an access token
 * stay: new keys to the account, and the removal of the owner's.
 *
 * @throws AppError UNAUTHENTICATED, FORBIDDEN when the password is needed, BAD_USER_INPUT when it is wrong, RATE_LIMITED.
 */
export async function requireRecentSignIn(
  services: AuthServices,
  viewer: Viewer | null,
  password: string | null | undefined,
): Promise<Viewer> {
  const { db, hasher, rateLimiter, limits } = services;
  const asking = await requireLiveSession(services, viewer);
  if (await signedInRecently(services, asking)) return asking;
  if (password === null || password === undefined) {
    throw forbidden('This session signed in more than 15 minutes ago: give the password, or sign in again.');
  }
  await spend(rateLimiter, [{ limit: limits.passwordPerAccount, key: asking.userId }]);
  const [account] = await findAccountsByIds(db, [asking.userId]);
  if (!account) throw unauthenticated('This account does not exist any more.');
  const right = password.length <= passwordInputCharactersMax && (await hasher.verify(account.passwordHash, password));
  if (!right) throw badInput([{ path: ['password'], message: 'is wrong' }]);
  return asking;
}

/** True when the viewer's session began a short while ago. */
export async function signedInRecently(
  { db, clock }: Pick<AuthServices, 'db' | 'clock'>,
  { sessionId }: Viewer,
): Promise<boolean> {
  const session = await findSession(db, sessionId);
  return session !== undefined && clock.now().getTime() - session.createdAt.getTime() <= recentSignInMs;
}
