import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  canonicalTimeZone,
  daysBetween,
  isTimeZone,
  localDay,
  localHour,
  startOfLocalDay,
} from '../src/localtime.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
];
const moment = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const zone = fc.constantFrom(...zones);
const hour = fc.integer({ min: 0, max: 23 });

describe("a learner's day", () => {
  it.each([
    ['2026-03-01T03:59:59Z', 'UTC', 4, '2026-02-28'],
    ['2026-03-01T04:00:00Z', 'UTC', 4, '2026-03-01'],
    ['2026-03-01T02:30:00Z', 'Europe/Berlin', 4, '2026-02-28'],
    ['2026-12-31T18:20:00Z', 'Asia/Kathmandu', 0, '2027-01-01'],
    ['2026-01-01T11:00:00Z', 'America/New_York', 4, '2026-01-01'],
  ])('%s in %s, days starting at %i, is %s', (at, timeZone, startsAt, day) => {
    expect(localDay(new Date(at), timeZone, startsAt)).toBe(day);
  });

  it('holds its own beginning, and the moment before belongs to another day', () => {
    fc.assert(
      fc.property(moment, zone, hour, (at, timeZone, startsAt) => {
        const day = localDay(at, timeZone, startsAt);
        const begin = startOfLocalDay(day, timeZone, startsAt);
        expect(begin.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(localDay(begin, timeZone, startsAt)).toBe(day);
        expect(localDay(new Date(begin.getTime() - 1), timeZone, startsAt) < day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('begins after the jump where the clock jumps over its hour', () => {
    // In Berlin the clock goes from 02:00 to 03:00 on this day.
    expect(startOfLocalDay('2026-03-29', 'Europe/Berlin', 2).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  it('begins at the first of two equal hours', () => {
    expect(startOfLocalDay('2026-10-25', 'Europe/Berlin', 2).toISOString()).toBe('2026-10-25T00:00:00.000Z');
  });

  it('counts days over the ends of months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2027-12-31', '2028-03-01')).toBe(61);
  });

  it('knows the hour on the wall, and which zones exist', () => {
    expect(localHour(new Date('2026-07-01T22:15:00Z'), 'Asia/Kathmandu')).toBe(4);
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(canonicalTimeZone('europe/berlin')).toBe('Europe/Berlin');
  });
});
