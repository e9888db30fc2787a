import type { QueryResolvers } from '../generated/graphql.js';
import { listMyCourses, listPublicCourses } from '../services/list-courses.js';
import { readAssignment } from '../services/assignment-access.js';
import { listMyAssignments } from '../services/list-assignments.js';
import { readCourse } from '../services/read-course.js';

export const Query: QueryResolvers = {
  course: (_, { id }, scope) => readCourse(scope, id),
  myCourses: (_, args, scope) => listMyCourses(scope, args),
  assignment: (_, { id }, scope) => readAssignment(scope, id),
  myAssignments: (_, args, scope) => listMyAssignments(scope, args),
  publicCourses: (_, args, scope) => listPublicCourses(scope, args),
};
