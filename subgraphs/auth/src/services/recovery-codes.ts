import { randomInt } from 'node:crypto';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { conflict, unauthenticated } from '@ruzlet/platform/errors';
import type { Db } from '@ruzlet/platform/postgres/database';
import { lockAccount } from '../storage/accounts.js';
import { deleteRecoveryCodes, findMfaStates, replaceRecoveryCodes } from '../storage/second-factors.js';
import type { AuthServices } from './auth-services.js';
import { requireRecentSignIn } from './recent-sign-in.js';
import { hashSecret } from './refresh-token.js';
import { recordSecurityEvent } from './security-events.js';

/** Codes of one set (count). */
const recoveryCodesCount = 10;
const groupsCount = 4;
const groupCharacters = 4;
/** Crockford's Base32: no letters that are taken for digits. 16 characters make 80 bits. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function newRecoveryCode(): string {
  const group = () => Array.from({ length: groupCharacters }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groupsCount }, group).join('-');
}

/** What is kept of a code. Case, blanks and dashes do not count, and letters that look like a digit are that digit. */
export function hashRecoveryCode(accountId: string, code: string): Buffer {
  const normal = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return hashSecret(`${accountId} ${normal}`);
}

/** A new set of codes, in place of any other. */
export async function makeRecoveryCodes(tx: Db, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodesCount }, newRecoveryCode);
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => hashRecoveryCode(accountId, code)),
  );
  return codes;
}

/** Without a second factor there is nothing to recover. */
export async function dropIdleRecoveryCodes(tx: Db, accountId: string): Promise<void> {
  const [mfa] = await findMfaStates(tx, [accountId]);
  if (!mfa) await deleteRecoveryCodes(tx, accountId);
}

/** New codes for the viewer. @throws AppError CONFLICT when the account has no second factor, FORBIDDEN. */
export async function renewRecoveryCodes(
  services: AuthServices,
  viewer: Viewer | null,
  password: string | null | undefined,
): Promise<{ codes: string[] }> {
  const { db, clock } = services;
  const { userId } = await requireRecentSignIn(services, viewer, password);
  return db.transaction(async (tx) => {
    if (!(await lockAccount(tx, userId))) throw unauthenticated('This account does not exist any more.');
    const [mfa] = await findMfaStates(tx, [userId]);
    if (!mfa) throw conflict('The account has no second factor: set one up first.');
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'RECOVERY_CODES_RENEWED', now: clock.now() });
    return { codes: await makeRecoveryCodes(tx, userId) };
  });
}
