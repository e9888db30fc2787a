import { z } from 'zod';
import { rateLimited, unauthenticated } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { loginFailuresKeptMs, loginWaitMs } from '../domain/login-delay.js';
import { emailKey, usernameKey } from '../domain/identifiers.js';
import {
  findAccountByEmailKey,
  findAccountByUsernameKey,
  lockAccount,
  replacePasswordHash,
  type AccountRow,
} from '../storage/accounts.js';
import { countLoginFailure, deleteLoginFailures, findLoginFailures } from '../storage/login-failures.js';
import { hasSessionFrom } from '../storage/sessions.js';
import { passwordField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { finishLogin, passFirstFactor, type LoginOutcome } from './finish-login.js';
import { hashSecret } from './refresh-token.js';
import { recordSecurityEvent } from './security-events.js';

const loginCharactersMax = 254;

const loginName = z.string().trim().min(1, 'must not be empty').max(loginCharactersMax).nullish();

const credentials = z
  .object({ login: loginName, email: loginName, username: loginName, password: passwordField })
  .transform(({ login, email, username, password }, context) => {
    const given = [login, email, username].filter((name) => name !== null && name !== undefined);
    const [name] = given;
    if (name === undefined || given.length > 1) {
      context.addIssue({ code: 'custom', message: 'must have either email or username (or one of them as login)' });
      return z.NEVER;
    }
    return { name, password };
  });

const wrongCredentials = () => unauthenticated('The e-mail address, username or password is wrong.');

/**
 * Signs in by password, or asks for the second factor. Takes the same time and gives the same answer whether or not
 * there is such an account.
 *
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED, BAD_USER_INPUT.
 */
export async function logIn(services: AuthServices, device: Device, rawInput: unknown): Promise<LoginOutcome> {
  const { db, clock, hasher } = services;
  const { name, password } = parseInput(credentials, rawInput);
  const byEmail = name.includes('@');
  const key = byEmail ? emailKey(name) : usernameKey(name);

  const known = await (byEmail ? findAccountByEmailKey(db, key) : findAccountByUsernameKey(db, key));
  // One account has one budget, whichever of its names is tried; names of nobody have one each, so limits tell nothing.
  const guessKey = hashSecret(`${known?.id ?? key} ${device.ipAddress ?? 'unknown'}`);
  const waitMs = loginWaitMs(await findLoginFailures(db, guessKey), clock.now());
  if (waitMs > 0) throw rateLimited(waitMs);
  await spendLogin(services, device, { key, known });
  const right = await hasher.verify(known?.passwordHash, password);
  if (!known || !right) {
    // Also for a name of nobody, so that the time of the answer does not tell.
    const failedAt = clock.now();
    await countLoginFailure(db, guessKey, failedAt, new Date(failedAt.getTime() - loginFailuresKeptMs));
    await recordSecurityEvent(db, services, { accountId: known?.id ?? null, kind: 'SIGN_IN_FAILED', now: failedAt });
    throw wrongCredentials();
  }
  if (hasher.needsRehash(known.passwordHash)) {
    await replacePasswordHash(db, known.id, known.passwordHash, await hasher.hash(password));
  }

  const now = clock.now();
  const outcome = await db.transaction(async (tx) => {
    const account = await lockAccount(tx, known.id);
    // The password may have been changed while it was compared; sessions of the old one have been ended.
    if (!account || !samePassword(account, known)) throw wrongCredentials();
    await deleteLoginFailures(tx, guessKey);
    return passFirstFactor(tx, services, { account, device, now });
  });
  return finishLogin(services, outcome);
}

function samePassword(a: AccountRow, b: AccountRow): boolean {
  return a.passwordChangedAt.getTime() === b.passwordChangedAt.getTime();
}

/**
 * Guesses from many addresses are bounded for the account as a whole. That would let anybody lock the owner out, so an
 * address from which the account has signed in is bound by its own limits alone.
 */
async function spendLogin(
  { db, rateLimiter, limits }: AuthServices,
  device: Device,
  { key, known }: { key: string; known: AccountRow | undefined },
): Promise<void> {
  const address = device.ipAddress ?? 'unknown';
  const account = known?.id ?? key;
  await spend(rateLimiter, [
    { limit: limits.loginPerAccountAndAddress, key: `${account} ${address}` },
    { limit: limits.loginPerAddress, key: address },
  ]);
  try {
    await spend(rateLimiter, [{ limit: limits.loginPerAccount, key: account }]);
  } catch (error) {
    const usual = known && device.ipAddress !== null && (await hasSessionFrom(db, known.id, device.ipAddress));
    if (!usual) throw error;
  }
}
