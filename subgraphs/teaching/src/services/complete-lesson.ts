import { requireViewer } from '@ruzlet/platform/access/viewer';
import { notFound } from '@ruzlet/platform/errors';
import type { Progress } from '../domain/progress.js';
import { countCompletions, insertCompletion } from '../storage/completions.js';
import { lockEnrollment } from '../storage/enrollments.js';
import { countLessonsOfCourses } from '../storage/lessons.js';
import type { TeachingDb } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { checkCourseAction } from './enter-course.js';
import { enterLesson } from './enter-part.js';
import { parseId } from './inputs.js';
import { findReadableLesson } from './read-lesson.js';
import type { ChangeScope } from './scope.js';

/** Somebody's progress in a course, with whose and where. */
export interface CourseProgress extends Progress {
  courseId: string;
}

/** Marks a lesson as completed by the viewer. A second time changes nothing and tells nobody. */
export async function completeLesson(scope: ChangeScope, id: string): Promise<CourseProgress> {
  const viewer = requireViewer(scope.viewer);
  const lessonId = parseId(id, 'lesson');
  const readable = await findReadableLesson(scope, lessonId);
  if (!readable) throw notFound('lesson');
  await checkCourseAction(scope, readable.courseId, 'COMPLETE_LESSON', 'lesson');

  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { course } = await enterLesson(tx, { viewer, lessonId, action: 'COMPLETE_LESSON', lock: 'STATE' });
    const member = { courseId: course.id, userId: viewer.userId };
    // Two lessons completed at once are counted one after the other, so that the second event says one more.
    await lockEnrollment(tx, course.id, viewer.userId);
    const isNew = await insertCompletion(tx, { ...member, lessonId, completedAt: now });
    const progress = await countProgress(tx, member);
    if (isNew) {
      emit('ruzlet.course.lesson.completed.v1', {
        ...member,
        lessonId,
        completedAt: now.toISOString(),
        ...progress,
      });
    }
    return { courseId: course.id, ...progress };
  });
}

async function countProgress(tx: TeachingDb, member: { courseId: string; userId: string }): Promise<Progress> {
  const [completed] = await countCompletions(tx, [member]);
  const [total] = await countLessonsOfCourses(tx, [member.courseId]);
  return { lessonsCompleted: completed?.count ?? 0, lessonsTotal: total?.count ?? 0 };
}
