import { and, asc, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '@ruzlet/platform/postgres/database';
import { findErasedSubjects } from '@ruzlet/platform/subject-data/tombstones';
import { profiles } from './tables.js';

export type ProfileRow = typeof profiles.$inferSelect;
export type NewProfile = typeof profiles.$inferInsert;
export type ProfileChange = Partial<Omit<ProfileRow, 'id' | 'createdAt' | 'updatedAt' | 'searchText'>>;

/** How alike a name must be to be found, 0 to 1: two letters of a short name may be wrong. */
const similarityMin = 0.4;

export async function findProfilesByIds(db: Db, ids: readonly string[]): Promise<ProfileRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(profiles)
    .where(inArray(profiles.id, [...ids]));
}

/** The oldest first, should a name have gone from one user to another and an event be late. */
export async function findProfilesByUsernameKey(db: Db, key: string): Promise<ProfileRow[]> {
  return db.select().from(profiles).where(eq(profiles.usernameKey, key)).orderBy(asc(profiles.createdAt));
}

/** Adds a profile where there is none; one that is there stays as it is. Nobody who was erased comes back. */
export async function insertProfileIfAbsent(db: Db, profile: NewProfile): Promise<void> {
  if ((await findErasedSubjects(db, [profile.id])).size > 0) return;
  await db.insert(profiles).values(profile).onConflictDoNothing();
}

/** The profile, locked until the transaction ends, so that changes and their events keep one order. */
export async function lockProfile(db: Db, id: string): Promise<ProfileRow | undefined> {
  const [row] = await db.select().from(profiles).where(eq(profiles.id, id)).for('update');
  return row;
}

export async function updateProfileRow(
  db: Db,
  id: string,
  change: ProfileChange & { searchText?: string; updatedAt: Date },
): Promise<ProfileRow> {
  const [row] = await db.update(profiles).set(change).where(eq(profiles.id, id)).returning();
  if (!row) throw new Error(`Profile ${id} was locked and is gone.`);
  return row;
}

export interface FoundProfile extends ProfileRow {
  score: number;
}

/**
 * Profiles that the viewer may find, the most alike first: similarity of trigrams, and anything that holds the text.
 *
 * @param text caseless, as nameKey makes it.
 */
export async function searchProfiles(
  db: Db,
  {
    text,
    viewerId,
    after,
    limit,
  }: { text: string; viewerId: string; after: { score: number; id: string } | null; limit: number },
): Promise<FoundProfile[]> {
  return db.transaction(async (tx) => {
    // The operator, unlike the function, can use the index; its threshold is a setting of the transaction.
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(similarityMin)}, true)`);
    const contains = sql`${profiles.searchText} like ${`%${escapeLike(text)}%`}`;
    const score: SQL<number> = sql<number>`(case when ${contains} then 1 else 0 end
      + word_similarity(${text}, ${profiles.searchText})
      + similarity(${text}, ${profiles.searchText}))::float8`;
    const rows = await tx
      .select({ profile: profiles, score })
      .from(profiles)
      .where(
        and(
          or(contains, sql`${text} <% ${profiles.searchText}`),
          or(ne(profiles.visibility, 'PRIVATE'), eq(profiles.id, viewerId)),
          after ? sql`(${score}, ${profiles.id}) < (${after.score}::float8, ${after.id}::uuid)` : undefined,
        ),
      )
      .orderBy(desc(score), desc(profiles.id))
      .limit(limit);
    return rows.map((row) => ({ ...row.profile, score: row.score }));
  });
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** True when there was one. */
export async function deleteProfile(db: Db, id: string): Promise<boolean> {
  return (await db.delete(profiles).where(eq(profiles.id, id)).returning({ id: profiles.id })).length > 0;
}
