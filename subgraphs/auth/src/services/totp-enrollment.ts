import { randomBytes } from 'node:crypto';
import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { encodeBase32, matchTotp, totpSecretBytes, totpUri } from '../domain/totp.js';
import {
  confirmTotpFactor,
  deleteTotpFactor,
  lockTotpFactor,
  putPendingTotpFactor,
  takeTotpStep,
} from '../storage/second-factors.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { checkSecondFactor, mfaCodeCharactersMax } from './check-second-factor.js';
import { requireLiveSession } from './live-session.js';
import { dropIdleRecoveryCodes, makeRecoveryCodes } from './recovery-codes.js';
import { recordSecurityEvent } from './security-events.js';

/** The name that authenticator apps show. */
const totpIssuer = 'Ruzlet';

const alreadyOn = () => conflict('TOTP is on already: turn it off first.');
const wrongCode = () => badInput([{ path: ['code'], message: 'is wrong or has been used' }]);

/** Gives a secret for an authenticator app, in place of any that was not confirmed. */
export async function beginTotpEnrollment(
  services: AuthServices,
  viewer: Viewer | null,
): Promise<{ secret: string; uri: string }> {
  const { userId, profile } = await requireLiveSession(services, viewer);
  const secret = randomBytes(totpSecretBytes);
  const sealedSecret = services.totpBox.seal(secret, userId);
  const put = await putPendingTotpFactor(services.db, {
    accountId: userId,
    sealedSecret,
    createdAt: services.clock.now(),
  });
  if (!put) throw alreadyOn();
  return { secret: encodeBase32(secret), uri: totpUri(secret, { issuer: totpIssuer, name: profile.username }) };
}

/** Turns TOTP on and gives the recovery codes. @throws AppError BAD_USER_INPUT when the code is wrong. */
export async function confirmTotpEnrollment(
  services: AuthServices,
  viewer: Viewer | null,
  code: string,
): Promise<{ codes: string[] }> {
  const { db, clock, totpBox } = services;
  const { userId } = await requireLiveSession(services, viewer);
  await spendMfa(services, viewer);
  const now = clock.now();
  return db.transaction(async (tx) => {
    const factor = await lockTotpFactor(tx, userId);
    if (!factor) throw notFound('enrolment: begin one');
    if (factor.confirmedAt) throw alreadyOn();
    const step =
      code.length <= mfaCodeCharactersMax ? matchTotp(totpBox.open(factor.sealedSecret, userId), code, now) : undefined;
    if (step === undefined || !(await takeTotpStep(tx, userId, step))) throw wrongCode();
    await confirmTotpFactor(tx, userId, now);
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'TOTP_ENABLED', now });
    return { codes: await makeRecoveryCodes(tx, userId) };
  });
}

/** Turns TOTP off. @throws AppError BAD_USER_INPUT when the code is wrong or TOTP is off. */
export async function disableTotp(services: AuthServices, viewer: Viewer | null, code: string): Promise<void> {
  const { userId } = await requireLiveSession(services, viewer);
  await spendMfa(services, viewer);
  const now = services.clock.now();
  await services.db.transaction(async (tx) => {
    const factor = await lockTotpFactor(tx, userId);
    if (!factor?.confirmedAt) throw badInput([{ path: ['code'], message: 'is of no use: TOTP is off' }]);
    if (!(await checkSecondFactor(tx, services, { accountId: userId, code, now }))) throw wrongCode();
    await deleteTotpFactor(tx, userId);
    await dropIdleRecoveryCodes(tx, userId);
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'TOTP_DISABLED', now });
  });
}

async function spendMfa({ rateLimiter, limits }: AuthServices, viewer: Viewer | null): Promise<void> {
  await spend(rateLimiter, [{ limit: limits.mfaPerAccount, key: requireViewer(viewer).userId }]);
}
