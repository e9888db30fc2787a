import { and, asc, count, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { passkeyCeremonies, passkeys } from './tables.js';

export type PasskeyRow = typeof passkeys.$inferSelect;
export type CeremonyRow = typeof passkeyCeremonies.$inferSelect;

/** Passkeys that one account may have (count). */
export const passkeysPerAccountMax = 50;

/** The passkeys of an account, the oldest first. */
export async function findPasskeys(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(passkeysPerAccountMax);
}

export async function findPasskeyByCredential(db: Db, credentialId: string): Promise<PasskeyRow | undefined> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row;
}

export async function countPasskeys(db: Db, accountId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(passkeys).where(eq(passkeys.accountId, accountId));
  return row?.count ?? 0;
}

/** The passkey as it was inserted; undefined when its credential is registered already. */
export async function insertPasskey(db: Db, passkey: typeof passkeys.$inferInsert): Promise<PasskeyRow | undefined> {
  const [row] = await db.insert(passkeys).values(passkey).onConflictDoNothing().returning();
  return row;
}

/**
 * Notes a use; false when the count is no longer what it was when the passkey was read: of two answers with the same
 * count, one is right and the other comes from a copy.
 */
export async function usePasskey(
  db: Db,
  passkey: PasskeyRow,
  used: { counter: number; backedUp: boolean; now: Date },
): Promise<boolean> {
  const { counter, backedUp, now } = used;
  const rows = await db
    .update(passkeys)
    .set({ counter, backedUp, lastUsedAt: now })
    .where(and(eq(passkeys.id, passkey.id), eq(passkeys.counter, passkey.counter)))
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

/** Removes one passkey of an account, and gives its name. */
export async function deletePasskey(db: Db, id: string, accountId: string): Promise<string | undefined> {
  const [row] = await db
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ name: passkeys.name });
  return row?.name;
}

export async function renamePasskeyRow(db: Db, id: string, accountId: string, name: string): Promise<boolean> {
  const rows = await db
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

export async function deletePasskeys(db: Db, accountId: string): Promise<void> {
  await db.delete(passkeys).where(eq(passkeys.accountId, accountId));
}

export async function insertCeremony(db: Db, ceremony: CeremonyRow): Promise<void> {
  await db.insert(passkeyCeremonies).values(ceremony);
}

/** Takes a ceremony out: each is answered once, rightly or wrongly. */
export async function takeCeremony(db: Db, id: string, now: Date): Promise<CeremonyRow | undefined> {
  const [row] = await db
    .delete(passkeyCeremonies)
    .where(and(eq(passkeyCeremonies.id, id), gt(passkeyCeremonies.expiresAt, now)))
    .returning();
  return row;
}

export async function deleteCeremoniesExpiredBefore(db: Db, before: Date): Promise<void> {
  await db.delete(passkeyCeremonies).where(lte(passkeyCeremonies.expiresAt, before));
}
