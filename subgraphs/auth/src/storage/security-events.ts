import { and, desc, eq, lt, lte } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { securityEvents } from './tables.js';

export type SecurityEventRow = typeof securityEvents.$inferSelect;

export async function insertSecurityEvent(db: Db, event: typeof securityEvents.$inferInsert): Promise<void> {
  await db.insert(securityEvents).values(event);
}

/** Events of an account before one of them, the newest first. */
export async function findSecurityEvents(
  db: Db,
  accountId: string,
  { beforeId, rowsMax }: { beforeId: string | null; rowsMax: number },
): Promise<SecurityEventRow[]> {
  return db
    .select()
    .from(securityEvents)
    .where(
      and(eq(securityEvents.accountId, accountId), beforeId === null ? undefined : lt(securityEvents.id, beforeId)),
    )
    .orderBy(desc(securityEvents.id))
    .limit(rowsMax);
}

export async function deleteSecurityEventsBefore(db: Db, before: Date): Promise<void> {
  await db.delete(securityEvents).where(lte(securityEvents.at, before));
}
