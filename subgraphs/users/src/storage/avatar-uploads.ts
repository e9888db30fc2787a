import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { avatarUploads } from './tables.js';

export type AvatarUpload = typeof avatarUploads.$inferSelect;

export async function insertUpload(db: Db, upload: AvatarUpload): Promise<void> {
  await db.insert(avatarUploads).values(upload);
}

/** Requests of one user take turns until the transaction ends, so that their number stays within its limit. */
export async function lockUploadsOf(db: Db, userId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avatar-uploads:${userId}`}, 0))`);
}

/** Uploads of a user that can still be confirmed, those that end first at the front. */
export async function findOpenUploads(db: Db, userId: string, now: Date): Promise<AvatarUpload[]> {
  return db
    .select()
    .from(avatarUploads)
    .where(and(eq(avatarUploads.userId, userId), gt(avatarUploads.expiresAt, now)))
    .orderBy(asc(avatarUploads.expiresAt));
}

export async function findUpload(db: Db, id: string, userId: string): Promise<AvatarUpload | undefined> {
  const [row] = await db
    .select()
    .from(avatarUploads)
    .where(and(eq(avatarUploads.id, id), eq(avatarUploads.userId, userId)));
  return row;
}

export async function findExpiredUploads(db: Db, before: Date, rowsMax: number): Promise<AvatarUpload[]> {
  return db
    .select()
    .from(avatarUploads)
    .where(lte(avatarUploads.expiresAt, before))
    .orderBy(asc(avatarUploads.expiresAt))
    .limit(rowsMax);
}

export async function deleteUploads(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.delete(avatarUploads).where(inArray(avatarUploads.id, [...ids]));
}

export async function findUploadsOf(db: Db, userId: string): Promise<AvatarUpload[]> {
  return db.select().from(avatarUploads).where(eq(avatarUploads.userId, userId));
}
