import { eq, sql } from 'drizzle-orm';
import type { DecksDb } from './database.js';
import { deckImports } from './tables.js';

/** Lets only one import with this id run at a time, so that the second finds the first one's report. */
export async function lockImport(tx: DecksDb, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0))`);
}

export async function findImport(
  db: DecksDb,
  id: string,
): Promise<{ userId: string; deckId: string; report: unknown } | undefined> {
  const [row] = await db
    .select({ userId: deckImports.userId, deckId: deckImports.deckId, report: deckImports.report })
    .from(deckImports)
    .where(eq(deckImports.id, id));
  return row;
}

export async function insertImport(
  tx: DecksDb,
  done: { id: string; userId: string; deckId: string; report: unknown; importedAt: Date },
): Promise<void> {
  await tx.insert(deckImports).values(done);
}
