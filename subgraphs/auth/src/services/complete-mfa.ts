import { z } from 'zod';
import { unauthenticated } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { lockAccount } from '../storage/accounts.js';
import { completeChallenge, spendChallengeAttempt } from '../storage/second-factors.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { checkSecondFactor } from './check-second-factor.js';
import { issueTokens, type SignedIn } from './issue-tokens.js';
import { recordSecurityEvent } from './security-events.js';
import { startSession } from './start-session.js';

/** Answers to one challenge (count). */
export const challengeAttemptsMax = 5;

const answer = z.object({
  challengeId: z.string().refine(isUuid, 'must be the id of a challenge'),
  code: z.string().trim().min(1, 'must not be empty'),
});

/**
 * Signs in by the second factor.
 *
 * @throws AppError UNAUTHENTICATED when the code is wrong or used, or the challenge is over; RATE_LIMITED.
 */
export async function completeMfa(services: AuthServices, device: Device, rawInput: unknown): Promise<SignedIn> {
  const { db, clock, rateLimiter, limits } = services;
  const { challengeId, code } = parseInput(answer, rawInput);
  const now = clock.now();
  // Counted before the code is looked at, in a transaction of its own, so that a wrong answer stays counted.
  const challenge = await spendChallengeAttempt(db, challengeId, now, challengeAttemptsMax);
  if (!challenge) throw unauthenticated('This challenge is over: sign in again.');
  await spend(rateLimiter, [{ limit: limits.mfaPerAccount, key: challenge.accountId }]);

  const outcome = await db.transaction(async (tx) => {
    const account = await lockAccount(tx, challenge.accountId);
    if (!account || account.passwordChangedAt > challenge.createdAt) {
      throw unauthenticated('This challenge is over: sign in again.');
    }
    if (!(await checkSecondFactor(tx, services, { accountId: account.id, code, now }))) {
      // Told after the commit, so that the log keeps it.
      await recordSecurityEvent(tx, services, { accountId: account.id, kind: 'SECOND_FACTOR_FAILED', now });
      return null;
    }
    if (!(await completeChallenge(tx, challenge.id, now))) {
      throw unauthenticated('This challenge is over: sign in again.');
    }
    await recordSecurityEvent(tx, services, { accountId: account.id, kind: 'SIGNED_IN', now });
    return { account, session: await startSession(tx, services, { accountId: account.id, device, now }) };
  });
  if (!outcome) throw unauthenticated('The code is wrong or has been used.');
  return issueTokens(services, outcome.account, outcome.session);
}
