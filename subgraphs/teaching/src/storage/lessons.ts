import { and, asc, count, eq, gt, inArray, max, or, sql } from 'drizzle-orm';
import { courses, lessons, modules } from './tables.js';
import type { LessonRow, TeachingDb } from './teaching-db.js';

/** The row as inserted; undefined when there is a lesson with this id already. */
export async function insertLesson(
  db: TeachingDb,
  lesson: typeof lessons.$inferInsert,
): Promise<LessonRow | undefined> {
  const [row] = await db.insert(lessons).values(lesson).onConflictDoNothing({ target: lessons.id }).returning();
  return row;
}

export async function findLessonsByIds(db: TeachingDb, ids: readonly string[]): Promise<LessonRow[]> {
  return db
    .select()
    .from(lessons)
    .where(inArray(lessons.id, [...ids]));
}

/** The lessons of these modules, each module's in their order. */
export async function findLessonsOfModules(db: TeachingDb, moduleIds: readonly string[]): Promise<LessonRow[]> {
  return db
    .select()
    .from(lessons)
    .where(inArray(lessons.moduleId, [...moduleIds]))
    .orderBy(asc(lessons.position), asc(lessons.id));
}

/** Ids of a course's lessons and where they are, each module's in their order. */
export async function findLessonOrder(db: TeachingDb, courseId: string): Promise<{ id: string; moduleId: string }[]> {
  return db
    .select({ id: lessons.id, moduleId: lessons.moduleId })
    .from(lessons)
    .where(eq(lessons.courseId, courseId))
    .orderBy(asc(lessons.position), asc(lessons.id));
}

export async function countLessonsOfCourses(
  db: TeachingDb,
  courseIds: readonly string[],
): Promise<{ courseId: string; count: number }[]> {
  return db
    .select({ courseId: lessons.courseId, count: count() })
    .from(lessons)
    .where(inArray(lessons.courseId, [...courseIds]))
    .groupBy(lessons.courseId);
}

export async function countLessonsOfModules(
  db: TeachingDb,
  moduleIds: readonly string[],
): Promise<{ moduleId: string; count: number }[]> {
  return db
    .select({ moduleId: lessons.moduleId, count: count() })
    .from(lessons)
    .where(inArray(lessons.moduleId, [...moduleIds]))
    .groupBy(lessons.moduleId);
}

/** The position after a module's last lesson. */
export async function endOfModule(db: TeachingDb, moduleId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(lessons.position) })
    .from(lessons)
    .where(eq(lessons.moduleId, moduleId));
  return (row?.last ?? -1) + 1;
}

/** Where a lesson stands in its course: what the pages of lessons are cut by. */
export interface LessonPlace {
  modulePosition: number;
  lessonPosition: number;
  id: string;
}

/** A page of lessons for each course, out of the modules that may be seen; in the order of the course. */
export async function pageLessonsOfCourses(
  db: TeachingDb,
  page: { courseIds: readonly string[]; moduleIds: readonly string[]; limit: number; after: LessonPlace | null },
): Promise<{ lesson: LessonRow; modulePosition: number }[]> {
  const { after } = page;
  const ofCourse = db
    .select({
      // Named anew: a subquery cannot have two columns called position.
      lessonId: sql<string>`${lessons.id}`.as('lesson_id'),
      modulePosition: sql<number>`${modules.position}`.as('module_position'),
      lessonPosition: sql<number>`${lessons.position}`.as('lesson_position'),
    })
    .from(lessons)
    .innerJoin(modules, eq(modules.id, lessons.moduleId))
    .where(
      and(
        eq(lessons.courseId, courses.id),
        inArray(lessons.moduleId, [...page.moduleIds]),
        after === null
          ? undefined
          : or(
              gt(modules.position, after.modulePosition),
              and(
                eq(modules.position, after.modulePosition),
                or(
                  gt(lessons.position, after.lessonPosition),
                  and(eq(lessons.position, after.lessonPosition), gt(lessons.id, after.id)),
                ),
              ),
            ),
      ),
    )
    .orderBy(asc(modules.position), asc(lessons.position), asc(lessons.id))
    .limit(page.limit)
    .as('of_course');
  return db
    .select({ lesson: lessons, modulePosition: ofCourse.modulePosition })
    .from(courses)
    .innerJoinLateral(ofCourse, sql`true`)
    .innerJoin(lessons, eq(lessons.id, ofCourse.lessonId))
    .where(inArray(courses.id, [...page.courseIds]))
    .orderBy(asc(ofCourse.modulePosition), asc(ofCourse.lessonPosition), asc(ofCourse.lessonId));
}

export async function updateLessonRow(
  db: TeachingDb,
  id: string,
  patch: Partial<Omit<typeof lessons.$inferInsert, 'id'>>,
): Promise<LessonRow> {
  const [row] = await db.update(lessons).set(patch).where(eq(lessons.id, id)).returning();
  if (!row) throw new Error(`Lesson ${id} is gone although its course is locked.`);
  return row;
}

export async function deleteLessonRow(db: TeachingDb, id: string): Promise<void> {
  await db.delete(lessons).where(eq(lessons.id, id));
}

/** Sets many places in one statement. */
export async function setLessonPlaces(
  db: TeachingDb,
  order: readonly { id: string; moduleId: string; position: number }[],
): Promise<void> {
  if (order.length === 0) return;
  const wanted = JSON.stringify(order);
  await db.execute(sql`
    update ${lessons} set position = wanted.position, module_id = wanted."moduleId"
    from jsonb_to_recordset(${wanted}::jsonb) as wanted(id uuid, "moduleId" uuid, position int)
    where ${lessons.id} = wanted.id`);
}

/** Closes the gaps that deleted or moved lessons leave in these modules. */
export async function renumberLessons(db: TeachingDb, moduleIds: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(moduleIds);
  await db.execute(sql`
    update ${lessons} set position = numbered.place
    from (
      select id, row_number() over (partition by module_id order by position, id) - 1 as place
      from ${lessons}
      where module_id in (select value::uuid from jsonb_array_elements_text(${wanted}::jsonb))
    ) as numbered
    where ${lessons.id} = numbered.id and ${lessons.position} <> numbered.place`);
}
