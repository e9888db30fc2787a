import type { CourseProgressResolvers, CourseResolvers, EnrollmentResolvers } from '../generated/graphql.js';
import { percentCompleted } from '../domain/progress.js';
import { listAssignments } from '../services/list-assignments.js';
import { listAnnouncements } from '../services/list-announcements.js';
import { listEnrollments } from '../services/list-enrollments.js';
import { listLessons } from '../services/list-lessons.js';
import { listModules } from '../services/list-modules.js';
import { readGradebook, readViewerGrades } from '../services/read-gradebook.js';
import { findVisibleCourse, readJoinCode } from '../services/read-course.js';
import { readProgress, readViewerProgress, readViewerRole } from '../services/read-progress.js';

export const Course: CourseResolvers = {
  __resolveReference: ({ id }, scope) => findVisibleCourse(scope, id),
  teacher: (course) => ({ id: course.ownerId }),
  joinCode: (course, _, scope) => readJoinCode(scope, course),
  modules: (course, _, scope) => listModules(scope, course),
  lessons: (course, args, scope) => listLessons(scope, course, args),
  lessonCount: (course, _, scope) => scope.loaders.lessonCountOfCourse.load(course.id),
  studentCount: (course, _, scope) => scope.loaders.studentCount.load(course.id),
  announcements: (course, args, scope) => listAnnouncements(scope, course, args),
  enrollments: (course, args, scope) => listEnrollments(scope, course, args),
  assignments: (course, args, scope) => listAssignments(scope, course, args),
  gradebook: (course, _, scope) => readGradebook(scope, course),
  viewerGrades: (course, _, scope) => readViewerGrades(scope, course),
  viewerRole: (course, _, scope) => readViewerRole(scope, course),
  viewerProgress: (course, _, scope) => readViewerProgress(scope, course),
};

export const Enrollment: EnrollmentResolvers = {
  course: (enrollment, _, scope) => findVisibleCourse(scope, enrollment.courseId),
  user: (enrollment) => ({ id: enrollment.userId }),
  progress: (enrollment, _, scope) => readProgress(scope, enrollment),
};

export const CourseProgress: CourseProgressResolvers = {
  course: (progress, _, scope) => findVisibleCourse(scope, progress.courseId),
  percent: (progress) => percentCompleted(progress),
};
