import { isStaff } from '../domain/course.js';
import type { SubmissionRow } from '../storage/teaching-db.js';
import { checkCourseActionNow } from './enter-course.js';
import { gradeChannel } from './live-channels.js';
import { shownSubmission } from './read-submission.js';
import type { ReadScope, WatchScope } from './scope.js';
import { current, enter, type WatchArgs } from './watch-course.js';

export interface GradeNews {
  eventId: string | null;
  kind: 'CURRENT' | 'GRADED' | 'POSTED';
  occurredAt: Date;
  courseId: string;
  assignmentId: string | null;
  submissionId: string | null;
}

/**
 * Grades as they are given or posted: all to staff, to a student their own once they may see them.
 *
 * @throws AppError NOT_FOUND or FORBIDDEN for who is no member, at once or when they no longer are one.
 */
export async function watchGrades(scope: WatchScope, args: WatchArgs): Promise<AsyncGenerator<GradeNews, void>> {
  const { courseId, signal, userId } = await enter(scope, args);
  const events = scope.live.watch(gradeChannel(courseId), signal);
  return follow();

  async function* follow(): AsyncGenerator<GradeNews, void> {
    if (args.withCurrent) yield { ...current(scope, courseId), assignmentId: null, submissionId: null };
    for await (const event of events) {
      const about = { eventId: event.id, occurredAt: new Date(event.time), courseId };
      if (event.type === 'ruzlet.course.assignment.graded.v1') {
        const staff = isStaff(await checkCourseActionNow(scope, courseId, 'READ_CONTENT'));
        const { assignmentId, submissionId, userId: studentId, visible } = event.data;
        // A grade that was hidden when it was given is told when it is posted, and once.
        if (!staff && (studentId !== userId || !visible || !(await isPosted(scope, assignmentId)))) continue;
        yield { ...about, kind: 'GRADED', assignmentId, submissionId };
      } else if (event.type === 'ruzlet.course.grades.posted.v1') {
        const standing = await checkCourseActionNow(scope, courseId, 'READ_CONTENT');
        const { assignmentId } = event.data;
        const own = isStaff(standing) ? null : await ownGrade(scope, assignmentId);
        if (own === undefined) continue;
        yield { ...about, kind: 'POSTED', assignmentId, submissionId: own };
      }
    }
  }
}

async function isPosted({ loaders }: WatchScope, assignmentId: string): Promise<boolean> {
  return (await loaders.assignment.load(assignmentId))?.gradesPosted === true;
}

/** The student's graded submission; undefined when there is nothing to tell them, or no longer. */
async function ownGrade(scope: WatchScope, assignmentId: string): Promise<string | undefined> {
  if (!(await isPosted(scope, assignmentId))) return undefined;
  const submission = await scope.loaders.viewerSubmission.load(assignmentId);
  return submission?.state === 'GRADED' ? submission.id : undefined;
}

/** The submission that a message is about, as the viewer may see it. */
export async function gradedSubmission(scope: ReadScope, { submissionId }: GradeNews): Promise<SubmissionRow | null> {
  const submission = submissionId === null ? null : await scope.loaders.submission.load(submissionId);
  return submission && shownSubmission(scope, submission);
}
