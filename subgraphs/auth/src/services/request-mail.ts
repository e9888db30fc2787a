import { z } from 'zod';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, unauthenticated } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import type { Db } from '@ruzlet/platform/postgres/database';
import { parseInput } from '@ruzlet/platform/validation';
import { emailKey } from '../domain/identifiers.js';
import type { MailPurpose } from '../domain/mails.js';
import { findAccountsByIds } from '../storage/accounts.js';
import { insertMailRequest } from '../storage/mail.js';
import { emailField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { requireLiveSession } from './live-session.js';

/** Notes a mail that is to be sent, within the caller's transaction; wake the postman after the commit. */
export async function requestMail(db: Db, purpose: MailPurpose, key: string, now: Date): Promise<void> {
  await insertMailRequest(db, { id: newId(now), purpose, emailKey: key, requestedAt: now, nextAttemptAt: now });
}

/**
 * Asks for a mail to set a new password. Nothing here looks whether there is such an account: the postman does, later.
 *
 * @throws AppError RATE_LIMITED by address asked for and address asking, SERVICE_UNAVAILABLE where no mail is sent.
 */
export async function requestPasswordReset(services: AuthServices, device: Device, rawEmail: unknown): Promise<true> {
  const { db, clock, rateLimiter, limits } = services;
  const postman = requirePostman(services);
  const { email } = parseInput(z.object({ email: emailField }), { email: rawEmail }, []);
  const key = emailKey(email);
  await spend(rateLimiter, [
    { limit: limits.mailPerRecipient, key },
    { limit: limits.mailPerAddress, key: device.ipAddress ?? 'unknown' },
  ]);
  await requestMail(db, 'RESET_PASSWORD', key, clock.now());
  postman.wake();
  return true;
}

/**
 * Sends the mail that verifies the viewer's address once more; nothing when it is verified.
 *
 * @throws AppError RATE_LIMITED, SERVICE_UNAVAILABLE where no mail is sent.
 */
export async function resendVerificationEmail(
  services: AuthServices,
  device: Device,
  viewer: Viewer | null,
): Promise<true> {
  const { db, clock, rateLimiter, limits } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const postman = requirePostman(services);
  const [account] = await findAccountsByIds(db, [userId]);
  if (!account) throw unauthenticated('This account does not exist any more.');
  if (account.emailVerifiedAt !== null) return true;
  await spend(rateLimiter, [
    { limit: limits.mailPerRecipient, key: account.emailKey },
    { limit: limits.mailPerAddress, key: device.ipAddress ?? 'unknown' },
  ]);
  await requestMail(db, 'VERIFY_EMAIL', account.emailKey, clock.now());
  postman.wake();
  return true;
}

function requirePostman({ postman }: AuthServices) {
  if (postman) return postman;
  throw new AppError('SERVICE_UNAVAILABLE', 'This installation sends no mail: ask whoever runs it.');
}
