import type { RuzletEvent } from '@ruzlet/contracts/registry';

/** An event may be this far ahead of the collector's clock (milliseconds): publishers' clocks differ, learners' too. */
export const eventAheadMaxMs = 86_400_000;
/** Nothing of ours is older. */
const earliestMs = Date.UTC(2000, 0, 1);
/** A learner's day lies this near to the moment, whatever the time zone and the hour at which the day begins (days). */
const localDayDistanceMaxDays = 3;
const dayMs = 86_400_000;

/** An event whose times cannot be true: for the dead letters. */
export class ImplausibleTimeError extends Error {
  override readonly name = 'ImplausibleTimeError';
}

/**
 * Refuses an event whose times cannot be true. The contract says what a time looks like; one that is decades off would still
 * fall outside of what ClickHouse's types hold, or put figures on days that nobody has seen.
 *
 * @throws ImplausibleTimeError
 */
export function checkTimes(event: RuzletEvent, now: Date): void {
  const fault = outOfBounds('time', event.time, now) ?? faultOfData(event, now);
  if (fault !== undefined) throw new ImplausibleTimeError(fault);
}

function faultOfData(event: RuzletEvent, now: Date): string | undefined {
  switch (event.type) {
    case 'ruzlet.learning.card.reviewed.v1': {
      const { reviewedAt, localDay } = event.data;
      return outOfBounds('data.reviewedAt', reviewedAt, now) ?? farFrom('data.localDay', localDay, reviewedAt);
    }
    case 'ruzlet.learning.test.submitted.v1': {
      const { submittedAt, localDay } = event.data;
      return outOfBounds('data.submittedAt', submittedAt, now) ?? farFrom('data.localDay', localDay, submittedAt);
    }
    default:
      return undefined;
  }
}

function outOfBounds(field: string, value: string, now: Date): string | undefined {
  const at = Date.parse(value);
  if (!(at >= earliestMs)) return `${field}: ${value} lies before the year 2000`;
  if (at > now.getTime() + eventAheadMaxMs) return `${field}: ${value} lies more than a day in the future`;
  return undefined;
}

function farFrom(field: string, day: string, moment: string): string | undefined {
  const distanceDays = Math.abs(Date.parse(`${day}T12:00:00Z`) - Date.parse(moment)) / dayMs;
  return distanceDays <= localDayDistanceMaxDays ? undefined : `${field}: ${day} is not the day of ${moment}`;
}
