import { newId } from '@ruzlet/platform/ids';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { AccountRow } from '../storage/accounts.js';
import { findMfaStates, insertChallenge, type MfaState } from '../storage/second-factors.js';
import type { AuthServices, Device } from './auth-services.js';
import { issueTokens, type SignedIn } from './issue-tokens.js';
import { recordSecurityEvent } from './security-events.js';
import { startSession, type StartedSession } from './start-session.js';

/** How long a challenge can be answered (milliseconds). */
export const mfaChallengeLifeMs = 5 * 60_000;

/** The second factor is missing. */
export interface PendingChallenge {
  challengeId: string;
  expiresAt: Date;
  mfa: MfaState;
}

export type LoginOutcome = { signedIn: SignedIn } | { challenge: PendingChallenge };

/** What the transaction of a sign-in comes to. */
export type FirstFactorOutcome =
  | { kind: 'challenge'; challenge: PendingChallenge }
  | { kind: 'session'; account: AccountRow; session: StartedSession };

/**
 * What follows a right first factor, within the caller's transaction: a session, or the question for the second factor.
 *
 * @param account locked by the caller.
 * @param detail what the first factor was, for the audit log, where it was no password.
 */
export async function passFirstFactor(
  tx: Db,
  services: AuthServices,
  { account, device, now, detail }: { account: AccountRow; device: Device; now: Date; detail?: string },
): Promise<FirstFactorOutcome> {
  const [mfa] = await findMfaStates(tx, [account.id]);
  if (mfa) {
    const expiresAt = new Date(now.getTime() + mfaChallengeLifeMs);
    const challengeId = newId(now);
    await insertChallenge(tx, { id: challengeId, accountId: account.id, createdAt: now, expiresAt });
    return { kind: 'challenge', challenge: { challengeId, expiresAt, mfa } };
  }
  const session = await startSession(tx, services, { accountId: account.id, device, now });
  await recordSecurityEvent(tx, services, {
    accountId: account.id,
    kind: 'SIGNED_IN',
    now,
    ...(detail !== undefined && { detail }),
  });
  return { kind: 'session', account, session };
}

/** Tokens for a session that has begun; after the commit. */
export async function finishLogin(services: AuthServices, outcome: FirstFactorOutcome): Promise<LoginOutcome> {
  if (outcome.kind === 'challenge') return { challenge: outcome.challenge };
  return { signedIn: await issueTokens(services, outcome.account, outcome.session) };
}
