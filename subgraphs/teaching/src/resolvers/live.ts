import type {
  AnnouncementEventResolvers,
  AssignmentGradedEventResolvers,
  CourseProgressEventResolvers,
  SubscriptionResolvers,
} from '../generated/graphql.js';
import { findReadableAssignment } from '../services/assignment-access.js';
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
import { gradedSubmission, watchGrades, type GradeNews } from '../services/watch-grades.js';

export const Subscription: SubscriptionResolvers = {
  announcementPosted: {
    subscribe: async (_, args, scope) => watchAnnouncements(scope, args),
    resolve: (news: AnnouncementNews) => news,
  },
  courseProgressed: {
    subscribe: async (_, args, scope) => watchProgress(scope, args),
    resolve: (news: ProgressNews) => news,
  },
  assignmentGraded: {
    subscribe: async (_, args, scope) => watchGrades(scope, args),
    resolve: (news: GradeNews) => news,
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

export const AssignmentGradedEvent: AssignmentGradedEventResolvers = {
  course: ({ courseId }, _, scope) => findVisibleCourse(scope, courseId),
  assignment: ({ assignmentId }, _, scope) =>
    assignmentId === null ? null : findReadableAssignment(scope, assignmentId),
  submission: (news, _, scope) => gradedSubmission(scope, news),
};
