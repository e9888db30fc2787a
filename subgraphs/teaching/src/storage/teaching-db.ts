import type { Db } from '@ruzlet/platform/postgres/database';
import type * as tables from './tables.js';

/** The database of teaching, or a transaction in it. */
export type TeachingDb = Db<typeof tables>;

export type CourseRow = typeof tables.courses.$inferSelect;
export type ModuleRow = typeof tables.modules.$inferSelect;
export type LessonRow = typeof tables.lessons.$inferSelect;
export type LessonDeckRow = typeof tables.lessonDecks.$inferSelect;
export type EnrollmentRow = typeof tables.enrollments.$inferSelect;
export type AnnouncementRow = typeof tables.announcements.$inferSelect;
export type DeckCopyRow = typeof tables.deckCopies.$inferSelect;
export type AssignmentRow = typeof tables.assignments.$inferSelect;
export type AssignmentOverrideRow = typeof tables.assignmentOverrides.$inferSelect;
export type SubmissionRow = typeof tables.submissions.$inferSelect;
export type SubmissionAttemptRow = typeof tables.submissionAttempts.$inferSelect;
export type MemoryCopyRow = typeof tables.memoryCopies.$inferSelect;
