import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, ne } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { sessions } from './tables.js';

export type SessionRow = typeof sessions.$inferSelect;
export type SessionEndReason = NonNullable<SessionRow['endReason']>;

/** Sessions that a list shows at most (count). */
const listedSessionsMax = 100;

export async function insertSession(db: Db, session: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(session);
}

/** The session, locked until the transaction ends, so that refreshes of one session take turns. */
export async function lockSession(db: Db, id: string): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id)).for('update');
  return row;
}

export async function findSession(db: Db, id: string): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row;
}

/** True when the account has signed in from this address, as far back as sessions are kept. */
export async function hasSessionFrom(db: Db, accountId: string, ipAddress: string): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.ipAddress, ipAddress)))
    .limit(1);
  return rows.length > 0;
}

/** True while the session is signed in. */
export async function isSessionLive(db: Db, id: string, accountId: string, now: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, id),
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
      ),
    );
  return row !== undefined;
}

/** Signed-in sessions of an account, the one used last first. */
export async function findLiveSessions(db: Db, accountId: string, now: Date): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(listedSessionsMax);
}

export async function touchSession(
  db: Db,
  id: string,
  seen: Pick<SessionRow, 'lastSeenAt' | 'expiresAt' | 'userAgent' | 'ipAddress'>,
): Promise<void> {
  await db.update(sessions).set(seen).where(eq(sessions.id, id));
}

export interface EndedSession {
  id: string;
  accountId: string;
}

/** Ends one session of an account, if it is live. */
export async function endSession(
  db: Db,
  { id, accountId }: EndedSession,
  reason: SessionEndReason,
  now: Date,
): Promise<EndedSession[]> {
  return db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(eq(sessions.id, id), eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id, accountId: sessions.accountId });
}

/** Ends every live session of an account, but for the one that is excepted. */
export async function endOtherSessions(
  db: Db,
  accountId: string,
  exceptId: string | null,
  now: Date,
): Promise<EndedSession[]> {
  return db
    .update(sessions)
    .set({ endedAt: now, endReason: 'REVOKED' })
    .where(
      and(
        eq(sessions.accountId, accountId),
        exceptId === null ? undefined : ne(sessions.id, exceptId),
        isNull(sessions.endedAt),
      ),
    )
    .returning({ id: sessions.id, accountId: sessions.accountId });
}

/** Ends sessions that were not used in time, `rowsMax` at most; those that somebody else ends right now are left. */
export async function endExpiredSessions(db: Db, now: Date, rowsMax: number): Promise<EndedSession[]> {
  const expired = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(isNull(sessions.endedAt), lte(sessions.expiresAt, now)))
    .orderBy(asc(sessions.expiresAt))
    .limit(rowsMax)
    .for('update', { skipLocked: true });
  return db
    .update(sessions)
    .set({ endedAt: now, endReason: 'EXPIRED' })
    .where(inArray(sessions.id, expired))
    .returning({ id: sessions.id, accountId: sessions.accountId });
}

/** Ids of sessions that ended at or after a time, the latest first. */
export async function findSessionsEndedSince(db: Db, since: Date, rowsMax: number): Promise<string[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(gte(sessions.endedAt, since))
    .orderBy(desc(sessions.endedAt))
    .limit(rowsMax);
  return rows.map(({ id }) => id);
}

/** Forgets sessions that ended before a time, with their tokens. */
export async function deleteSessionsEndedBefore(db: Db, before: Date): Promise<void> {
  await db.delete(sessions).where(lte(sessions.endedAt, before));
}

/** Ids of every session of an account that is remembered. */
export async function findSessionIds(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.accountId, accountId));
  return rows.map(({ id }) => id);
}
