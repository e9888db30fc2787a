import { requireViewer } from '@ruzlet/platform/access/viewer';
import { isStaff } from '../domain/course.js';
import type { AnnouncementRow, EnrollmentRow, LessonRow } from '../storage/teaching-db.js';
import { checkCourseActionNow } from './enter-course.js';
import { parseId } from './inputs.js';
import { announcementChannel, progressChannel } from './live-channels.js';
import { findReadableLesson } from './read-lesson.js';
import type { ReadScope, Scope, WatchScope } from './scope.js';

/** What of a course is told while it happens. Every message is checked for the viewer when it is delivered. */

export interface AnnouncementNews {
  eventId: string | null;
  kind: 'CURRENT' | 'POSTED';
  occurredAt: Date;
  courseId: string;
  announcementId: string | null;
}

export interface ProgressNews {
  eventId: string | null;
  kind: 'CURRENT' | 'LESSON_COMPLETED';
  occurredAt: Date;
  courseId: string;
  completed: { userId: string; lessonId: string } | null;
}

export interface WatchArgs {
  courseId: string;
  withCurrent: boolean;
}

/** @throws AppError NOT_FOUND or FORBIDDEN for who is no member, at once or when they no longer are one. */
export async function watchAnnouncements(
  scope: WatchScope,
  args: WatchArgs,
): Promise<AsyncGenerator<AnnouncementNews, void>> {
  const { courseId, signal } = await enter(scope, args);
  const events = scope.live.watch(announcementChannel(courseId), signal);
  return follow();

  async function* follow(): AsyncGenerator<AnnouncementNews, void> {
    if (args.withCurrent) yield { ...current(scope, courseId), announcementId: null };
    for await (const event of events) {
      if (event.type !== 'ruzlet.course.announcement.posted.v1') continue;
      await checkCourseActionNow(scope, courseId, 'READ_CONTENT');
      const { announcementId } = event.data;
      yield { eventId: event.id, kind: 'POSTED', occurredAt: new Date(event.time), courseId, announcementId };
    }
  }
}

/** @throws AppError NOT_FOUND or FORBIDDEN for who is no member, at once or when they no longer are one. */
export async function watchProgress(scope: WatchScope, args: WatchArgs): Promise<AsyncGenerator<ProgressNews, void>> {
  const { courseId, signal, userId } = await enter(scope, args);
  const events = scope.live.watch(progressChannel(courseId), signal);
  return follow();

  async function* follow(): AsyncGenerator<ProgressNews, void> {
    if (args.withCurrent) yield { ...current(scope, courseId), completed: null };
    for await (const event of events) {
      if (event.type !== 'ruzlet.course.lesson.completed.v1') continue;
      const standing = await checkCourseActionNow(scope, courseId, 'READ_CONTENT');
      const { userId: memberId, lessonId } = event.data;
      if (memberId !== userId && !isStaff(standing)) continue;
      yield {
        eventId: event.id,
        kind: 'LESSON_COMPLETED',
        occurredAt: new Date(event.time),
        courseId,
        completed: { userId: memberId, lessonId },
      };
    }
  }
}

export async function enter(scope: WatchScope, args: WatchArgs) {
  const { userId } = requireViewer(scope.viewer);
  const courseId = parseId(args.courseId, 'course');
  await checkCourseActionNow(scope, courseId, 'READ_CONTENT');
  if (!scope.signal) throw new Error('Only a subscription watches.');
  return { courseId, userId, signal: scope.signal };
}

export function current({ clock }: Pick<Scope, 'clock'>, courseId: string) {
  return { eventId: null, kind: 'CURRENT', occurredAt: clock.now(), courseId } as const;
}

export async function postedAnnouncement(
  { loaders }: ReadScope,
  { announcementId }: AnnouncementNews,
): Promise<AnnouncementRow | null> {
  return announcementId === null ? null : loaders.announcement.load(announcementId);
}

export async function completedLesson(scope: ReadScope, { completed }: ProgressNews): Promise<LessonRow | null> {
  return completed && findReadableLesson(scope, completed.lessonId);
}

export async function progressedEnrollment(
  { loaders }: ReadScope,
  { courseId, completed }: ProgressNews,
): Promise<EnrollmentRow | null> {
  return completed && loaders.enrollment.load({ courseId, userId: completed.userId });
}
