import { isMember, isStaff, type CourseRole, type CourseState, type Standing } from './course.js';

/**
 * Who may do what in a course. Every door asks here; the tests go through the whole table.
 */

export const courseActions = [
  /** Title, description, teacher, state and counts. */
  'SEE_CARD',
  /** Modules, lessons, announcements. */
  'READ_CONTENT',
  /** Everybody's enrolment and progress, and the join code. */
  'SEE_STAFF_VIEW',
  /** Texts of the course, modules, lessons, decks, order. */
  'EDIT',
  'PUBLISH',
  'ARCHIVE',
  'ROTATE_JOIN_CODE',
  'MANAGE_MEMBERS',
  'POST_ANNOUNCEMENT',
  'COMPLETE_LESSON',
  /** Grades, excuses, what is shown of them. */
  'GRADE',
  /** Handing in. */
  'SUBMIT',
] as const;
export type CourseAction = (typeof courseActions)[number];

/**
 * `HIDDEN` becomes NOT_FOUND: to this viewer the course does not exist. `FORBIDDEN`: they see the course, but their
 * role does not reach that far. `WRONG_STATE` becomes CONFLICT: their role does, but not while the course is so.
 */
export type Decision = 'ALLOWED' | 'HIDDEN' | 'FORBIDDEN' | 'WRONG_STATE';

/** What a decision looks at of a course. */
export interface CourseFacts {
  state: CourseState;
  listed: boolean;
}

/** Decides an action. `ANONYMOUS` is treated as a stranger: asking for a sign-in first is the door's business. */
export function decideCourseAction(course: CourseFacts, standing: Standing, action: CourseAction): Decision {
  if (!seesCard(course, standing)) return 'HIDDEN';
  switch (action) {
    case 'SEE_CARD':
      return 'ALLOWED';
    case 'READ_CONTENT':
      return isMember(standing) ? 'ALLOWED' : 'FORBIDDEN';
    case 'SEE_STAFF_VIEW':
      return isStaff(standing) ? 'ALLOWED' : 'FORBIDDEN';
    case 'EDIT':
    case 'ROTATE_JOIN_CODE':
    case 'MANAGE_MEMBERS':
      if (!isOwnerOrTeacher(standing)) return 'FORBIDDEN';
      return course.state === 'ARCHIVED' ? 'WRONG_STATE' : 'ALLOWED';
    case 'PUBLISH':
      // An archived course is opened again by whoever could close it.
      return standing === 'OWNER' || (standing === 'TEACHER' && course.state !== 'ARCHIVED') ? 'ALLOWED' : 'FORBIDDEN';
    case 'ARCHIVE':
      return standing === 'OWNER' ? 'ALLOWED' : 'FORBIDDEN';
    case 'POST_ANNOUNCEMENT':
    case 'GRADE':
      if (!isStaff(standing)) return 'FORBIDDEN';
      return course.state === 'ARCHIVED' ? 'WRONG_STATE' : 'ALLOWED';
    case 'COMPLETE_LESSON':
      if (!isMember(standing)) return 'FORBIDDEN';
      return course.state === 'PUBLISHED' ? 'ALLOWED' : 'WRONG_STATE';
    case 'SUBMIT':
      if (standing !== 'STUDENT') return 'FORBIDDEN';
      return course.state === 'PUBLISHED' ? 'ALLOWED' : 'WRONG_STATE';
  }
}

function seesCard(course: CourseFacts, standing: Standing): boolean {
  if (isStaff(standing)) return true;
  if (standing === 'STUDENT') return course.state !== 'DRAFT';
  return course.state === 'PUBLISHED' && course.listed;
}

function isOwnerOrTeacher(standing: Standing): boolean {
  return standing === 'OWNER' || standing === 'TEACHER';
}

/** True when a new member can come in, by code or (`open`) without. */
export function isJoinable(course: CourseFacts, by: 'CODE' | 'OPEN'): boolean {
  return course.state === 'PUBLISHED' && (by === 'CODE' || course.listed);
}

/**
 * Whether `actor` may turn a member from one role (`null`: not a member yet) into another (`null`: no longer one).
 * The owner may do all but lose the course that way; a teacher looks after assistants and students.
 */
export function mayChangeRole(actor: Standing, from: CourseRole | null, to: CourseRole | null): boolean {
  if (from === 'OWNER') return false;
  if (actor === 'OWNER') return true;
  return actor === 'TEACHER' && isBelowTeacher(from) && isBelowTeacher(to);
}

function isBelowTeacher(role: CourseRole | null): boolean {
  return role === null || role === 'ASSISTANT' || role === 'STUDENT';
}
