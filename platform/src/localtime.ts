/**
 * A learner's day: it begins at `dayStartsAt` o'clock in the learner's time zone, so that a card learned after midnight
 * still counts for the evening. Days are text, `YYYY-MM-DD`; zones are IANA names.
 */

const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are costly to make and few: there are about 600 zones. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The wall clock of a zone at a moment, as if it were UTC (milliseconds). */
function wallClockMs(at: Date, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) {
    if (type !== 'literal') parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** True for an IANA zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The name that everybody knows of a zone that this runtime knows: `europe/berlin` is a zone here, and an unknown name elsewhere.
 */
export function canonicalTimeZone(name: string): string {
  return formatFor(name).resolvedOptions().timeZone;
}

/** The learner's day at a moment. @param dayStartsAtHour 0..23 */
export function localDay(at: Date, timeZone: string, dayStartsAtHour: number): string {
  return new Date(wallClockMs(at, timeZone) - dayStartsAtHour * 3_600_000).toISOString().slice(0, 10);
}

/** The hour on the learner's wall clock, 0..23. */
export function localHour(at: Date, timeZone: string): number {
  return new Date(wallClockMs(at, timeZone)).getUTCHours();
}

/** The day `count` days after (or before, when negative). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/**
 * The moment when a learner's day begins. Where the clock jumps over that hour, the first moment after the jump;
 * where the hour occurs twice, the first of the two.
 */
export function startOfLocalDay(day: string, timeZone: string, dayStartsAtHour: number): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + dayStartsAtHour * 3_600_000;
  // The offset a day before and a day after bracket any change of the clock near the wanted moment.
  const candidates = [wanted - dayMs, wanted + dayMs]
    .map((near) => wanted - (wallClockMs(new Date(near), timeZone) - near))
    .sort((a, b) => a - b);
  const exact = candidates.find((candidate) => wallClockMs(new Date(candidate), timeZone) === wanted);
  if (exact !== undefined) return new Date(exact);
  return firstMomentFrom(wanted, timeZone, candidates);
}

/** In a gap no moment has the wanted wall clock: bisects for the first whose wall clock is later. */
function firstMomentFrom(wantedWallClock: number, timeZone: string, candidates: number[]): Date {
  let low = (candidates[0] ?? wantedWallClock) - 3 * 3_600_000;
  let high = (candidates.at(-1) ?? wantedWallClock) + 3 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClockMs(new Date(middle), timeZone) >= wantedWallClock) high = middle;
    else low = middle;
  }
  return new Date(high);
}
