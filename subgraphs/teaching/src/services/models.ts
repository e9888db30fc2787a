/** What stands behind the types of the graph whose fields are resolved one by one. */

export type { CourseProgress as CourseProgressModel } from './complete-lesson.js';
export type {
  AnnouncementRow as AnnouncementModel,
  CourseRow as CourseModel,
  EnrollmentRow as EnrollmentModel,
  LessonRow as LessonModel,
  ModuleRow as ModuleModel,
} from '../storage/teaching-db.js';
