import { eq, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { loginFailures } from './tables.js';

export type LoginFailuresRow = typeof loginFailures.$inferSelect;

export async function findLoginFailures(db: Db, key: Buffer): Promise<LoginFailuresRow | undefined> {
  const [row] = await db.select().from(loginFailures).where(eq(loginFailures.key, key));
  return row;
}

/** Counts one more; begins anew when the last one was at or before `forgottenBefore`. */
export async function countLoginFailure(db: Db, key: Buffer, now: Date, forgottenBefore: Date): Promise<void> {
  const forgotten = sql`${loginFailures.lastAt} <= ${forgottenBefore.toISOString()}::timestamptz`;
  await db
    .insert(loginFailures)
    .values({ key, failures: 1, lastAt: now })
    .onConflictDoUpdate({
      target: loginFailures.key,
      set: { failures: sql`case when ${forgotten} then 1 else ${loginFailures.failures} + 1 end`, lastAt: now },
    });
}

export async function deleteLoginFailures(db: Db, key: Buffer): Promise<void> {
  await db.delete(loginFailures).where(eq(loginFailures.key, key));
}

export async function deleteLoginFailuresBefore(db: Db, before: Date): Promise<void> {
  await db.delete(loginFailures).where(lte(loginFailures.lastAt, before));
}
