import type { CriterionGrade, RubricCriterion } from './assignment.js';

/** Points from a rubric, and what a gradebook says. */

/** A sum of points without the dust of binary fractions: 0.1 and 0.2 are 0.3. */
export function sumOfPoints(points: readonly number[]): number {
  const sum = points.reduce((all, one) => all + one, 0);
  return Math.round(sum * 1e6) / 1e6;
}

export function rubricPoints(rubric: readonly RubricCriterion[]): number {
  return sumOfPoints(rubric.map(({ points }) => points));
}

/** What is wrong with grades by rubric, by their place; undefined when nothing is. */
export function faultOfCriteria(
  rubric: readonly RubricCriterion[],
  grades: readonly CriterionGrade[],
): { index: number; message: string } | undefined {
  const seen = new Set<string>();
  for (const [index, { criterionId, points }] of grades.entries()) {
    const criterion = rubric.find(({ id }) => id === criterionId);
    if (!criterion) return { index, message: "is not in the assignment's rubric" };
    if (seen.has(criterionId)) return { index, message: 'is graded twice' };
    if (points > criterion.points) return { index, message: `gives more than ${String(criterion.points)} points` };
    seen.add(criterionId);
  }
  return undefined;
}

export type GradeState = 'OPEN' | 'MISSING' | 'SUBMITTED' | 'GRADED' | 'EXCUSED';

/** How an assignment stands in the gradebook. */
export function gradeState(
  submission: { state: 'OPEN' | 'SUBMITTED' | 'GRADED' | 'EXCUSED' } | null,
  dueAt: Date | null,
  now: Date,
): GradeState {
  if (submission && submission.state !== 'OPEN') return submission.state;
  return dueAt !== null && now > dueAt ? 'MISSING' : 'OPEN';
}

/** Points of all that is graded. */
export function totalOf(grades: readonly { score: number | null; points: number }[]): {
  score: number;
  points: number;
  percent: number | null;
} {
  const graded = grades.filter((grade): grade is { score: number; points: number } => grade.score !== null);
  const score = sumOfPoints(graded.map((grade) => grade.score));
  const points = sumOfPoints(graded.map((grade) => grade.points));
  return { score, points, percent: points === 0 ? null : (100 * score) / points };
}
