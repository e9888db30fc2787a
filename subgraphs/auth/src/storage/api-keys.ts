import { and, count, desc, eq, gt, gte, isNull, lte } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { apiKeys } from './tables.js';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

export async function insertApiKey(db: Db, apiKey: typeof apiKeys.$inferInsert): Promise<ApiKeyRow | undefined> {
  const [row] = await db.insert(apiKeys).values(apiKey).returning();
  return row;
}

const isLive = (now: Date) => and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now));

/** Keys of an account that work, the newest first. */
export async function findLiveApiKeys(db: Db, accountId: string, now: Date): Promise<ApiKeyRow[]> {
  return db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.accountId, accountId), isLive(now)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
}

export async function countLiveApiKeys(db: Db, accountId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(apiKeys)
    .where(and(eq(apiKeys.accountId, accountId), isLive(now)));
  return row?.count ?? 0;
}

/** The key with this hash, when it works; notes its use. */
export async function useApiKey(db: Db, hash: Buffer, now: Date): Promise<ApiKeyRow | undefined> {
  const [row] = await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.hash, hash), isLive(now)))
    .returning();
  return row;
}

/** The name of the key, when the account had it and it is revoked now. */
export async function markApiKeyRevoked(db: Db, id: string, accountId: string, now: Date): Promise<string | undefined> {
  const [revoked] = await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, id), eq(apiKeys.accountId, accountId), isLive(now)))
    .returning({ name: apiKeys.name });
  return revoked?.name;
}

/** Revokes every key of an account. */
export async function markApiKeysRevoked(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.accountId, accountId), isLive(now)));
}

export async function findApiKeysRevokedSince(db: Db, since: Date, rowsMax: number): Promise<string[]> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(gte(apiKeys.revokedAt, since))
    .orderBy(desc(apiKeys.revokedAt))
    .limit(rowsMax);
  return rows.map(({ id }) => id);
}

/** Forgets keys that stopped working before a time. */
export async function deleteApiKeysEndedBefore(db: Db, before: Date): Promise<void> {
  await db.delete(apiKeys).where(lte(apiKeys.expiresAt, before));
  await db.delete(apiKeys).where(lte(apiKeys.revokedAt, before));
}
