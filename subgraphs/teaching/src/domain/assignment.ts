/** The words that every rule of an assignment is written in. */

export const assignmentKinds = ['STUDY', 'TEST', 'WRITTEN'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

export const submissionStates = ['OPEN', 'SUBMITTED', 'GRADED', 'EXCUSED'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** One thing that is graded for itself. */
export interface RubricCriterion {
  id: string;
  title: string;
  description: string | null;
  points: number;
}

/** The grade for one thing of a rubric. */
export interface CriterionGrade {
  criterionId: string;
  points: number;
  comment: string | null;
}

/** What happens to what comes late. */
export interface LatePolicy {
  accepted: boolean;
  graceMinutes: number;
  penaltyPercentPerDay: number;
  penaltyPercentMax: number;
}

/** When a student can hand something in, and how often. */
export interface AssignmentDates {
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  attemptsMax: number | null;
}
