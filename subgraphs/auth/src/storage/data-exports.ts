import { and, asc, desc, eq, gt, inArray, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { DataDomain } from '../domain/data-domains.js';
import { dataExportParts, dataExports } from './tables.js';

export type DataExportRow = typeof dataExports.$inferSelect;
export type DataExportPart = typeof dataExportParts.$inferSelect;

export async function insertExport(
  db: Db,
  row: typeof dataExports.$inferInsert,
  domains: readonly DataDomain[],
): Promise<void> {
  await db.insert(dataExports).values(row);
  await db.insert(dataExportParts).values(domains.map((domain) => ({ exportId: row.id, domain })));
}

/** Exports of an account, the newest first. */
export async function findExportsOf(db: Db, accountId: string, rowsMax: number): Promise<DataExportRow[]> {
  return db
    .select()
    .from(dataExports)
    .where(eq(dataExports.accountId, accountId))
    .orderBy(desc(dataExports.id))
    .limit(rowsMax);
}

export async function findExport(db: Db, id: string, accountId: string): Promise<DataExportRow | undefined> {
  const [row] = await db
    .select()
    .from(dataExports)
    .where(and(eq(dataExports.id, id), eq(dataExports.accountId, accountId)));
  return row;
}

export async function findParts(db: Db, exportId: string): Promise<DataExportPart[]> {
  return db
    .select()
    .from(dataExportParts)
    .where(eq(dataExportParts.exportId, exportId))
    .orderBy(asc(dataExportParts.domain));
}

/**
 * Notes the part of a domain. Parts and the end of an export take turns, so that one or the other sees to the files.
 *
 * @returns false when the export is not being gathered any more, or is gone.
 */
export async function putPart(
  tx: Db,
  part: { exportId: string; domain: DataDomain; manifestKey: string },
): Promise<boolean> {
  const [waiting] = await tx
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(eq(dataExports.id, part.exportId), isWaiting()))
    .for('update');
  if (!waiting) return false;
  await tx
    .update(dataExportParts)
    .set({ manifestKey: part.manifestKey })
    .where(and(eq(dataExportParts.exportId, part.exportId), eq(dataExportParts.domain, part.domain)));
  return true;
}

const isWaiting = () => eq(dataExports.state, 'GATHERING');
const missingParts = (db: Db) =>
  db
    .select({ one: sql`1` })
    .from(dataExportParts)
    .where(and(eq(dataExportParts.exportId, dataExports.id), isNull(dataExportParts.manifestKey)));

/** Takes an export of which all parts are there in time, for as long as the lease lasts. */
export async function claimWholeExport(db: Db, now: Date, leaseMs: number): Promise<DataExportRow | undefined> {
  const due = db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(
      and(
        isWaiting(),
        lte(dataExports.nextAttemptAt, now),
        gt(dataExports.expiresAt, now),
        notExists(missingParts(db)),
      ),
    )
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(dataExports)
    .set({ nextAttemptAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(dataExports.id, due))
    .returning();
  return row;
}

/** Takes an export that lacks parts and whose turn it is to be asked for again. */
export async function claimLateExport(db: Db, now: Date, leaseMs: number): Promise<DataExportRow | undefined> {
  const due = db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(isWaiting(), lte(dataExports.nextAskAt, now)))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(dataExports)
    .set({ asked: sql`${dataExports.asked} + 1`, nextAskAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(dataExports.id, due))
    .returning();
  return row;
}

/** Takes a finished export of which its owner was not told. */
export async function claimUntoldExport(db: Db, now: Date, leaseMs: number): Promise<DataExportRow | undefined> {
  const due = db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(eq(dataExports.state, 'READY'), isNull(dataExports.toldAt), lte(dataExports.nextAttemptAt, now)))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(dataExports)
    .set({ nextAttemptAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(dataExports.id, due))
    .returning();
  return row;
}

/** Changes an export. @returns false when it is not in this state any more, or gone; it stays as it is then. */
export async function updateExport(
  db: Db,
  { id, state }: Pick<DataExportRow, 'id' | 'state'>,
  change: Partial<DataExportRow>,
): Promise<boolean> {
  const changed = await db
    .update(dataExports)
    .set(change)
    .where(and(eq(dataExports.id, id), eq(dataExports.state, state)))
    .returning({ id: dataExports.id });
  return changed.length > 0;
}

/** Exports whose files are to go: fetched long enough, or given up. One that is being put together is let be. */
export async function findOverdueExports(db: Db, now: Date, rowsMax: number): Promise<DataExportRow[]> {
  return db
    .select()
    .from(dataExports)
    .where(
      and(
        lte(dataExports.expiresAt, now),
        or(eq(dataExports.state, 'READY'), and(isWaiting(), lte(dataExports.nextAttemptAt, now))),
      ),
    )
    .limit(rowsMax);
}
