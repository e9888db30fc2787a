import { randomUUID } from 'node:crypto';
import { isUuid } from '@ruzlet/platform/ids';
import { subjectFingerprint } from '@ruzlet/platform/subject-data/tombstones';
import { eq, inArray, sql } from 'drizzle-orm';
import type { AnalyticsDb } from './database.js';
import { courseDecks, courseMembers, courses, decks, erasures, learners } from './tables.js';

const rebuildRuns = sql`exists (select from rebuilds where state = 'RUNNING')`;

/**
 * An id for what stays of an erased learner. UUIDv8 (RFC 9562: for the application's own use), where users have UUIDv7: by
 * that digit queries know that there is nobody behind it (queries/erased.ts).
 */
function newAnonymousId(): string {
  const random = randomUUID();
  return `${random.slice(0, 14)}8${random.slice(15)}`;
}

/** Notes that a learner is being erased. @returns the anonymous id, or null when the erasure was finished before. */
export async function beginErasure(db: AnalyticsDb, userId: string, at: Date): Promise<string | null> {
  await db
    .insert(erasures)
    .values({ fingerprint: subjectFingerprint(userId), userId, anonymousId: newAnonymousId(), requestedAt: at })
    .onConflictDoNothing();
  const [row] = await db
    .select()
    .from(erasures)
    .where(eq(erasures.fingerprint, subjectFingerprint(userId)));
  return row?.anonymousId ?? null;
}

/** Forgets the anonymous id: from here on nobody can tell whose the anonymous rows were. */
export async function finishErasure(db: AnalyticsDb, userId: string, at: Date): Promise<void> {
  await db
    .update(erasures)
    .set({ anonymousId: null, erasedAt: at, userId: sql`case when ${rebuildRuns} then ${erasures.userId} end` })
    .where(eq(erasures.fingerprint, subjectFingerprint(userId)));
}

/** Of these users, those who were erased or are being erased. */
export async function findErased(db: AnalyticsDb, userIds: Iterable<string>): Promise<Set<string>> {
  const byFingerprint = new Map([...new Set(userIds)].filter(isUuid).map((id) => [subjectFingerprint(id), id]));
  if (byFingerprint.size === 0) return new Set();
  const rows = await db
    .select({ fingerprint: erasures.fingerprint })
    .from(erasures)
    .where(inArray(erasures.fingerprint, [...byFingerprint.keys()]));
  return new Set(rows.flatMap(({ fingerprint }) => byFingerprint.get(fingerprint) ?? []));
}

/**
 * Removes a user from the copies, and from messages that were put aside. Decks and courses of the user stay as far as other
 * subgraphs keep them, under the anonymous id.
 */
export async function eraseFromCopies(db: AnalyticsDb, userId: string, anonymousId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(learners).where(eq(learners.userId, userId));
    await tx.delete(courseMembers).where(eq(courseMembers.userId, userId));
    await tx.update(courses).set({ ownerId: anonymousId }).where(eq(courses.ownerId, userId));
    await tx.update(decks).set({ ownerId: anonymousId }).where(eq(decks.ownerId, userId));
    await tx.update(courseDecks).set({ attachedBy: anonymousId }).where(eq(courseDecks.attachedBy, userId));
    await tx.execute(sql`
      update decks set editor_ids = array_remove(editor_ids, ${userId}::uuid), viewer_ids = array_remove(viewer_ids, ${userId}::uuid)
      where ${userId}::uuid = any(editor_ids) or ${userId}::uuid = any(viewer_ids)`);
    await tx.execute(sql`
      delete from dead_letters
      where position(${userId}::text::bytea in value) > 0 or position(${userId}::text::bytea in key) > 0`);
  });
}
