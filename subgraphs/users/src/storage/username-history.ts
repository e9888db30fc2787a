import { desc, eq } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { profiles, usernameHistory } from './tables.js';
import type { ProfileRow } from './profiles.js';

export type PreviousUsername = Pick<typeof usernameHistory.$inferSelect, 'username' | 'until'>;

export async function insertPreviousUsername(db: Db, row: typeof usernameHistory.$inferInsert): Promise<void> {
  await db.insert(usernameHistory).values(row).onConflictDoNothing();
}

/** Names that a user had, the latest first. */
export async function findPreviousUsernames(db: Db, userId: string, rowsMax: number): Promise<PreviousUsername[]> {
  return db
    .select({ username: usernameHistory.username, until: usernameHistory.until })
    .from(usernameHistory)
    .where(eq(usernameHistory.userId, userId))
    .orderBy(desc(usernameHistory.until))
    .limit(rowsMax);
}

/** Who had a name last. */
export async function findProfileByPreviousKey(db: Db, key: string): Promise<ProfileRow | undefined> {
  const [row] = await db
    .select({ profile: profiles })
    .from(usernameHistory)
    .innerJoin(profiles, eq(profiles.id, usernameHistory.userId))
    .where(eq(usernameHistory.usernameKey, key))
    .orderBy(desc(usernameHistory.until))
    .limit(1);
  return row?.profile;
}
