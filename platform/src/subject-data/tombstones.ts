import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { isUuid } from '../ids.js';
import type { Db } from '../postgres/database.js';
import { erasedSubjects } from './tables.js';

/**
 * A fingerprint of an id, in the form of a UUIDv8: the first 122 bits of SHA-256. An id has 74 random bits, so nobody finds it from its
 * fingerprint; whoever has the id can tell that it was erased.
 */
export function subjectFingerprint(id: string): string {
  const hex = createHash('sha256').update(id.toLowerCase()).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Notes that nothing of the subject is taken any more. */
export async function putTombstone<S extends Record<string, unknown>>(tx: Db<S>, id: string, now: Date): Promise<void> {
  await tx
    .insert(erasedSubjects)
    .values({ fingerprint: subjectFingerprint(id), erasedAt: now })
    .onConflictDoNothing();
}

/** Of these ids, those that were erased. */
export async function findErasedSubjects<S extends Record<string, unknown>>(
  db: Db<S>,
  ids: Iterable<string>,
): Promise<Set<string>> {
  const byFingerprint = new Map(
    Array.from(new Set(ids))
      .filter(isUuid)
      .map((id) => [subjectFingerprint(id), id]),
  );
  if (byFingerprint.size === 0) return new Set();
  const found = await db
    .select({ fingerprint: erasedSubjects.fingerprint })
    .from(erasedSubjects)
    .where(inArray(erasedSubjects.fingerprint, [...byFingerprint.keys()]));
  return new Set(found.flatMap(({ fingerprint }) => byFingerprint.get(fingerprint) ?? []));
}
