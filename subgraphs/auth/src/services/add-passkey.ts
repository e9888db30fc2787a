import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict, unauthenticated } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { findAccountsByIds, lockAccount } from '../storage/accounts.js';
import {
  countPasskeys,
  findPasskeys,
  insertCeremony,
  insertPasskey,
  passkeysPerAccountMax,
  takeCeremony,
  type PasskeyRow,
} from '../storage/passkeys.js';
import { findMfaStates } from '../storage/second-factors.js';
import { displayNameField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { ceremonyLifeMs, creationOptions, passkeyAlgorithms, type CreationOptions } from './passkey-options.js';
import { ceremonyIdField, clientOriginOf, registrationResponse } from './passkey-response.js';
import { requireRecentSignIn } from './recent-sign-in.js';
import { makeRecoveryCodes } from './recovery-codes.js';
import { recordSecurityEvent } from './security-events.js';

const finish = z.object({
  ceremonyId: ceremonyIdField,
  name: displayNameField.nullish(),
  response: registrationResponse,
});

const accountGone = () => unauthenticated('This account does not exist any more.');
const tooMany = () => conflict(`An account has at most ${String(passkeysPerAccountMax)} passkeys: remove one first.`);
const refused = (message: string) => badInput([{ path: ['input', 'response'], message }]);

export interface PasskeyRegistration {
  ceremonyId: string;
  options: CreationOptions;
  expiresAt: Date;
}

/** Begins to add a passkey. @throws AppError FORBIDDEN when the password is needed, CONFLICT when there are too many. */
export async function beginPasskeyRegistration(
  services: AuthServices,
  viewer: Viewer | null,
  password: string | null | undefined,
): Promise<PasskeyRegistration> {
  const { db, clock, relyingParty } = services;
  const { userId } = await requireRecentSignIn(services, viewer, password);
  const [account] = await findAccountsByIds(db, [userId]);
  if (!account) throw accountGone();
  const known = await findPasskeys(db, userId);
  if (known.length >= passkeysPerAccountMax) throw tooMany();
  const options = await creationOptions(relyingParty, account, known);
  const now = clock.now();
  const ceremony = { ceremonyId: newId(now), options, expiresAt: new Date(now.getTime() + ceremonyLifeMs) };
  await insertCeremony(db, {
    id: ceremony.ceremonyId,
    kind: 'REGISTER',
    accountId: userId,
    mfaChallengeId: null,
    challenge: options.challenge,
    expiresAt: ceremony.expiresAt,
  });
  return ceremony;
}

/**
 * Adds the passkey that the browser has made; with the account's first second factor, recovery codes are made too.
 *
 * @throws AppError BAD_USER_INPUT when it is not what was asked for, CONFLICT, RATE_LIMITED.
 */
export async function finishPasskeyRegistration(
  services: AuthServices,
  viewer: Viewer | null,
  rawInput: unknown,
): Promise<{ passkey: PasskeyRow; recoveryCodes: string[] | null }> {
  const { db, clock, rateLimiter, limits } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const { ceremonyId, name, response } = parseInput(finish, rawInput);
  await spend(rateLimiter, [{ limit: limits.mfaPerAccount, key: userId }]);
  const now = clock.now();
  const ceremony = await takeCeremony(db, ceremonyId, now);
  if (ceremony?.kind !== 'REGISTER' || ceremony.accountId !== userId) {
    throw badInput([{ path: ['input', 'ceremonyId'], message: 'is not open any more: begin again' }]);
  }
  const made = await verify(services, response, ceremony.challenge);
  return db.transaction(async (tx) => {
    if (!(await lockAccount(tx, userId))) throw accountGone();
    if ((await countPasskeys(tx, userId)) >= passkeysPerAccountMax) throw tooMany();
    const [mfaBefore] = await findMfaStates(tx, [userId]);
    const passkey = await insertPasskey(tx, {
      id: newId(now),
      accountId: userId,
      ...made,
      transports: response.response.transports,
      name: name ?? 'Passkey',
      createdAt: now,
    });
    if (!passkey) throw conflict('This passkey is registered already.');
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'PASSKEY_ADDED', now, detail: passkey.name });
    return { passkey, recoveryCodes: mfaBefore ? null : await makeRecoveryCodes(tx, userId) };
  });
}

async function verify(
  { relyingParty, clientOrigins }: Pick<AuthServices, 'relyingParty' | 'clientOrigins'>,
  response: z.output<typeof registrationResponse>,
  challenge: string,
): Promise<Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter' | 'backedUp'>> {
  const origin = clientOriginOf(clientOrigins, response.response.clientDataJSON);
  if (origin === undefined) throw refused('comes from an origin where no client of this installation lives');
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: passkeyAlgorithms,
  }).catch((error: unknown) => {
    // The library says in words what did not fit; nothing of it is secret.
    throw refused(`is not the passkey that was asked for (${error instanceof Error ? error.message : 'unreadable'})`);
  });
  if (!registrationInfo) throw refused('is not the passkey that was asked for');
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    backedUp: credentialBackedUp,
  };
}
