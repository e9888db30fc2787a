import type { RuzletEvent } from '@ruzlet/contracts/registry';

/** Who watches a course's announcements, its progress, and its grades. */
export const announcementChannel = (courseId: string): string => `announcements ${courseId}`;
export const progressChannel = (courseId: string): string => `progress ${courseId}`;
export const gradeChannel = (courseId: string): string => `grades ${courseId}`;

/** What an event is about, for those who watch it live. */
export function channelsOf(event: RuzletEvent): readonly string[] {
  switch (event.type) {
    case 'ruzlet.course.announcement.posted.v1':
      return [announcementChannel(event.data.courseId)];
    case 'ruzlet.course.lesson.completed.v1':
      return [progressChannel(event.data.courseId)];
    case 'ruzlet.course.assignment.graded.v1':
    case 'ruzlet.course.grades.posted.v1':
      return [gradeChannel(event.data.courseId)];
    default:
      return [];
  }
}
