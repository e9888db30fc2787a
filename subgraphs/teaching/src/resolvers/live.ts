import type {
  AnnouncementEventResolvers,
  CourseProgressEventResolvers,
  SubscriptionResolvers,
} from '../generated/graphql.js';
import { findVisibleCourse } from '../services/read-course.js';
import {
  completedLesson,
  postedAnnouncement,
  progressedEnrollment,
  watchAnnouncements,
  watchProgress,
  type AnnouncementNews,
  type ProgressNews,
} from '../services/watch-course.js';

export const Subscription: SubscriptionResolvers = {
  announcementPosted: {
    subscribe: async (_, args, scope) => watchAnnouncements(scope, args),
    resolve: (news: AnnouncementNews) => news,
  },
  courseProgressed: {
    subscribe: async (_, args, scope) => watchProgress(scope, args),
    resolve: (news: ProgressNews) => news,
  },
};

export const AnnouncementEvent: AnnouncementEventResolvers = {
  course: ({ courseId }, _, scope) => findVisibleCourse(scope, courseId),
  announcement: (news, _, scope) => postedAnnouncement(scope, news),
};

export const CourseProgressEvent: CourseProgressEventResolvers = {
  course: ({ courseId }, _, scope) => findVisibleCourse(scope, courseId),
  lesson: (news, _, scope) => completedLesson(scope, news),
  enrollment: (news, _, scope) => progressedEnrollment(scope, news),
};
