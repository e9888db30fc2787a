import { describe, expect, it } from 'vitest';
import { periodRange } from '../src/domain/period.js';

describe('the period of a leaderboard', () => {
  it.each([
    ['DAY', '2026-03-18', '2026-03-18', '2026-03-18'],
    // A Wednesday, a Monday, and a Sunday in another year.
    ['WEEK', '2026-03-18', '2026-03-16', '2026-03-22'],
    ['WEEK', '2026-03-16', '2026-03-16', '2026-03-22'],
    ['WEEK', '2027-01-03', '2026-12-28', '2027-01-03'],
    ['MONTH', '2028-02-01', '2028-02-01', '2028-02-29'],
    ['MONTH', '2026-12-31', '2026-12-01', '2026-12-31'],
  ] as const)('%s on %s runs from %s to %s', (period, today, from, to) => {
    expect(periodRange(period, today)).toEqual({ from, to });
  });
});
