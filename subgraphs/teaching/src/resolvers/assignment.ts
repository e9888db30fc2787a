import type {
  AssignmentOverrideResolvers,
  AssignmentResolvers,
  GradebookResolvers,
  GradebookRowResolvers,
  GradeResolvers,
  SubmissionResolvers,
} from '../generated/graphql.js';
import {
  findReadableAssignment,
  latePolicyOf,
  readAssignmentDeck,
  readInstructions,
  readViewerDates,
} from '../services/assignment-access.js';
import { countSubmissionsOf, listOverrides, listSubmissions } from '../services/list-assignments.js';
import { listGradebookRows } from '../services/read-gradebook.js';
import { readPart } from '../services/read-part.js';
import { readAttemptsLeft, readHistory, readViewerSubmission } from '../services/read-submission.js';

/** Something of another subgraph, by its id. */
const byId = (id: string | null) => (id === null ? null : { id });

export const Assignment: AssignmentResolvers = {
  __resolveReference: ({ id }, scope) => findReadableAssignment(scope, id),
  instructions: (assignment, _, scope) => readInstructions(scope, assignment),
  course: (assignment, _, scope) => readPart(scope.loaders.course, assignment.courseId),
  deck: async (assignment, _, scope) => byId(await readAssignmentDeck(scope, assignment)),
  goal: (assignment) =>
    assignment.kind === 'WRITTEN'
      ? null
      : {
          retrievability: assignment.goalRetrievability,
          testScore: assignment.goalTestScore,
          questionsMin: assignment.goalQuestionsMin,
        },
  latePolicy: (assignment) => latePolicyOf(assignment),
  viewerDates: (assignment, _, scope) => readViewerDates(scope, assignment),
  viewerSubmission: (assignment, _, scope) => readViewerSubmission(scope, assignment.id),
  submissions: (assignment, args, scope) => listSubmissions(scope, assignment, args),
  overrides: (assignment, args, scope) => listOverrides(scope, assignment, args),
  submissionCounts: (assignment, _, scope) => countSubmissionsOf(scope, assignment),
};

export const AssignmentOverride: AssignmentOverrideResolvers = {
  student: ({ studentId }) => byId(studentId),
};

export const Submission: SubmissionResolvers = {
  assignment: (submission, _, scope) => readPart(scope.loaders.assignment, submission.assignmentId),
  student: ({ studentId }) => byId(studentId),
  attemptsLeft: (submission, _, scope) => readAttemptsLeft(scope, submission),
  goalReached: ({ progress }) => (progress === null ? null : progress >= 1),
  gradedBy: ({ gradedBy }) => byId(gradedBy),
  history: (submission, _, scope) => readHistory(scope, submission),
};

export const Gradebook: GradebookResolvers = {
  assignments: (course, _, scope) => scope.loaders.assignmentsOfCourse.load(course.id),
  rows: (course, args, scope) => listGradebookRows(scope, course, args),
};

export const GradebookRow: GradebookRowResolvers = {
  student: ({ studentId }) => byId(studentId),
};

export const Grade: GradeResolvers = {
  submission: ({ submission }) => submission,
};
