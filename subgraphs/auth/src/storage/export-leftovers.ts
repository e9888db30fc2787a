import { asc, eq, inArray, lte } from 'drizzle-orm';
import { newId } from '@ruzlet/platform/ids';
import type { Db } from '@ruzlet/platform/postgres/database';
import { exportLeftovers } from './tables.js';

export type ExportLeftover = typeof exportLeftovers.$inferSelect;

/** Notes that everything below these prefixes of keys is to be deleted, in the transaction that makes it useless. */
export async function insertLeftovers(tx: Db, prefixes: readonly string[], now: Date): Promise<void> {
  await tx.insert(exportLeftovers).values(prefixes.map((prefix) => ({ id: newId(now), prefix, nextAttemptAt: now })));
}

/** Takes files whose turn it is, for as long as the lease lasts. */
export async function claimLeftover(db: Db, now: Date, leaseMs: number): Promise<ExportLeftover | undefined> {
  const due = db
    .select({ id: exportLeftovers.id })
    .from(exportLeftovers)
    .where(lte(exportLeftovers.nextAttemptAt, now))
    .orderBy(asc(exportLeftovers.nextAttemptAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(exportLeftovers)
    .set({ nextAttemptAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(exportLeftovers.id, due))
    .returning();
  return row;
}

export async function deleteLeftover(db: Db, id: string): Promise<void> {
  await db.delete(exportLeftovers).where(eq(exportLeftovers.id, id));
}
