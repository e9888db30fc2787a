import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm';
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

/** Notes the part of a domain; an export that is gone or done has no use for it. */
export async function putPart(
  db: Db,
  part: { exportId: string; domain: DataDomain; manifestKey: string },
): Promise<void> {
  await db
    .update(dataExportParts)
    .set({ manifestKey: part.manifestKey })
    .where(and(eq(dataExportParts.exportId, part.exportId), eq(dataExportParts.domain, part.domain)));
}

const isWaiting = () => eq(dataExports.state, 'GATHERING');
const missingParts = (db: Db) =>
  db
    .select({ one: sql`1` })
    .from(dataExportParts)
    .where(and(eq(dataExportParts.exportId, dataExports.id), isNull(dataExportParts.manifestKey)));

/** Takes an export of which all parts are there, for as long as the lease lasts. */
export async function claimWholeExport(db: Db, now: Date, leaseMs: number): Promise<DataExportRow | undefined> {
  const due = db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(isWaiting(), lte(dataExports.nextAttemptAt, now), notExists(missingParts(db))))
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

export async function updateExport(db: Db, id: string, change: Partial<DataExportRow>): Promise<void> {
  await db.update(dataExports).set(change).where(eq(dataExports.id, id));
}

/** Exports whose files are to go: fetched long enough, or given up. */
export async function findOverdueExports(db: Db, now: Date, rowsMax: number): Promise<DataExportRow[]> {
  return db
    .select()
    .from(dataExports)
    .where(
      and(
        inArray(dataExports.state, ['READY', 'GATHERING']),
        isNotNull(dataExports.expiresAt),
        lte(dataExports.expiresAt, now),
      ),
    )
    .limit(rowsMax);
}
