import { badInput } from '@ruzlet/platform/errors';
import { markEmailVerified, type AccountRow } from '../storage/accounts.js';
import { takeMailToken } from '../storage/mail.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { hashSecret } from './refresh-token.js';
import { recordSecurityEvent } from './security-events.js';

/**
 * Shows by the token of a mail that the address belongs to the account. Whoever has the mail need not be signed in.
 *
 * @throws AppError BAD_USER_INPUT when the token is no good, RATE_LIMITED.
 */
export async function verifyEmail(services: AuthServices, device: Device, token: string): Promise<AccountRow> {
  const { db, clock, rateLimiter, limits } = services;
  await spend(rateLimiter, [{ limit: limits.mailTokenPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const now = clock.now();
  return db.transaction(async (tx) => {
    const taken = await takeMailToken(tx, hashSecret(token), 'VERIFY_EMAIL', now);
    const account = taken && (await markEmailVerified(tx, taken.accountId, now));
    if (!account) throw badInput([{ path: ['token'], message: 'is not valid any more: ask for another mail' }]);
    await recordSecurityEvent(tx, services, { accountId: account.id, kind: 'EMAIL_VERIFIED', now });
    return account;
  });
}
