import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Arrivals } from '@ruzlet/platform/outbox/arrivals';
import DataLoader from 'dataloader';
import { findCoursesOfMember, findCoursesOfStaff, findStudentsOfViewer, findVisibleDecks, isAdmin } from './access.js';
import type { AnalyticsDb } from './database.js';
import { findLearnersByIds, type LearnerDays } from './learners.js';

/** Whether the viewer of one request may see the figures of a thing, asked for many things at once. */
export interface AccessLoaders {
  learner: DataLoader<string, boolean>;
  deck: DataLoader<string, boolean>;
  /** Staff of the course. */
  course: DataLoader<string, boolean>;
  /** Member of the course, in whatever role. */
  courseMember: DataLoader<string, boolean>;
  learnerDays: DataLoader<string, LearnerDays | undefined>;
}

/** How long a signed-in viewer waits for a copy that would let them see (milliseconds), whether or not there is such a thing. */
const patienceMs = 300;

export function createAccessLoaders(db: AnalyticsDb, viewer: Viewer | null, arrivals: Arrivals): AccessLoaders {
  const within = (find: (ids: readonly string[]) => Promise<Set<string>>) =>
    new DataLoader<string, boolean>(async (ids) => {
      const found = await find(ids);
      return ids.map((id) => found.has(id));
    });
  /** Copies arrive as events: what a viewer has just made or joined may be on its way here still. */
  const patiently = (find: (ids: readonly string[]) => Promise<Set<string>>) =>
    within(async (ids) => {
      let found = await find(ids);
      if (!viewer || found.size === new Set(ids).size) return found;
      await arrivals.lookAgain(async () => {
        found = await find(ids);
        return found.size === new Set(ids).size || undefined;
      }, patienceMs);
      return found;
    });
  return {
    learner: within(async (userIds) => {
      if (!viewer) return new Set();
      if (isAdmin(viewer)) return new Set(userIds);
      const others = userIds.filter((userId) => userId !== viewer.userId);
      const students = others.length > 0 ? await findStudentsOfViewer(db, viewer, others) : [];
      return new Set([viewer.userId, ...students]);
    }),
    deck: patiently((deckIds) => findVisibleDecks(db, viewer, deckIds)),
    course: patiently((courseIds) => findCoursesOfStaff(db, viewer, courseIds)),
    courseMember: patiently((courseIds) => findCoursesOfMember(db, viewer, courseIds)),
    learnerDays: new DataLoader<string, LearnerDays | undefined>(async (userIds) => {
      const found = new Map((await findLearnersByIds(db, userIds)).map((learner) => [learner.userId, learner]));
      return userIds.map((userId) => found.get(userId));
    }),
  };
}
