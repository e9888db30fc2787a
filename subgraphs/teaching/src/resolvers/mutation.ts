import type { MutationResolvers } from '../generated/graphql.js';
import { addLesson } from '../services/add-lesson.js';
import { addModule } from '../services/add-module.js';
import { attachDeck } from '../services/attach-deck.js';
import { archiveCourse, publishCourse } from '../services/change-course-state.js';
import { completeLesson } from '../services/complete-lesson.js';
import { createAssignment } from '../services/create-assignment.js';
import { createCourse } from '../services/create-course.js';
import { deleteAnnouncement } from '../services/delete-announcement.js';
import { deleteLesson } from '../services/delete-lesson.js';
import { deleteModule } from '../services/delete-module.js';
import { detachDeck } from '../services/detach-deck.js';
import { enrollUser } from '../services/enroll-user.js';
import { excuseStudent } from '../services/excuse-student.js';
import { gradeSubmission } from '../services/grade-submission.js';
import { joinCourse, joinPublicCourse } from '../services/join-course.js';
import { leaveCourse } from '../services/leave-course.js';
import { removeAssignmentOverride, setAssignmentOverride } from '../services/override-assignment.js';
import { postAnnouncement } from '../services/post-announcement.js';
import { shownSubmission } from '../services/read-submission.js';
import { removeEnrollment } from '../services/remove-enrollment.js';
import { reorder } from '../services/reorder.js';
import { rotateJoinCode } from '../services/rotate-join-code.js';
import { setCourseRole } from '../services/set-course-role.js';
import { saveSubmissionDraft, submitAssignment } from '../services/submit-assignment.js';
import { deleteAssignment, publishAssignment, showGrades, updateAssignment } from '../services/update-assignment.js';
import { updateCourse } from '../services/update-course.js';
import { updateLesson } from '../services/update-lesson.js';
import { updateModule } from '../services/update-module.js';

export const Mutation: MutationResolvers = {
  createCourse: async (_, { input }, scope) => ({ course: await createCourse(scope, input) }),
  updateCourse: async (_, { input }, scope) => ({ course: await updateCourse(scope, input) }),
  publishCourse: async (_, { id }, scope) => ({ course: await publishCourse(scope, id) }),
  archiveCourse: async (_, { id }, scope) => ({ course: await archiveCourse(scope, id) }),
  rotateJoinCode: async (_, { id }, scope) => ({ course: await rotateJoinCode(scope, id) }),

  addModule: async (_, { input }, scope) => ({ module: await addModule(scope, input) }),
  updateModule: async (_, { input }, scope) => ({ module: await updateModule(scope, input) }),
  deleteModule: async (_, { id }, scope) => ({ course: await deleteModule(scope, id) }),
  addLesson: async (_, { input }, scope) => ({ lesson: await addLesson(scope, input) }),
  updateLesson: async (_, { input }, scope) => ({ lesson: await updateLesson(scope, input) }),
  deleteLesson: async (_, { id }, scope) => ({ course: await deleteLesson(scope, id) }),
  reorder: async (_, { input }, scope) => ({ course: await reorder(scope, input) }),
  attachDeck: async (_, { input }, scope) => ({ lesson: await attachDeck(scope, input) }),
  detachDeck: async (_, { input }, scope) => ({ lesson: await detachDeck(scope, input) }),

  joinCourse: async (_, { joinCode }, scope) => ({ enrollment: await joinCourse(scope, joinCode) }),
  joinPublicCourse: async (_, { id }, scope) => ({ enrollment: await joinPublicCourse(scope, id) }),
  leaveCourse: (_, { id }, scope) => leaveCourse(scope, id),
  enrollUser: async (_, { input }, scope) => ({ enrollment: await enrollUser(scope, input) }),
  setCourseRole: async (_, { input }, scope) => ({ enrollment: await setCourseRole(scope, input) }),
  removeEnrollment: async (_, { input }, scope) => ({ course: await removeEnrollment(scope, input) }),

  completeLesson: (_, { id }, scope) => completeLesson(scope, id),
  postAnnouncement: async (_, { input }, scope) => ({ announcement: await postAnnouncement(scope, input) }),
  deleteAnnouncement: async (_, { id }, scope) => ({ course: await deleteAnnouncement(scope, id) }),

  createAssignment: async (_, { input }, scope) => ({ assignment: await createAssignment(scope, input) }),
  updateAssignment: async (_, { input }, scope) => ({ assignment: await updateAssignment(scope, input) }),
  publishAssignment: async (_, { id }, scope) => ({ assignment: await publishAssignment(scope, id) }),
  deleteAssignment: async (_, { id }, scope) => ({ course: await deleteAssignment(scope, id) }),
  setAssignmentOverride: async (_, { input }, scope) => ({ assignment: await setAssignmentOverride(scope, input) }),
  removeAssignmentOverride: async (_, { input }, scope) => ({
    assignment: await removeAssignmentOverride(scope, input),
  }),
  postGrades: async (_, { id }, scope) => ({ assignment: await showGrades(scope, id, true) }),
  hideGrades: async (_, { id }, scope) => ({ assignment: await showGrades(scope, id, false) }),

  saveSubmissionDraft: async (_, { input }, scope) => ({
    submission: await shownSubmission(scope, await saveSubmissionDraft(scope, input)),
  }),
  submitAssignment: async (_, { input }, scope) => ({
    submission: await shownSubmission(scope, await submitAssignment(scope, input)),
  }),
  gradeSubmission: async (_, { input }, scope) => ({
    submission: await shownSubmission(scope, await gradeSubmission(scope, input)),
  }),
  excuse: async (_, { input }, scope) => ({
    submission: await shownSubmission(scope, await excuseStudent(scope, input)),
  }),
};
