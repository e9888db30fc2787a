import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, unauthenticated } from '@ruzlet/platform/errors';
import { findAccountsByIds } from '../storage/accounts.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { requestMail } from './request-mail.js';

/**
 * Mails a token with which the viewer can delete the account: for who signs in without a password, or has forgotten it.
 *
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED, SERVICE_UNAVAILABLE where no mail is sent.
 */
export async function requestDeletionMail(
  services: AuthServices,
  device: Device,
  viewer: Viewer | null,
): Promise<true> {
  const { db, clock, rateLimiter, limits, postman } = services;
  const { userId } = await requireLiveSession(services, viewer);
  if (!postman) throw new AppError('SERVICE_UNAVAILABLE', 'This installation sends no mail: ask whoever runs it.');
  const [account] = await findAccountsByIds(db, [userId]);
  if (!account) throw unauthenticated('This account does not exist any more.');
  await spend(rateLimiter, [
    { limit: limits.mailPerRecipient, key: account.emailKey },
    { limit: limits.mailPerAddress, key: device.ipAddress ?? 'unknown' },
  ]);
  await requestMail(db, 'DELETE_ACCOUNT', account.emailKey, clock.now());
  postman.wake();
  return true;
}
