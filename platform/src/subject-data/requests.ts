import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '../postgres/database.js';
import { subjectRequests } from './tables.js';

export type SubjectRequest = Pick<typeof subjectRequests.$inferSelect, 'kind' | 'requestId' | 'subjectId' | 'round'>;
export type ClaimedRequest = typeof subjectRequests.$inferSelect;

/** Between attempts (milliseconds): it doubles with each. */
const retryFirstMs = 1_000;
const retryMaxMs = 5 * 60_000;
/** A request that is being worked on is not claimed by another process for so long (milliseconds). */
const leaseMs = 10 * 60_000;

/** Notes a request; one that is noted already is tried again at once. */
export async function putRequest<S extends Record<string, unknown>>(
  tx: Db<S>,
  request: SubjectRequest,
  now: Date,
): Promise<void> {
  await tx
    .insert(subjectRequests)
    .values({ ...request, nextAttemptAt: now })
    .onConflictDoNothing();
}

/** Takes a request that is due, for as long as the lease lasts. */
export async function claimRequest<S extends Record<string, unknown>>(
  db: Db<S>,
  now: Date,
): Promise<ClaimedRequest | undefined> {
  const due = db
    .select({ ctid: sql`ctid` })
    .from(subjectRequests)
    .where(lte(subjectRequests.nextAttemptAt, now))
    .orderBy(asc(subjectRequests.nextAttemptAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(subjectRequests)
    .set({ attempts: sql`${subjectRequests.attempts} + 1`, nextAttemptAt: new Date(now.getTime() + leaseMs) })
    .where(sql`ctid = (${due})`)
    .returning();
  return row;
}

/** Puts a request off to its next attempt. @returns how long (milliseconds). */
export async function deferRequest<S extends Record<string, unknown>>(
  db: Db<S>,
  request: ClaimedRequest,
  now: Date,
): Promise<number> {
  const waitMs = Math.min(retryMaxMs, retryFirstMs * 2 ** Math.min(request.attempts - 1, 20));
  await db
    .update(subjectRequests)
    .set({ nextAttemptAt: new Date(now.getTime() + waitMs) })
    .where(sameAs(request));
  return waitMs;
}

export async function finishRequest<S extends Record<string, unknown>>(
  tx: Db<S>,
  request: SubjectRequest,
): Promise<void> {
  await tx.delete(subjectRequests).where(sameAs(request));
}

const sameAs = ({ kind, requestId, round }: SubjectRequest) =>
  and(eq(subjectRequests.kind, kind), eq(subjectRequests.requestId, requestId), eq(subjectRequests.round, round));
