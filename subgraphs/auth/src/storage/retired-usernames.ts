import { and, eq, gt, lte, ne } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { accounts, retiredUsernames } from './tables.js';

/** Keeps a name for who had it. */
export async function putRetiredUsername(db: Db, row: typeof retiredUsernames.$inferInsert): Promise<void> {
  await db.insert(retiredUsernames).values(row).onConflictDoUpdate({ target: retiredUsernames.usernameKey, set: row });
}

/** True when the name is kept for somebody else. */
export async function isUsernameRetired(db: Db, key: string, now: Date, exceptId: string | null): Promise<boolean> {
  const [row] = await db
    .select({ accountId: retiredUsernames.accountId })
    .from(retiredUsernames)
    .where(
      and(
        eq(retiredUsernames.usernameKey, key),
        gt(retiredUsernames.reservedUntil, now),
        exceptId === null ? undefined : ne(retiredUsernames.accountId, exceptId),
      ),
    );
  return row !== undefined;
}

/** The owner has taken the name back. */
export async function deleteRetiredUsername(db: Db, key: string): Promise<void> {
  await db.delete(retiredUsernames).where(eq(retiredUsernames.usernameKey, key));
}

export async function deleteRetiredUsernamesBefore(db: Db, before: Date): Promise<void> {
  await db.delete(retiredUsernames).where(lte(retiredUsernames.reservedUntil, before));
}

export async function renameAccount(db: Db, id: string, username: string, usernameKey: string): Promise<void> {
  await db.update(accounts).set({ username, usernameKey }).where(eq(accounts.id, id));
}
