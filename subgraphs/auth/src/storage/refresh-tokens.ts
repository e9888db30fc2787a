import { and, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { refreshTokens } from './tables.js';

export type RefreshTokenRow = typeof refreshTokens.$inferSelect;

export async function insertRefreshToken(db: Db, token: typeof refreshTokens.$inferInsert): Promise<void> {
  await db.insert(refreshTokens).values(token);
}

export async function findRefreshToken(db: Db, hash: Buffer): Promise<RefreshTokenRow | undefined> {
  const [row] = await db.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
  return row;
}

/** True when a token that this one was exchanged for has been exchanged itself. */
export async function isSuccessorUsed(db: Db, hash: Buffer): Promise<boolean> {
  const rows = await db
    .select({ hash: refreshTokens.hash })
    .from(refreshTokens)
    .where(and(eq(refreshTokens.parentHash, hash), isNotNull(refreshTokens.usedAt)))
    .limit(1);
  return rows.length > 0;
}

export async function markTokenUsed(db: Db, hash: Buffer, usedAt: Date): Promise<void> {
  await db.update(refreshTokens).set({ usedAt }).where(eq(refreshTokens.hash, hash));
}

export async function countGraceUse(db: Db, hash: Buffer): Promise<void> {
  await db
    .update(refreshTokens)
    .set({ graceUses: sql`${refreshTokens.graceUses} + 1` })
    .where(eq(refreshTokens.hash, hash));
}

/** Forgets tokens that expired before a time: seen again, they are unknown rather than reused. */
export async function deleteTokensExpiredBefore(db: Db, before: Date): Promise<void> {
  await db.delete(refreshTokens).where(lte(refreshTokens.expiresAt, before));
}
