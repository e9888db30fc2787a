/**
 * Learning steps as people write them: `1m`, `10m`, `2h`, `1d`. Inside they are minutes.
 */

const minutesPer = { m: 1, h: 60, d: 1_440 } as const;

/** Longest step (minutes): 30 days. */
export const stepMinutesMax = 30 * minutesPer.d;
const stepPattern = /^([1-9]\d{0,4})([mhd])$/;

/** Minutes of a step, or undefined when the text is none. */
export function parseStep(text: string): number | undefined {
  const [, count, unit] = stepPattern.exec(text.trim()) ?? [];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') return undefined;
  const minutes = Number(count) * minutesPer[unit];
  return minutes <= stepMinutesMax ? minutes : undefined;
}

/** A step in its largest whole unit: 90 minutes are `90m`, 120 are `2h`. */
export function formatStep(minutes: number): string {
  if (minutes % minutesPer.d === 0) return `${String(minutes / minutesPer.d)}d`;
  if (minutes % minutesPer.h === 0) return `${String(minutes / minutesPer.h)}h`;
  return `${String(minutes)}m`;
}
