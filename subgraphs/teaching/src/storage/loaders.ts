import { idKey, loader } from '@ruzlet/platform/reads/shapes';
import type DataLoader from 'dataloader';
import type { CourseRole } from '../domain/course.js';
import type { Progress } from '../domain/progress.js';
import { studentPartKey, type StudentPart } from './assignment-reads.js';
import { listLoader, memberKey, type Member } from './batch.js';
import type { CourseDoor } from './enrollments.js';
import type { AttachedDeck } from './lesson-decks.js';
import {
  pageKey,
  type AnnouncementPageKey,
  type EnrollmentPageKey,
  type LessonPageKey,
  type OverridePageKey,
  type SubmissionPageKey,
} from './page-reads.js';
import type { Reads } from './reads.js';
import type { SubmissionCountRow } from './submissions.js';
import type {
  AnnouncementRow,
  AssignmentOverrideRow,
  AssignmentRow,
  CourseRow,
  DeckCopyRow,
  EnrollmentRow,
  LessonRow,
  ModuleRow,
  SubmissionAttemptRow,
  SubmissionRow,
} from './teaching-db.js';

type Load<K, V> = DataLoader<K, V, string>;
type ById<V> = Load<string, V>;

/** Single reads of one request, gathered into one query for each kind. */
export interface Loaders {
  course: ById<CourseRow | null>;
  module: ById<ModuleRow | null>;
  lesson: ById<LessonRow | null>;
  announcement: ById<AnnouncementRow | null>;
  enrollment: Load<Member, EnrollmentRow | null>;
  /** The viewer's role in a course. */
  role: ById<CourseRole | null>;
  /** What decides about the viewer's access to a course; null when it is gone. */
  door: ById<CourseDoor | null>;
  modulesOfCourse: ById<ModuleRow[]>;
  lessonsOfModule: ById<LessonRow[]>;
  decksOfLesson: ById<AttachedDeck[]>;
  lessonCountOfCourse: ById<number>;
  lessonCountOfModule: ById<number>;
  studentCount: ById<number>;
  /** Whether the viewer has completed a lesson. */
  completed: ById<boolean>;
  /** Whether the viewer has completed every lesson of a module. */
  moduleFinished: ById<boolean>;
  progress: Load<Member, Progress>;
  assignment: ById<AssignmentRow | null>;
  /** In the order in which they are due. */
  assignmentsOfCourse: ById<AssignmentRow[]>;
  deckCopy: ById<DeckCopyRow | null>;
  submission: ById<SubmissionRow | null>;
  /** The viewer's submission to an assignment. */
  viewerSubmission: ById<SubmissionRow | null>;
  submissionsOfStudent: Load<Member, SubmissionRow[]>;
  overridesOfStudent: Load<Member, AssignmentOverrideRow[]>;
  submissionCounts: ById<SubmissionCountRow>;
  attemptsOfSubmission: ById<SubmissionAttemptRow[]>;
  /** What is set for one student; null when what is set for all holds. */
  override: Load<StudentPart, AssignmentOverrideRow | null>;
  submissionPage: Load<SubmissionPageKey, SubmissionRow[]>;
  overridePage: Load<OverridePageKey, AssignmentOverrideRow[]>;
  enrollmentPage: Load<EnrollmentPageKey, EnrollmentRow[]>;
  lessonPage: Load<LessonPageKey, { lesson: LessonRow; modulePosition: number }[]>;
  announcementPage: Load<AnnouncementPageKey, AnnouncementRow[]>;
  /** Forgets everything: after a change, the rest of the request reads anew. */
  clear(): void;
}

/**
 * Remembers, for one request, what was read of it.
 *
 * @param viewerId null for an anonymous viewer, for whom nothing of their own is read.
 */
export function createLoaders(reads: Reads, viewerId: string | null): Loaders {
  /** What is the viewer's own, by id; without a viewer, `absent`. */
  function own<K, V>(
    load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    keyOf: (id: string, userId: string) => K,
    absent: V,
  ): ById<V> {
    return loader(
      async (ids) => (viewerId === null ? ids.map(() => absent) : load(ids.map((id) => keyOf(id, viewerId)))),
      idKey,
    );
  }

  const module = loader(reads.module, idKey);
  const lesson = loader(reads.lesson, idKey);
  const assignment = loader(reads.assignment, idKey);
  const lessonCountOfCourse = loader(reads.lessonCountOfCourse, idKey);

  const loaders = {
    course: loader(reads.course, idKey),
    module,
    lesson,
    announcement: loader(reads.announcement, idKey),
    enrollment: loader(reads.enrollment, memberKey),
    role: own<Member, CourseRole | null>(
      async (members) =>
        (await reads.enrollment(members)).map((row) => (row instanceof Error ? row : (row?.role ?? null))),
      (courseId, userId) => ({ courseId, userId }),
      null,
    ),
    door: own(reads.door, (courseId, userId) => ({ courseId, userId }), null),
    modulesOfCourse: listLoader(reads.modulesOfCourse, module),
    lessonsOfModule: listLoader(reads.lessonsOfModule, lesson),
    decksOfLesson: loader(reads.decksOfLesson, idKey),
    lessonCountOfCourse,
    lessonCountOfModule: loader(reads.lessonCountOfModule, idKey),
    studentCount: loader(reads.studentCount, idKey),
    completed: own(reads.completed, (id, userId) => ({ id, userId }), false),
    moduleFinished: own(
      async (parts: readonly { id: string; userId: string }[]) =>
        (await reads.moduleUnfinished(parts)).map((open) => (open instanceof Error ? open : !open)),
      (id, userId) => ({ id, userId }),
      false,
    ),
    progress: loader<Member, Progress>(async (members) => {
      const [done, totals] = await Promise.all([
        reads.completions(members),
        lessonCountOfCourse.loadMany(members.map(({ courseId }) => courseId)),
      ]);
      return members.map((_, index) => {
        const [lessonsCompleted = 0, lessonsTotal = 0] = [done[index], totals[index]];
        if (lessonsCompleted instanceof Error) return lessonsCompleted;
        return lessonsTotal instanceof Error ? lessonsTotal : { lessonsCompleted, lessonsTotal };
      });
    }, memberKey),
    assignment,
    assignmentsOfCourse: listLoader(reads.assignmentsOfCourse, assignment),
    deckCopy: loader(reads.deckCopy, idKey),
    submission: loader(reads.submission, idKey),
    viewerSubmission: own(reads.submissionOfStudent, (assignmentId, studentId) => ({ assignmentId, studentId }), null),
    submissionsOfStudent: loader(reads.submissionsOfStudent, memberKey),
    overridesOfStudent: loader(reads.overridesOfStudent, memberKey),
    submissionCounts: loader(reads.submissionCounts, idKey),
    attemptsOfSubmission: loader(reads.attemptsOfSubmission, idKey),
    override: loader(reads.override, studentPartKey),
    submissionPage: loader(reads.submissionPage, pageKey),
    overridePage: loader(reads.overridePage, pageKey),
    enrollmentPage: loader(reads.enrollmentPage, pageKey),
    lessonPage: loader(reads.lessonPage, pageKey),
    announcementPage: loader(reads.announcementPage, pageKey),
  };
  return {
    ...loaders,
    clear() {
      for (const each of Object.values(loaders)) each.clearAll();
    },
  };
}
