import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { unauthenticated } from '@ruzlet/platform/errors';
import { isUuid, newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { lockAccount } from '../storage/accounts.js';
import {
  findPasskeyByCredential,
  findPasskeys,
  insertCeremony,
  takeCeremony,
  usePasskey,
  type CeremonyRow,
  type PasskeyRow,
} from '../storage/passkeys.js';
import { completeChallenge, findOpenChallenge, spendChallengeAttempt } from '../storage/second-factors.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { challengeAttemptsMax } from './complete-mfa.js';
import { issueTokens, type SignedIn } from './issue-tokens.js';
import { ceremonyLifeMs, requestOptions, userHandle, type RequestOptions } from './passkey-options.js';
import { ceremonyIdField, clientOriginOf, loginResponse } from './passkey-response.js';
import { recordSecurityEvent } from './security-events.js';
import { startSession } from './start-session.js';

const finish = z.object({ ceremonyId: ceremonyIdField, response: loginResponse });

/** The same for everything that is wrong, so that it tells nobody which passkeys there are. */
const notAccepted = () => unauthenticated('This passkey was not accepted: begin again.');
const challengeOver = () => unauthenticated('This challenge is over: sign in again.');

export interface PasskeyLogin {
  ceremonyId: string;
  options: RequestOptions;
  expiresAt: Date;
}

/**
 * Begins a sign-in by passkey.
 *
 * @param mfaChallengeId the challenge of a right password, when the passkey is the second factor.
 * @throws AppError UNAUTHENTICATED when that challenge is over, RATE_LIMITED.
 */
export async function beginPasskeyLogin(
  services: AuthServices,
  device: Device,
  mfaChallengeId: string | null | undefined,
): Promise<PasskeyLogin> {
  const { db, clock, rateLimiter, limits, relyingParty } = services;
  await spend(rateLimiter, [{ limit: limits.passkeyPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const now = clock.now();
  const challenge =
    mfaChallengeId && isUuid(mfaChallengeId)
      ? await findOpenChallenge(db, mfaChallengeId, now, challengeAttemptsMax)
      : undefined;
  if (mfaChallengeId && !challenge) throw challengeOver();
  const options = await requestOptions(relyingParty, challenge ? await findPasskeys(db, challenge.accountId) : null);
  const begun = { ceremonyId: newId(now), options, expiresAt: new Date(now.getTime() + ceremonyLifeMs) };
  await insertCeremony(db, {
    id: begun.ceremonyId,
    kind: challenge ? 'SECOND_FACTOR' : 'SIGN_IN',
    accountId: challenge?.accountId ?? null,
    mfaChallengeId: challenge?.id ?? null,
    challenge: options.challenge,
    expiresAt: begun.expiresAt,
  });
  return begun;
}

/**
 * Signs in by passkey. Without a password it stands for both factors: the device, and who unlocks it.
 *
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED.
 */
export async function finishPasskeyLogin(services: AuthServices, device: Device, rawInput: unknown): Promise<SignedIn> {
  const { db, clock, rateLimiter, limits } = services;
  const { ceremonyId, response } = parseInput(finish, rawInput);
  await spend(rateLimiter, [{ limit: limits.passkeyPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const now = clock.now();
  const ceremony = await takeCeremony(db, ceremonyId, now);
  if (!ceremony || ceremony.kind === 'REGISTER') throw notAccepted();
  const mfaChallenge = await spendAttempt(services, ceremony, now);
  const passkey = await findPasskeyByCredential(db, response.id);
  const used = passkey && (await verify(services, { passkey, ceremony, response }));
  if (!passkey || !used) {
    if (passkey) {
      const { accountId } = passkey;
      const kind = mfaChallenge ? 'SECOND_FACTOR_FAILED' : 'SIGN_IN_FAILED';
      await recordSecurityEvent(db, services, { accountId, kind, now, detail: 'passkey' });
    }
    throw notAccepted();
  }

  const { account, session } = await db.transaction(async (tx) => {
    const account = await lockAccount(tx, passkey.accountId);
    if (!account || !(await usePasskey(tx, passkey, { ...used, now }))) throw notAccepted();
    if (mfaChallenge) {
      const open = account.passwordChangedAt <= mfaChallenge.createdAt;
      if (!open || !(await completeChallenge(tx, mfaChallenge.id, now))) throw challengeOver();
    }
    await recordSecurityEvent(tx, services, { accountId: account.id, kind: 'SIGNED_IN', now, detail: 'passkey' });
    return { account, session: await startSession(tx, services, { accountId: account.id, device, now }) };
  });
  return issueTokens(services, account, session);
}

/** Counted before the answer is looked at, so that a wrong one stays counted. */
async function spendAttempt({ db, rateLimiter, limits }: AuthServices, ceremony: CeremonyRow, now: Date) {
  if (ceremony.kind !== 'SECOND_FACTOR') return null;
  const challenge =
    ceremony.mfaChallengeId === null
      ? undefined
      : await spendChallengeAttempt(db, ceremony.mfaChallengeId, now, challengeAttemptsMax);
  if (!challenge) throw challengeOver();
  await spend(rateLimiter, [{ limit: limits.mfaPerAccount, key: challenge.accountId }]);
  return challenge;
}

async function verify(
  { relyingParty, clientOrigins }: AuthServices,
  {
    passkey,
    ceremony,
    response,
  }: { passkey: PasskeyRow; ceremony: CeremonyRow; response: z.output<typeof loginResponse> },
): Promise<{ counter: number; backedUp: boolean } | undefined> {
  const passwordless = ceremony.kind === 'SIGN_IN';
  if (!passwordless && passkey.accountId !== ceremony.accountId) return undefined;
  const { userHandle: said } = response.response;
  const isOwner = said !== undefined && Buffer.from(said, 'base64url').equals(userHandle(passkey.accountId));
  if ((passwordless || said !== undefined) && !isOwner) return undefined;
  const origin = clientOriginOf(clientOrigins, response.response.clientDataJSON);
  if (origin === undefined) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: ceremony.challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: passwordless,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    if (!verified) return undefined;
    return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
  } catch {
    // What the library throws is about the response, and that is not accepted, whatever is wrong with it.
    return undefined;
  }
}
