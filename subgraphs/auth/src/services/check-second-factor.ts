import type { Db } from '@ruzlet/platform/postgres/database';
import { matchTotp } from '../domain/totp.js';
import { lockTotpFactor, takeRecoveryCode, takeTotpStep } from '../storage/second-factors.js';
import type { AuthServices } from './auth-services.js';
import { hashRecoveryCode } from './recovery-codes.js';

/** Characters of a code that are looked at at most; anything longer is wrong. */
export const mfaCodeCharactersMax = 64;

/** True when the code is right, and takes it: neither a TOTP code nor a recovery code works twice. */
export async function checkSecondFactor(
  tx: Db,
  { totpBox }: Pick<AuthServices, 'totpBox'>,
  { accountId, code, now }: { accountId: string; code: string; now: Date },
): Promise<boolean> {
  if (code.length > mfaCodeCharactersMax) return false;
  const factor = await lockTotpFactor(tx, accountId);
  if (factor?.confirmedAt) {
    const step = matchTotp(totpBox.open(factor.sealedSecret, accountId), code, now);
    if (step !== undefined) return takeTotpStep(tx, accountId, step);
  }
  // There are some only while the account has a second factor of any kind.
  return takeRecoveryCode(tx, accountId, hashRecoveryCode(accountId, code), now);
}
