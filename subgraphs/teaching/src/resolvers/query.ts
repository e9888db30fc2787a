import type { QueryResolvers } from '../generated/graphql.js';
import { listMyCourses, listPublicCourses } from '../services/list-courses.js';
import { readCourse } from '../services/read-course.js';

export const Query: QueryResolvers = {
  course: (_, { id }, scope) => readCourse(scope, id),
  myCourses: (_, args, scope) => listMyCourses(scope, args),
  publicCourses: (_, args, scope) => listPublicCourses(scope, args),
};
