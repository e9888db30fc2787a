/** How far somebody has come in a course. */
export interface Progress {
  lessonsCompleted: number;
  lessonsTotal: number;
}

/** The completed part in percent, 0 to 100; 0 for a course without lessons. */
export function percentCompleted(progress: Progress): number {
  return progress.lessonsTotal === 0 ? 0 : (100 * progress.lessonsCompleted) / progress.lessonsTotal;
}
