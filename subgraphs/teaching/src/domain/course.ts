/** The words that every rule of a course is written in. */

export const courseRoles = ['OWNER', 'TEACHER', 'ASSISTANT', 'STUDENT'] as const;
export type CourseRole = (typeof courseRoles)[number];

export const courseStates = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;
export type CourseState = (typeof courseStates)[number];

/**
 * What somebody is to a course. A stranger is signed in but not a member; an anonymous viewer has no token.
 */
export type Standing = CourseRole | 'STRANGER' | 'ANONYMOUS';

export function isStaff(standing: Standing): boolean {
  return standing === 'OWNER' || standing === 'TEACHER' || standing === 'ASSISTANT';
}

export function isMember(standing: Standing): boolean {
  return isStaff(standing) || standing === 'STUDENT';
}
