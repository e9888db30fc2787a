import { asc, count, eq, inArray, max, sql } from 'drizzle-orm';
import { modules } from './tables.js';
import type { ModuleRow, TeachingDb } from './teaching-db.js';

/** The row as inserted; undefined when there is a module with this id already. */
export async function insertModule(
  db: TeachingDb,
  module: typeof modules.$inferInsert,
): Promise<ModuleRow | undefined> {
  const [row] = await db.insert(modules).values(module).onConflictDoNothing({ target: modules.id }).returning();
  return row;
}

export async function findModulesByIds(db: TeachingDb, ids: readonly string[]): Promise<ModuleRow[]> {
  return db
    .select()
    .from(modules)
    .where(inArray(modules.id, [...ids]));
}

/** The modules of these courses, each course's in their order. */
export async function findModulesOfCourses(db: TeachingDb, courseIds: readonly string[]): Promise<ModuleRow[]> {
  return db
    .select()
    .from(modules)
    .where(inArray(modules.courseId, [...courseIds]))
    .orderBy(asc(modules.position), asc(modules.id));
}

/** How many modules a course has, and the position after its last. */
export async function endOfCourse(db: TeachingDb, courseId: string): Promise<{ count: number; position: number }> {
  const [row] = await db
    .select({ count: count(), last: max(modules.position) })
    .from(modules)
    .where(eq(modules.courseId, courseId));
  return { count: row?.count ?? 0, position: (row?.last ?? -1) + 1 };
}

export async function updateModuleRow(
  db: TeachingDb,
  id: string,
  patch: Partial<Omit<typeof modules.$inferInsert, 'id'>>,
): Promise<ModuleRow> {
  const [row] = await db.update(modules).set(patch).where(eq(modules.id, id)).returning();
  if (!row) throw new Error(`Module ${id} is gone although its course is locked.`);
  return row;
}

export async function deleteModuleRow(db: TeachingDb, id: string): Promise<void> {
  await db.delete(modules).where(eq(modules.id, id));
}

/** Sets many positions in one statement. */
export async function setModulePositions(
  db: TeachingDb,
  order: readonly { id: string; position: number }[],
): Promise<void> {
  if (order.length === 0) return;
  const wanted = JSON.stringify(order);
  await db.execute(sql`
    update ${modules} set position = wanted.position
    from jsonb_to_recordset(${wanted}::jsonb) as wanted(id uuid, position int)
    where ${modules.id} = wanted.id and ${modules.position} <> wanted.position`);
}

/** Closes the gap that a deleted module leaves. */
export async function renumberModules(db: TeachingDb, courseId: string): Promise<void> {
  await db.execute(sql`
    update ${modules} set position = numbered.place
    from (
      select id, row_number() over (order by position, id) - 1 as place from ${modules} where course_id = ${courseId}
    ) as numbered
    where ${modules.id} = numbered.id and ${modules.position} <> numbered.place`);
}
