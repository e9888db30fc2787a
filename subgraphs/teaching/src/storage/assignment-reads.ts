import type { Gather } from '@ruzlet/platform/reads/gather';
import { idKey, lists, rows, rowsOrNull } from '@ruzlet/platform/reads/shapes';
import {
  findAssignmentsByIds,
  findAssignmentsOfCourses,
  findOverrides,
  findOverridesOfStudents,
} from './assignments.js';
import { memberKey } from './batch.js';
import { findDeckCopiesByIds } from './copies.js';
import {
  countSubmissions,
  findAttemptsOfSubmissions,
  findSubmissions,
  findSubmissionsByIds,
  findSubmissionsOfStudents,
} from './submissions.js';
import type { TeachingDb } from './teaching-db.js';

/** A student's part of an assignment. */
export interface StudentPart {
  assignmentId: string;
  studentId: string;
}

export const studentPartKey = ({ assignmentId, studentId }: StudentPart): string => `${assignmentId} ${studentId}`;
const studentKey = ({ courseId, studentId }: { courseId: string; studentId: string }): string =>
  memberKey({ courseId, userId: studentId });

export function createAssignmentReads(db: TeachingDb, gather: Gather) {
  return {
    assignment: gather(
      rows((ids) => findAssignmentsByIds(db, ids)),
      idKey,
    ),
    assignmentsOfCourse: gather(
      lists((ids: readonly string[]) => findAssignmentsOfCourses(db, ids), {
        keyOf: idKey,
        rowKey: ({ courseId }) => courseId,
      }),
      idKey,
    ),
    deckCopy: gather(
      rowsOrNull((ids: readonly string[]) => findDeckCopiesByIds(db, ids), {
        keyOf: idKey,
        rowKey: ({ deckId }) => deckId,
      }),
      idKey,
    ),
    submission: gather(
      rows((ids) => findSubmissionsByIds(db, ids)),
      idKey,
    ),
    submissionOfStudent: gather(
      rowsOrNull((parts: readonly StudentPart[]) => findSubmissions(db, parts), {
        keyOf: studentPartKey,
        rowKey: studentPartKey,
      }),
      studentPartKey,
    ),
    submissionsOfStudent: gather(
      lists((members) => findSubmissionsOfStudents(db, members), { keyOf: memberKey, rowKey: studentKey }),
      memberKey,
    ),
    overridesOfStudent: gather(
      lists((members) => findOverridesOfStudents(db, members), { keyOf: memberKey, rowKey: studentKey }),
      memberKey,
    ),
    submissionCounts: gather(async (ids: readonly string[]) => {
      const counts = new Map((await countSubmissions(db, ids)).map((row) => [row.assignmentId, row]));
      return ids.map((id) => counts.get(id) ?? { assignmentId: id, submitted: 0, graded: 0, excused: 0, late: 0 });
    }, idKey),
    attemptsOfSubmission: gather(
      lists((ids: readonly string[]) => findAttemptsOfSubmissions(db, ids), {
        keyOf: idKey,
        rowKey: ({ submissionId }) => submissionId,
      }),
      idKey,
    ),
    /** What is set for one student; null when what is set for all holds. */
    override: gather(
      rowsOrNull((parts: readonly StudentPart[]) => findOverrides(db, parts), {
        keyOf: studentPartKey,
        rowKey: studentPartKey,
      }),
      studentPartKey,
    ),
  };
}
