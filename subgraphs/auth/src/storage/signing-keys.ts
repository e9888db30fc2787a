import { asc, inArray, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { signingKeys } from './tables.js';

export type SigningKeyRow = typeof signingKeys.$inferSelect;

export async function findSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  return db.select().from(signingKeys).orderBy(asc(signingKeys.activeFrom));
}

export async function insertSigningKey(db: Db, key: typeof signingKeys.$inferInsert): Promise<void> {
  await db.insert(signingKeys).values(key);
}

export async function deleteSigningKeys(db: Db, kids: readonly string[]): Promise<void> {
  if (kids.length > 0) await db.delete(signingKeys).where(inArray(signingKeys.kid, [...kids]));
}

/** Replicas that start or rotate at the same time take turns, until the transaction ends. */
export async function lockSigningKeys(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('ruzlet.auth.signing_keys'))`);
}
