import { desc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { AnalyticsDb } from './database.js';
import { erasures, rebuilds } from './tables.js';

export type Rebuild = typeof rebuilds.$inferSelect;

/** Any number, the same in every process: one rebuild of a database at a time. */
const rebuildLock = 7_240_201;

/**
 * Runs alone among all processes, or not at all.
 *
 * @returns false when another process is at it.
 */
export async function aloneWithRebuild(db: AnalyticsDb, run: () => Promise<void>): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ alone: boolean }>(sql`select pg_try_advisory_xact_lock(${rebuildLock}) as alone`);
    if (row?.alone !== true) return false;
    await run();
    return true;
  });
}

/** Notes a rebuild that begins; one that is still noted as running ended with its process. */
export async function beginRebuild(db: AnalyticsDb, at: Date): Promise<Rebuild> {
  await db
    .update(rebuilds)
    .set({ state: 'FAILED', detail: 'its process ended', finishedAt: at })
    .where(eq(rebuilds.state, 'RUNNING'));
  const [rebuild] = await db.insert(rebuilds).values({ state: 'RUNNING', detail: 'begins', startedAt: at }).returning();
  if (!rebuild) throw new Error('the rebuild was not recorded');
  return rebuild;
}

export async function noteRebuild(
  db: AnalyticsDb,
  id: number,
  change: Partial<Pick<Rebuild, 'state' | 'detail' | 'finishedAt'>>,
): Promise<void> {
  await db.update(rebuilds).set(change).where(eq(rebuilds.id, id));
}

export async function latestRebuild(db: AnalyticsDb): Promise<Rebuild | null> {
  const [row] = await db.select().from(rebuilds).orderBy(desc(rebuilds.id)).limit(1);
  return row ?? null;
}

/** Users whose erasure was asked for or done since a moment. */
export async function erasedSince(db: AnalyticsDb, since: Date): Promise<string[]> {
  const rows = await db.select({ userId: erasures.userId }).from(erasures).where(gte(erasures.requestedAt, since));
  return rows.flatMap(({ userId }) => userId ?? []);
}

/** No rebuild runs any more: forgets whose finished erasures were. */
export async function forgetErased(db: AnalyticsDb): Promise<void> {
  await db.update(erasures).set({ userId: null }).where(isNull(erasures.anonymousId));
}
