import { requireViewer } from '@ruzlet/platform/access/viewer';
import { forbidden, notFound } from '@ruzlet/platform/errors';
import { deleteAnnouncementRow, findAnnouncement } from '../storage/announcements.js';
import type { CourseRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

/** Deletes an announcement: one's own, or any as owner or teacher. */
export async function deleteAnnouncement(scope: ChangeScope, id: string): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  const announcementId = parseId(id, 'announcement');
  return inCourseTransaction(scope, async ({ tx }) => {
    const announcement = await findAnnouncement(tx, announcementId);
    if (!announcement) throw notFound('announcement');
    const { course, standing } = await enterCourse(tx, {
      viewer,
      courseId: announcement.courseId,
      action: 'POST_ANNOUNCEMENT',
      thing: 'announcement',
      lock: 'STATE',
    });
    if (standing === 'ASSISTANT' && announcement.authorId !== viewer.userId) {
      throw forbidden('An assistant may delete only announcements of their own.');
    }
    await deleteAnnouncementRow(tx, announcementId);
    return course;
  });
}
