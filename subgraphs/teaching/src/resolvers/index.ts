import type { Resolvers } from '../generated/graphql.js';
import { Assignment, AssignmentOverride, Grade, Gradebook, GradebookRow, Submission } from './assignment.js';
import { Course, CourseProgress, Enrollment } from './course.js';
import { Announcement, Lesson, Module, UnlockRule } from './lesson.js';
import { AnnouncementEvent, AssignmentGradedEvent, CourseProgressEvent, Subscription } from './live.js';
import { Mutation } from './mutation.js';
import { Query } from './query.js';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  AnnouncementEvent,
  CourseProgressEvent,
  AssignmentGradedEvent,
  Course,
  Enrollment,
  CourseProgress,
  Module,
  UnlockRule,
  Lesson,
  Announcement,
  Assignment,
  AssignmentOverride,
  Submission,
  Gradebook,
  GradebookRow,
  Grade,
};
