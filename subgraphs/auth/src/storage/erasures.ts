import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { endedAccess, erasureParts, erasures } from './tables.js';

export type ErasureRow = typeof erasures.$inferSelect;
export type ErasurePart = typeof erasureParts.$inferSelect;

/** False when the receipt is there already. */
export async function insertErasure(db: Db, row: typeof erasures.$inferInsert): Promise<boolean> {
  const inserted = await db.insert(erasures).values(row).onConflictDoNothing().returning({ id: erasures.receiptId });
  return inserted.length > 0;
}

export async function findErasure(db: Db, receiptId: string): Promise<ErasureRow | undefined> {
  const [row] = await db.select().from(erasures).where(eq(erasures.receiptId, receiptId));
  return row;
}

export async function lockErasure(db: Db, receiptId: string): Promise<ErasureRow | undefined> {
  const [row] = await db.select().from(erasures).where(eq(erasures.receiptId, receiptId)).for('update');
  return row;
}

export async function findErasureParts(db: Db, receiptId: string): Promise<ErasurePart[]> {
  return db
    .select()
    .from(erasureParts)
    .where(eq(erasureParts.receiptId, receiptId))
    .orderBy(asc(erasureParts.domain), asc(erasureParts.round));
}

/** Notes what a domain reports; a second report of the same round changes nothing. */
export async function putErasurePart(db: Db, part: ErasurePart): Promise<void> {
  await db.insert(erasureParts).values(part).onConflictDoNothing();
}

/** Takes an erasure whose turn it is: to be asked for again, to be looked over, or to be told of. */
export async function claimErasure(db: Db, now: Date, leaseMs: number): Promise<ErasureRow | undefined> {
  const due = db
    .select({ id: erasures.receiptId })
    .from(erasures)
    .where(and(isNull(erasures.finishedAt), isNotNull(erasures.sealedSubject), lte(erasures.nextLookAt, now)))
    .orderBy(asc(erasures.nextLookAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(erasures)
    .set({ nextLookAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(erasures.receiptId, due))
    .returning();
  return row;
}

export async function updateErasure(db: Db, receiptId: string, change: Partial<ErasureRow>): Promise<void> {
  await db.update(erasures).set(change).where(eq(erasures.receiptId, receiptId));
}

/** Sessions and API keys of a deleted account: their tokens must not work on. */
export async function insertEndedAccess(db: Db, ids: readonly string[], endedAt: Date): Promise<void> {
  if (ids.length > 0)
    await db
      .insert(endedAccess)
      .values(ids.map((id) => ({ id, endedAt })))
      .onConflictDoNothing();
}

export async function findEndedAccessSince(db: Db, since: Date, rowsMax: number): Promise<string[]> {
  const rows = await db
    .select({ id: endedAccess.id })
    .from(endedAccess)
    .where(sql`${endedAccess.endedAt} >= ${since.toISOString()}::timestamptz`)
    .limit(rowsMax);
  return rows.map(({ id }) => id);
}

export async function deleteEndedAccessBefore(db: Db, before: Date): Promise<void> {
  await db.delete(endedAccess).where(lte(endedAccess.endedAt, before));
}
