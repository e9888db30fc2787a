import type postgres from 'postgres';
import { encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import { dataErased, deletedUserId, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { EventData, EventType } from '@ruzlet/contracts/registry';
import type { Clock } from '@ruzlet/platform/clock';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { columnsNamed, eraseRows, type Tally } from '@ruzlet/platform/subject-data/subject-rows';
import { forgetDeckTitles } from '../storage/copies.js';
import {
  changeCourse,
  eraseFromDeckCopies,
  findAssignmentIdsOfCourses,
  findLessonsOfCourses,
  lockCoursesOfUser,
  makeOwner,
  removeCourses,
  replaceAuthor,
  type CourseOfUser,
} from '../storage/erase-user.js';
import type { TeachingDb } from '../storage/teaching-db.js';
import { columnsOfAuthors, columnsOfPeople } from './columns-of-people.js';

/**
 * Erases a user: memberships, completed lessons, what they handed in and remember, and courses that nobody else belongs to. A course with others goes to the teacher who has
 * been there longest; without one it stays for its students to read, archived and without an owner. What the user wrote in a course
 * stays, without their name.
 */
export async function eraseUser(
  { sql, clock }: { sql: postgres.Sql; clock: Clock },
  request: DataRequest,
): Promise<(tx: TeachingDb) => Promise<EncodedEvent[]>> {
  const userId = request.subjectId;
  const people = await columnsNamed(sql, columnsOfPeople);
  const authors = await columnsNamed(sql, columnsOfAuthors);
  return async (tx) => {
    const now = clock.now();
    const owned = await lockCoursesOfUser(tx, userId);
    const alone = owned.filter(({ shared }) => !shared).map(({ course }) => course.id);
    const events = (await findLessonsOfCourses(tx, alone)).map((lesson) =>
      courseEvent('ruzlet.course.lesson.deleted.v1', lesson, now),
    );
    for (const assignment of await findAssignmentIdsOfCourses(tx, alone)) {
      events.push(courseEvent('ruzlet.course.assignment.deleted.v1', assignment, now));
    }
    await removeCourses(tx, alone);
    for (const one of owned.filter(({ shared }) => shared)) events.push(...(await leaveBehind(tx, one, now)));
    const erased = await eraseRows(tx, people, userId);
    if (alone.length > 0) erased.push({ kind: 'courses', count: alone.length });
    await forgetDeckTitles(tx, { ownerId: userId });
    const anonymised: Tally[] = await replaceAuthor(tx, authors, userId, deletedUserId);
    await eraseFromDeckCopies(tx, userId);
    return [...events, dataErased('teaching', request, { erased, anonymised, objects: 0 }, now)];
  };
}

/** A course that others belong to: to its heir, or archived. */
async function leaveBehind(tx: TeachingDb, { course, heirId }: CourseOfUser, now: Date): Promise<EncodedEvent[]> {
  const change =
    heirId === null ? { ownerId: deletedUserId, state: 'ARCHIVED' as const, listed: false } : { ownerId: heirId };
  const changed = await changeCourse(tx, course.id, { ...change, updatedAt: now });
  if (!changed) return [];
  const { id: courseId, ownerId, title, state } = changed;
  const updated = courseEvent('ruzlet.course.updated.v1', { courseId, ownerId, title, state }, now);
  if (heirId === null) return [updated];
  await makeOwner(tx, courseId, heirId);
  return [
    updated,
    courseEvent('ruzlet.course.enrollment.role_changed.v1', { courseId, userId: heirId, role: 'OWNER' }, now),
  ];
}

function courseEvent<T extends Extract<EventType, `ruzlet.course.${string}`>>(
  type: T,
  data: EventData<T>,
  time: Date,
): EncodedEvent {
  return encodeEvent(makeEvent(type, { source: '/teaching', subject: data.courseId, time, data }));
}
