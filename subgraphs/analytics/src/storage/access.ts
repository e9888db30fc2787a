import type { Viewer } from '@ruzlet/platform/access/viewer';
import { isUuid } from '@ruzlet/platform/ids';
import { sql } from 'drizzle-orm';
import type { AnalyticsDb } from './database.js';

/** Who may see which figures, by the copies. Each function answers for a set of ids with one query. */

const idRows = (rows: Iterable<Record<string, unknown>>) =>
  new Set(Array.from(rows, ({ id }) => (typeof id === 'string' ? id : '')));

/** An array parameter, as one value. */
const uuids = (ids: readonly string[]) => sql`${`{${ids.filter(isUuid).join(',')}}`}::uuid[]`;

export function isAdmin(viewer: Viewer | null): boolean {
  return viewer?.roles.includes('ADMIN') ?? false;
}

/** A viewer who is nobody: matches no id of the copies. */
const nobody = '00000000-0000-0000-0000-000000000000';
const idOf = (viewer: Viewer | null) => viewer?.userId ?? nobody;

const isStaff = sql.raw(`role in ('OWNER', 'TEACHER', 'ASSISTANT')`);

/** Of these users, those whose learning the viewer may see as staff of a course where they are students. */
export async function findStudentsOfViewer(
  db: AnalyticsDb,
  viewer: Viewer,
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.execute(sql`
    select distinct student.user_id as id
    from course_members student
    where student.user_id = any(${uuids(userIds)}) and student.role = 'STUDENT' and not student.removed
      and (
        exists (
          select from course_members staff
          where staff.course_id = student.course_id and staff.user_id = ${viewer.userId} and ${isStaff} and not staff.removed
        )
        or exists (select from courses where courses.course_id = student.course_id and courses.owner_id = ${viewer.userId})
      )`);
  return idRows(rows);
}

/**
 * Of these decks, those that the viewer may see: public and unlisted ones, own ones, those shared with the viewer, and those
 * that a course of the viewer uses. A course opens a deck only when somebody attached it who may edit it.
 */
export async function findVisibleDecks(
  db: AnalyticsDb,
  viewer: Viewer | null,
  deckIds: readonly string[],
): Promise<Set<string>> {
  const viewerId = idOf(viewer);
  const rows = await db.execute(sql`
    select deck.deck_id as id
    from decks deck
    where deck.deck_id = any(${uuids(deckIds)}) and not deck.deleted
      and (
        ${isAdmin(viewer)}::boolean
        or deck.visibility in ('PUBLIC', 'UNLISTED')
        or deck.owner_id = ${viewerId}
        or ${viewerId} = any(deck.editor_ids)
        or ${viewerId} = any(deck.viewer_ids)
        or exists (
          select from course_decks used
          join course_members member on member.course_id = used.course_id
          where used.deck_id = deck.deck_id and not used.removed
            and (used.attached_by = deck.owner_id or used.attached_by = any(deck.editor_ids))
            and member.user_id = ${viewerId} and not member.removed
        )
      )`);
  return idRows(rows);
}

/** Of these courses, those whose staff the viewer belongs to. Administrators see every course. */
export async function findCoursesOfStaff(
  db: AnalyticsDb,
  viewer: Viewer | null,
  courseIds: readonly string[],
): Promise<Set<string>> {
  if (!viewer) return new Set();
  const rows = await db.execute(sql`
    select course_id as id from courses
    where course_id = any(${uuids(courseIds)}) and (${isAdmin(viewer)}::boolean or owner_id = ${viewer.userId})
    union
    select course_id from course_members
    where course_id = any(${uuids(courseIds)}) and user_id = ${viewer.userId} and ${isStaff} and not removed`);
  return idRows(rows);
}

/** Of these courses, those that the viewer is a member of, in whatever role. Administrators see every course. */
export async function findCoursesOfMember(
  db: AnalyticsDb,
  viewer: Viewer | null,
  courseIds: readonly string[],
): Promise<Set<string>> {
  if (!viewer) return new Set();
  const rows = await db.execute(sql`
    select course_id as id from courses
    where course_id = any(${uuids(courseIds)}) and (${isAdmin(viewer)}::boolean or owner_id = ${viewer.userId})
    union
    select course_id from course_members
    where course_id = any(${uuids(courseIds)}) and user_id = ${viewer.userId} and not removed`);
  return idRows(rows);
}
