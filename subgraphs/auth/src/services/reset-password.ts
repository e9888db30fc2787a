import { z } from 'zod';
import { badInput } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { Db } from '@ruzlet/platform/postgres/database';
import { parseInput } from '@ruzlet/platform/validation';
import { passwordFault } from '../domain/passwords.js';
import { findAccountsByIds, lockAccount, markEmailVerified, updatePassword } from '../storage/accounts.js';
import { markApiKeysRevoked } from '../storage/api-keys.js';
import { deleteMailTokens, findMailToken, takeMailToken } from '../storage/mail.js';
import { deleteIdentities } from '../storage/identities.js';
import { deletePasskeys } from '../storage/passkeys.js';
import { deleteRecoveryCodes, deleteTotpFactor, findMfaStates } from '../storage/second-factors.js';
import { endOtherSessions } from '../storage/sessions.js';
import { passwordField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { checkSecondFactor } from './check-second-factor.js';
import { issueTokens, type SignedIn } from './issue-tokens.js';
import { hashSecret } from './refresh-token.js';
import { recordSecurityEvent } from './security-events.js';
import { startSession } from './start-session.js';
import { sessionsEnded } from './user-events.js';

const reset = z.object({ token: z.string(), newPassword: passwordField, code: z.string().trim().nullish() });

const badToken = () => badInput([{ path: ['input', 'token'], message: 'is not valid any more: ask for another mail' }]);
const badCode = (message: string) => badInput([{ path: ['input', 'code'], message }]);

/**
 * Sets a new password by the token of a mail, ends every session and signs in. A second factor is asked for here too:
 * whoever reads the mails is not the owner yet. Not where the address was never verified: then somebody else may have
 * registered with it, and all ways in that they have left are taken away.
 *
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED. The token stays good when the password or the code was refused.
 */
export async function resetPassword(services: AuthServices, device: Device, rawInput: unknown): Promise<SignedIn> {
  const { db, clock, hasher, rateLimiter, limits } = services;
  const { token, newPassword, code } = parseInput(reset, rawInput);
  await spend(rateLimiter, [{ limit: limits.mailTokenPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const hash = hashSecret(token);
  const known = await findMailToken(db, hash, 'RESET_PASSWORD', clock.now());
  const [owner] = known ? await findAccountsByIds(db, [known.accountId]) : [];
  if (!owner) throw badToken();
  const fault = passwordFault(newPassword, owner);
  if (fault !== undefined) throw badInput([{ path: ['input', 'newPassword'], message: fault }]);

  const verified = owner.emailVerifiedAt !== null;
  const [mfa] = verified ? await findMfaStates(db, [owner.id]) : [];
  if (mfa && !code) throw badCode('is needed: the account has a second factor');
  if (mfa) await spend(rateLimiter, [{ limit: limits.mfaPerAccount, key: owner.id }]);
  const passwordHash = await hasher.hash(newPassword);
  const now = clock.now();
  const { account, session } = await db.transaction(async (tx) => {
    const locked = await lockAccount(tx, owner.id);
    if (!locked || !(await takeMailToken(tx, hash, 'RESET_PASSWORD', now))) throw badToken();
    // Looked up again under the lock: the second factor may have come meanwhile.
    const [needed] = verified ? await findMfaStates(tx, [owner.id]) : [];
    if (needed && !(await checkSecondFactor(tx, services, { accountId: owner.id, code: code ?? '', now }))) {
      throw badCode('is wrong or has been used');
    }
    if (!verified) await dropEveryWayIn(tx, owner.id, now);
    await updatePassword(tx, owner.id, passwordHash, now);
    await recordSecurityEvent(tx, services, { accountId: owner.id, kind: 'PASSWORD_RESET', now });
    await deleteMailTokens(tx, owner.id, 'RESET_PASSWORD');
    // The mail was read, so the address is theirs.
    const account = await markEmailVerified(tx, owner.id, now);
    if (!account) throw badToken();
    await appendEvents(tx, sessionsEnded(await endOtherSessions(tx, owner.id, null, now), 'REVOKED', now));
    return { account, session: await startSession(tx, services, { accountId: owner.id, device, now }) };
  });
  return issueTokens(services, account, session);
}

async function dropEveryWayIn(tx: Db, accountId: string, now: Date): Promise<void> {
  await deleteTotpFactor(tx, accountId);
  await deletePasskeys(tx, accountId);
  await deleteRecoveryCodes(tx, accountId);
  await deleteIdentities(tx, accountId);
  await markApiKeysRevoked(tx, accountId, now);
}
