import { and, count, eq, gt, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { mfaChallenges, passkeys, recoveryCodes, totpFactors } from './tables.js';

export type TotpFactorRow = typeof totpFactors.$inferSelect;
export type MfaChallengeRow = typeof mfaChallenges.$inferSelect;

/** Puts a new secret in place of one that was not confirmed; false when the account has a confirmed one. */
export async function putPendingTotpFactor(
  db: Db,
  factor: { accountId: string; sealedSecret: Buffer; createdAt: Date },
): Promise<boolean> {
  const { sealedSecret, createdAt } = factor;
  const put = await db
    .insert(totpFactors)
    .values(factor)
    .onConflictDoUpdate({
      target: totpFactors.accountId,
      set: { sealedSecret, createdAt, lastStep: 0 },
      setWhere: isNull(totpFactors.confirmedAt),
    })
    .returning({ accountId: totpFactors.accountId });
  return put.length > 0;
}

/** The factor, locked until the transaction ends. */
export async function lockTotpFactor(db: Db, accountId: string): Promise<TotpFactorRow | undefined> {
  const [row] = await db.select().from(totpFactors).where(eq(totpFactors.accountId, accountId)).for('update');
  return row;
}

export async function confirmTotpFactor(db: Db, accountId: string, confirmedAt: Date): Promise<void> {
  await db.update(totpFactors).set({ confirmedAt }).where(eq(totpFactors.accountId, accountId));
}

/** True when the code of this time step is taken now; false when it, or a later one, was taken before. */
export async function takeTotpStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const taken = await db
    .update(totpFactors)
    .set({ lastStep: step })
    .where(and(eq(totpFactors.accountId, accountId), lt(totpFactors.lastStep, step)))
    .returning({ accountId: totpFactors.accountId });
  return taken.length > 0;
}

export async function deleteTotpFactor(db: Db, accountId: string): Promise<void> {
  await db.delete(totpFactors).where(eq(totpFactors.accountId, accountId));
}

export async function deleteRecoveryCodes(db: Db, accountId: string): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
}

export async function replaceRecoveryCodes(db: Db, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await db.insert(recoveryCodes).values(hashes.map((hash) => ({ accountId, hash })));
}

/** True when the code existed and had not been used. */
export async function takeRecoveryCode(db: Db, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const taken = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)))
    .returning({ accountId: recoveryCodes.accountId });
  return taken.length > 0;
}

/** The second factors of an account. */
export interface MfaState {
  accountId: string;
  totp: boolean;
  /** How many (count). */
  passkeys: number;
  /** How many have not been used (count). */
  recoveryCodesLeft: number;
}

/** States of those accounts that have a second factor: a confirmed TOTP secret, or a passkey. */
export async function findMfaStates(db: Db, accountIds: readonly string[]): Promise<MfaState[]> {
  const ids = [...accountIds];
  const withTotp = await db
    .select({ accountId: totpFactors.accountId })
    .from(totpFactors)
    .where(and(inArray(totpFactors.accountId, ids), isNotNull(totpFactors.confirmedAt)));
  const withPasskeys = await db
    .select({ accountId: passkeys.accountId, count: count() })
    .from(passkeys)
    .where(inArray(passkeys.accountId, ids))
    .groupBy(passkeys.accountId);
  const totp = new Set(withTotp.map(({ accountId }) => accountId));
  const passkeyCounts = new Map(withPasskeys.map((row) => [row.accountId, row.count]));
  const enabled = [...new Set([...totp, ...passkeyCounts.keys()])];
  if (enabled.length === 0) return [];
  const left = await db
    .select({ accountId: recoveryCodes.accountId, count: count() })
    .from(recoveryCodes)
    .where(and(inArray(recoveryCodes.accountId, enabled), isNull(recoveryCodes.usedAt)))
    .groupBy(recoveryCodes.accountId);
  const codeCounts = new Map(left.map((row) => [row.accountId, row.count]));
  return enabled.map((accountId) => ({
    accountId,
    totp: totp.has(accountId),
    passkeys: passkeyCounts.get(accountId) ?? 0,
    recoveryCodesLeft: codeCounts.get(accountId) ?? 0,
  }));
}

export async function insertChallenge(db: Db, challenge: typeof mfaChallenges.$inferInsert): Promise<void> {
  await db.insert(mfaChallenges).values(challenge);
}

/** Counts an answer to an open challenge and gives it; undefined when it is closed, spent or over. */
export async function spendChallengeAttempt(
  db: Db,
  id: string,
  now: Date,
  attemptsMax: number,
): Promise<MfaChallengeRow | undefined> {
  const [row] = await db
    .update(mfaChallenges)
    .set({ attempts: sql`${mfaChallenges.attempts} + 1` })
    .where(isOpen(id, now, attemptsMax))
    .returning();
  return row;
}

/** True for the one answer that completes the challenge. */
export async function completeChallenge(db: Db, id: string, now: Date): Promise<boolean> {
  const completed = await db
    .update(mfaChallenges)
    .set({ completedAt: now })
    .where(and(eq(mfaChallenges.id, id), isNull(mfaChallenges.completedAt)))
    .returning({ id: mfaChallenges.id });
  return completed.length > 0;
}

export async function deleteChallengesExpiredBefore(db: Db, before: Date): Promise<void> {
  await db.delete(mfaChallenges).where(lte(mfaChallenges.expiresAt, before));
}

/** An open challenge, without counting an answer; undefined when it is closed, spent or over. */
export async function findOpenChallenge(
  db: Db,
  id: string,
  now: Date,
  attemptsMax: number,
): Promise<MfaChallengeRow | undefined> {
  const [row] = await db
    .select()
    .from(mfaChallenges)
    .where(isOpen(id, now, attemptsMax));
  return row;
}

function isOpen(id: string, now: Date, attemptsMax: number) {
  return and(
    eq(mfaChallenges.id, id),
    isNull(mfaChallenges.completedAt),
    lt(mfaChallenges.attempts, attemptsMax),
    gt(mfaChallenges.expiresAt, now),
  );
}
