import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { announcementBodyCharactersMax, announcementTitleCharactersMax } from '../domain/limits.js';
import { findAnnouncement, insertAnnouncement } from '../storage/announcements.js';
import type { AnnouncementRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { id, optional, parseId, text } from './inputs.js';
import { demandSameContent } from './repeated-create.js';
import type { ChangeScope } from './scope.js';

const postAnnouncementInput = z.object({
  id: optional(id),
  courseId: z.string(),
  title: text({ charactersMin: 1, charactersMax: announcementTitleCharactersMax }),
  body: text({ charactersMin: 1, charactersMax: announcementBodyCharactersMax }),
});

/** Tells something to the whole course. Sent again with the same id, it answers what is there. */
export async function postAnnouncement(scope: ChangeScope, input: unknown): Promise<AnnouncementRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(postAnnouncementInput, input);
  const courseId = parseId(wanted.courseId, 'course');
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    await enterCourse(tx, { viewer, courseId, action: 'POST_ANNOUNCEMENT', lock: 'STATE' });
    const announcementId = wanted.id ?? newId(now);
    const posted = await insertAnnouncement(tx, {
      id: announcementId,
      courseId,
      authorId: viewer.userId,
      title: wanted.title,
      body: wanted.body,
      postedAt: now,
    });
    if (posted) {
      const { authorId } = posted;
      emit('ruzlet.course.announcement.posted.v1', {
        courseId,
        announcementId,
        authorId,
        postedAt: now.toISOString(),
      });
      return posted;
    }
    const existing = await findAnnouncement(tx, announcementId);
    if (existing?.courseId !== courseId || existing.authorId !== viewer.userId) {
      throw conflict(`The id ${announcementId} is taken: make another.`);
    }
    const same = existing.title === wanted.title && existing.body === wanted.body;
    demandSameContent({ id: announcementId, unchanged: true }, same);
    return existing;
  });
}
