import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { announcements, courses } from './tables.js';
import type { AnnouncementRow, TeachingDb } from './teaching-db.js';

/** The row as inserted; undefined when there is an announcement with this id already. */
export async function insertAnnouncement(db: TeachingDb, row: AnnouncementRow): Promise<AnnouncementRow | undefined> {
  const [inserted] = await db.insert(announcements).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function findAnnouncement(db: TeachingDb, id: string): Promise<AnnouncementRow | undefined> {
  const [row] = await db.select().from(announcements).where(eq(announcements.id, id));
  return row;
}

export async function findAnnouncementsByIds(db: TeachingDb, ids: readonly string[]): Promise<AnnouncementRow[]> {
  return db
    .select()
    .from(announcements)
    .where(inArray(announcements.id, [...ids]));
}

export async function deleteAnnouncementRow(db: TeachingDb, id: string): Promise<void> {
  await db.delete(announcements).where(eq(announcements.id, id));
}

/** A page of announcements for each course, the newest first. */
export async function pageAnnouncementsOfCourses(
  db: TeachingDb,
  page: { courseIds: readonly string[]; limit: number; after: { postedAt: Date; id: string } | null },
): Promise<AnnouncementRow[]> {
  const { after } = page;
  const ofCourse = db
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.courseId, courses.id),
        after === null
          ? undefined
          : or(
              lt(announcements.postedAt, after.postedAt),
              and(eq(announcements.postedAt, after.postedAt), lt(announcements.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(announcements.postedAt), desc(announcements.id))
    .limit(page.limit)
    .as('of_course');
  return db
    .select({
      id: ofCourse.id,
      courseId: ofCourse.courseId,
      authorId: ofCourse.authorId,
      title: ofCourse.title,
      body: ofCourse.body,
      postedAt: ofCourse.postedAt,
    })
    .from(courses)
    .innerJoinLateral(ofCourse, sql`true`)
    .where(inArray(courses.id, [...page.courseIds]))
    .orderBy(desc(ofCourse.postedAt), desc(ofCourse.id));
}
