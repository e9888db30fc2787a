/** What stands behind the types of the graph whose fields are resolved one by one. */

export type { CourseProgress as CourseProgressModel } from './complete-lesson.js';
export type { DatesModel } from './assignment-access.js';
export type { OverrideModel } from './list-assignments.js';
export type { GradebookRowModel, GradeModel } from './read-gradebook.js';
export type {
  AnnouncementRow as AnnouncementModel,
  AssignmentRow as AssignmentModel,
  CourseRow as CourseModel,
  EnrollmentRow as EnrollmentModel,
  LessonRow as LessonModel,
  ModuleRow as ModuleModel,
  SubmissionAttemptRow as SubmissionAttemptModel,
  SubmissionRow as SubmissionModel,
} from '../storage/teaching-db.js';
