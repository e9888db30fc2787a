import { and, arrayContains, count, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { SubjectColumn, Tally } from '@ruzlet/platform/subject-data/subject-rows';
import type { Role } from '../domain/roles.js';
import { accounts, retiredUsernames } from './tables.js';

export type AccountRow = typeof accounts.$inferSelect;

/** True when the account was inserted; false when its address or username is taken. */
export async function insertAccount(db: Db, account: typeof accounts.$inferInsert): Promise<boolean> {
  const inserted = await db.insert(accounts).values(account).onConflictDoNothing().returning({ id: accounts.id });
  return inserted.length > 0;
}

export async function findAccountsByIds(db: Db, ids: readonly string[]): Promise<AccountRow[]> {
  return db
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
}

export async function findAccountByEmailKey(db: Db, key: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.emailKey, key));
  return row;
}

export async function findAccountByUsernameKey(db: Db, key: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.usernameKey, key));
  return row;
}

/** Those of the keys under which somebody has a username, or for whom it is still kept. */
export async function findTakenUsernameKeys(db: Db, keys: readonly string[], now: Date): Promise<Set<string>> {
  const { usernameKey: retiredKey, reservedUntil } = retiredUsernames;
  const rows = await db
    .select({ key: accounts.usernameKey })
    .from(accounts)
    .where(inArray(accounts.usernameKey, [...keys]))
    .union(
      db
        .select({ key: retiredKey })
        .from(retiredUsernames)
        .where(and(inArray(retiredKey, [...keys]), gt(reservedUntil, now))),
    );
  return new Set(rows.map(({ key }) => key));
}

/** The account, locked until the transaction ends: what is decided from it stays true. */
export async function lockAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id)).for('update');
  return row;
}

export async function updatePassword(db: Db, id: string, passwordHash: string, changedAt: Date): Promise<void> {
  await db.update(accounts).set({ passwordHash, passwordChangedAt: changedAt }).where(eq(accounts.id, id));
}

/** Notes that the address is theirs, if it was not noted before. */
export async function markEmailVerified(db: Db, id: string, now: Date): Promise<AccountRow | undefined> {
  const [row] = await db
    .update(accounts)
    .set({ emailVerifiedAt: sql`coalesce(${accounts.emailVerifiedAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(accounts.id, id))
    .returning();
  return row;
}

/** Replaces a hash by one of the same password; nothing happens when the password was changed meanwhile. */
export async function replacePasswordHash(db: Db, id: string, before: string, after: string): Promise<void> {
  await db
    .update(accounts)
    .set({ passwordHash: after })
    .where(and(eq(accounts.id, id), eq(accounts.passwordHash, before)));
}

export async function updateRoles(db: Db, id: string, roles: Role[]): Promise<AccountRow | undefined> {
  const [row] = await db.update(accounts).set({ roles }).where(eq(accounts.id, id)).returning();
  return row;
}

/** How many accounts other than `exceptId` are administrators. */
export async function countOtherAdministrators(db: Db, exceptId: string | null): Promise<number> {
  const administrator = arrayContains(accounts.roles, ['ADMIN']);
  const [row] = await db
    .select({ count: count() })
    .from(accounts)
    .where(exceptId === null ? administrator : and(administrator, ne(accounts.id, exceptId)));
  return row?.count ?? 0;
}

/** Changes of the set of administrators take turns until the transaction ends. */
export async function lockAdministrators(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('ruzlet.auth.administrators'))`);
}

/** Copies what the users subgraph said of somebody; unknown accounts are passed over. */
export async function updateClaims(
  db: Db,
  id: string,
  claims: Partial<Pick<AccountRow, 'displayName' | 'locale' | 'timeZone'>>,
): Promise<void> {
  await db.update(accounts).set(claims).where(eq(accounts.id, id));
}

/** Deletes an account, and with it every row that belongs to it. */
export async function deleteAccountRow(db: Db, id: string): Promise<void> {
  await db.delete(accounts).where(eq(accounts.id, id));
}

/** How many rows of an account are in which table, itself included. */
export async function countAccountRows(db: Db, columns: readonly SubjectColumn[], id: string): Promise<Tally[]> {
  const tallies: Tally[] = [{ kind: 'accounts', count: 1 }];
  for (const { table, column } of columns) {
    const rows = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}`,
    );
    const rowCount = rows[0]?.count ?? 0;
    if (rowCount > 0) tallies.push({ kind: table, count: rowCount });
  }
  return tallies;
}
