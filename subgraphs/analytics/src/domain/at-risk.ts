/** Why a student may drop out of a course: plain rules that a teacher can follow. */

export type RiskReason = 'NEVER_STARTED' | 'INACTIVE' | 'LOW_ACCURACY';

/** Days without activity after which a student counts as inactive. */
export const inactiveAfterDays = 7;
/** Share of right answers below which a student needs help, 0 to 1. */
export const accuracyMin = 0.6;
/** Reviews that it takes to judge the accuracy (count). */
export const accuracyReviewsMin = 20;

const dayMs = 86_400_000;

/** What is known of a student in one course. */
export interface StudentActivity {
  enrolledAt: Date;
  lastActiveAt: Date | null;
  lessonsCompleted: number;
  /** Over the last 30 days. */
  recentReviews: number;
  recentCorrect: number;
}

/** The reasons to worry about a student; none when all is well. */
export function riskReasons(student: StudentActivity, lessonsTotal: number, now: Date): RiskReason[] {
  const reasons: RiskReason[] = [];
  const inactiveSince = now.getTime() - inactiveAfterDays * dayMs;
  if (student.lastActiveAt === null) {
    if (student.enrolledAt.getTime() <= inactiveSince) reasons.push('NEVER_STARTED');
  } else if (student.lastActiveAt.getTime() <= inactiveSince && student.lessonsCompleted < lessonsTotal) {
    reasons.push('INACTIVE');
  }
  if (student.recentReviews >= accuracyReviewsMin && student.recentCorrect / student.recentReviews < accuracyMin) {
    reasons.push('LOW_ACCURACY');
  }
  return reasons;
}
