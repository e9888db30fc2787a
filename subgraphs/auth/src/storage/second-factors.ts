import { and, count, eq, gt, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { mfaChallenges, recoveryCodes, totpFactors } from './tables.js';

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

/** Removes the factor and what recovers it. */
export async function deleteSecondFactors(db: Db, accountId: string): Promise<void> {
  await db.delete(totpFactors).where(eq(totpFactors.accountId, accountId));
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

/** Accounts with a confirmed factor, and how many recovery codes each has left. */
export async function findMfaStates(
  db: Db,
  accountIds: readonly string[],
): Promise<{ accountId: string; recoveryCodesLeft: number }[]> {
  return db
    .select({ accountId: totpFactors.accountId, recoveryCodesLeft: count(recoveryCodes.hash) })
    .from(totpFactors)
    .leftJoin(recoveryCodes, and(eq(recoveryCodes.accountId, totpFactors.accountId), isNull(recoveryCodes.usedAt)))
    .where(and(inArray(totpFactors.accountId, [...accountIds]), isNotNull(totpFactors.confirmedAt)))
    .groupBy(totpFactors.accountId);
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
    .where(
      and(
        eq(mfaChallenges.id, id),
        isNull(mfaChallenges.completedAt),
        lt(mfaChallenges.attempts, attemptsMax),
        gt(mfaChallenges.expiresAt, now),
      ),
    )
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
