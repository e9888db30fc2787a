import { and, asc, count, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { identities, oidcRequests, oidcTickets } from './tables.js';

export type IdentityRow = typeof identities.$inferSelect;
export type OidcRequestRow = typeof oidcRequests.$inferSelect;
export type OidcTicketRow = typeof oidcTickets.$inferSelect;

/** Identities that one account may have linked (count). */
export const identitiesPerAccountMax = 20;

/** The identities of an account, the oldest first. */
export async function findIdentities(db: Db, accountId: string): Promise<IdentityRow[]> {
  return db
    .select()
    .from(identities)
    .where(eq(identities.accountId, accountId))
    .orderBy(asc(identities.createdAt), asc(identities.id))
    .limit(identitiesPerAccountMax);
}

export async function findIdentity(db: Db, issuer: string, subject: string): Promise<IdentityRow | undefined> {
  const [row] = await db
    .select()
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return row;
}

export async function countIdentities(db: Db, accountId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(identities).where(eq(identities.accountId, accountId));
  return row?.count ?? 0;
}

/** True when it was linked; false when somebody has linked it already. */
export async function insertIdentity(db: Db, identity: typeof identities.$inferInsert): Promise<boolean> {
  const rows = await db.insert(identities).values(identity).onConflictDoNothing().returning({ id: identities.id });
  return rows.length > 0;
}

export async function touchIdentity(db: Db, id: string, email: string | null, now: Date): Promise<void> {
  await db
    .update(identities)
    .set({ lastUsedAt: now, ...(email !== null && { email }) })
    .where(eq(identities.id, id));
}

/** Unlinks one identity of an account, and gives its provider. */
export async function deleteIdentity(db: Db, id: string, accountId: string): Promise<string | undefined> {
  const [row] = await db
    .delete(identities)
    .where(and(eq(identities.id, id), eq(identities.accountId, accountId)))
    .returning({ provider: identities.provider });
  return row?.provider;
}

export async function deleteIdentities(db: Db, accountId: string): Promise<void> {
  await db.delete(identities).where(eq(identities.accountId, accountId));
}

export async function insertOidcRequest(db: Db, request: OidcRequestRow): Promise<void> {
  await db.insert(oidcRequests).values(request);
}

/** Takes a request out: a `state` that comes again is unknown. */
export async function takeOidcRequest(db: Db, stateHash: Buffer, now: Date): Promise<OidcRequestRow | undefined> {
  const [row] = await db
    .delete(oidcRequests)
    .where(and(eq(oidcRequests.stateHash, stateHash), gt(oidcRequests.expiresAt, now)))
    .returning();
  return row;
}

export async function insertOidcTicket(db: Db, ticket: OidcTicketRow): Promise<void> {
  await db.insert(oidcTickets).values(ticket);
}

/** Takes a ticket out: it is redeemed once, rightly or wrongly. */
export async function takeOidcTicket(db: Db, hash: Buffer, now: Date): Promise<OidcTicketRow | undefined> {
  const [row] = await db
    .delete(oidcTickets)
    .where(and(eq(oidcTickets.hash, hash), gt(oidcTickets.expiresAt, now)))
    .returning();
  return row;
}

export async function deleteOidcExpiredBefore(db: Db, before: Date): Promise<void> {
  await db.delete(oidcRequests).where(lte(oidcRequests.expiresAt, before));
  await db.delete(oidcTickets).where(lte(oidcTickets.expiresAt, before));
}
