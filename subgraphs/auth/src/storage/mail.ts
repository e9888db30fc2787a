import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { MailPurpose } from '../domain/mails.js';
import { mailRequests, mailTokens } from './tables.js';

export type MailRequestRow = typeof mailRequests.$inferSelect;
export type MailTokenRow = typeof mailTokens.$inferSelect;

export async function insertMailRequest(db: Db, request: typeof mailRequests.$inferInsert): Promise<void> {
  await db.insert(mailRequests).values(request);
}

/**
 * Takes mails that are due, `rowsMax` at most, and puts each off to its next attempt: while one is being sent no other
 * replica takes it, and after a crash it comes again.
 *
 * @param firstDelayMs before the second attempt; it doubles with each further one (milliseconds).
 */
export async function claimMailRequests(
  db: Db,
  now: Date,
  { rowsMax, firstDelayMs, delayMaxMs }: { rowsMax: number; firstDelayMs: number; delayMaxMs: number },
): Promise<MailRequestRow[]> {
  const due = db
    .select({ id: mailRequests.id })
    .from(mailRequests)
    .where(lte(mailRequests.nextAttemptAt, now))
    .orderBy(asc(mailRequests.nextAttemptAt))
    .limit(rowsMax)
    .for('update', { skipLocked: true });
  const delayMs = sql`least(${delayMaxMs}::float8, ${firstDelayMs}::float8 * power(2, ${mailRequests.attempts}))`;
  return db
    .update(mailRequests)
    .set({
      attempts: sql`${mailRequests.attempts} + 1`,
      nextAttemptAt: sql`${now.toISOString()}::timestamptz + interval '1 millisecond' * ${delayMs}`,
    })
    .where(inArray(mailRequests.id, due))
    .returning();
}

export async function deleteMailRequest(db: Db, id: string): Promise<void> {
  await db.delete(mailRequests).where(eq(mailRequests.id, id));
}

export async function insertMailToken(db: Db, token: typeof mailTokens.$inferInsert): Promise<void> {
  await db.insert(mailTokens).values(token);
}

/** Whose good token this is, without using it. */
export async function findMailToken(
  db: Db,
  hash: Buffer,
  purpose: MailPurpose,
  now: Date,
): Promise<MailTokenRow | undefined> {
  const [row] = await db
    .select()
    .from(mailTokens)
    .where(isGood(hash, purpose, now));
  return row;
}

/** Uses a token: the row for the one use, undefined for every other. */
export async function takeMailToken(
  db: Db,
  hash: Buffer,
  purpose: MailPurpose,
  now: Date,
): Promise<MailTokenRow | undefined> {
  const [row] = await db
    .update(mailTokens)
    .set({ usedAt: now })
    .where(isGood(hash, purpose, now))
    .returning();
  return row;
}

function isGood(hash: Buffer, purpose: MailPurpose, now: Date) {
  return and(
    eq(mailTokens.hash, hash),
    eq(mailTokens.purpose, purpose),
    isNull(mailTokens.usedAt),
    gt(mailTokens.expiresAt, now),
  );
}

/** Makes every token of an account for this purpose worthless. */
export async function deleteMailTokens(db: Db, accountId: string, purpose: MailPurpose): Promise<void> {
  await db.delete(mailTokens).where(and(eq(mailTokens.accountId, accountId), eq(mailTokens.purpose, purpose)));
}

export async function deleteMailTokensExpiredBefore(db: Db, before: Date): Promise<void> {
  await db.delete(mailTokens).where(lte(mailTokens.expiresAt, before));
}

/** Forgets mails to an address that were not sent yet. */
export async function deleteMailRequestsOf(db: Db, emailKey: string): Promise<void> {
  await db.delete(mailRequests).where(eq(mailRequests.emailKey, emailKey));
}
