import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterPenalty,
  datesFor,
  faultOfDates,
  isLate,
  penaltyPercent,
  windowAt,
} from '../../src/domain/assignment-dates.js';
import { retrievability } from '../../src/domain/forgetting.js';
import { faultOfCriteria, gradeState, totalOf } from '../../src/domain/grading.js';

const at = (text: string) => new Date(`2026-03-${text}Z`);
const dates = { opensAt: at('01T08:00'), dueAt: at('05T18:00'), closesAt: at('10T18:00'), attemptsMax: null };
const policy = { accepted: true, graceMinutes: 15, penaltyPercentPerDay: 10, penaltyPercentMax: 25 };

describe('when an assignment takes something', () => {
  it.each([
    ['01T07:59', 'NOT_YET'],
    ['01T08:00', 'OPEN'],
    ['07T00:00', 'OPEN'],
    ['10T18:00', 'OPEN'],
    ['10T18:01', 'CLOSED'],
  ])('at %s: %s', (time, expected) => {
    expect(windowAt(dates, policy, at(time))).toBe(expected);
  });

  it('closes with the grace where nothing late is taken', () => {
    const strict = { ...policy, accepted: false };
    expect(windowAt(dates, strict, at('05T18:15'))).toBe('OPEN');
    expect(windowAt(dates, strict, at('05T18:16'))).toBe('CLOSED');
  });

  it('takes what is set for a student, and else what is set for all', () => {
    const own = { opensAt: null, dueAt: at('08T18:00'), closesAt: null, attemptsMax: 3 };
    expect(datesFor(dates, own)).toEqual({ ...dates, dueAt: own.dueAt, attemptsMax: 3 });
    expect(datesFor(dates, null)).toEqual(dates);
  });

  it('finds dates out of order', () => {
    expect(faultOfDates(dates)).toBeUndefined();
    expect(faultOfDates({ ...dates, dueAt: at('01T08:00') })).toBe('dueAt');
    expect(faultOfDates({ ...dates, closesAt: at('05T17:59') })).toBe('closesAt');
    expect(faultOfDates({ ...dates, dueAt: null, closesAt: at('01T07:59') })).toBe('closesAt');
  });
});

describe('lateness', () => {
  it.each([
    ['05T18:15', 0],
    ['05T18:16', 10],
    ['06T18:00', 10],
    ['06T18:01', 20],
    ['09T00:00', 25],
  ])('at %s costs %i percent', (time, percent) => {
    expect(penaltyPercent(dates, policy, at(time))).toBe(percent);
    expect(isLate(dates, policy, at(time))).toBe(percent > 0);
  });

  it('never gives more than was given, nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10_000, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (points, percent) => {
          const left = afterPenalty(points, percent);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(points + 0.005);
        },
      ),
    );
  });
});

describe('the forgetting curve', () => {
  it('is at 90 % after the stability, whatever it is, and falls', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 36_500, noNaN: true }), (stability) => {
        expect(retrievability(stability, stability)).toBeCloseTo(0.9, 10);
        expect(retrievability(0, stability)).toBe(1);
        expect(retrievability(stability * 2, stability)).toBeLessThan(0.9);
      }),
    );
  });
});

describe('grades', () => {
  const rubric = [
    { id: 'a', title: 'Facts', description: null, points: 6 },
    { id: 'b', title: 'Style', description: null, points: 4 },
  ];
  it('by rubric are of the rubric, once each, and no more than it is worth', () => {
    const grade = (criterionId: string, points: number) => ({ criterionId, points, comment: null });
    expect(faultOfCriteria(rubric, [grade('a', 6), grade('b', 0)])).toBeUndefined();
    expect(faultOfCriteria(rubric, [grade('a', 6), grade('a', 1)])?.index).toBe(1);
    expect(faultOfCriteria(rubric, [grade('b', 4.5)])?.index).toBe(0);
    expect(faultOfCriteria(rubric, [grade('c', 1)])?.index).toBe(0);
  });

  it('are missing only after the due date, and only where nothing was handed in', () => {
    expect(gradeState(null, at('05T18:00'), at('05T18:00'))).toBe('OPEN');
    expect(gradeState(null, at('05T18:00'), at('05T18:01'))).toBe('MISSING');
    expect(gradeState({ state: 'OPEN' }, at('05T18:00'), at('06T00:00'))).toBe('MISSING');
    expect(gradeState({ state: 'SUBMITTED' }, at('05T18:00'), at('06T00:00'))).toBe('SUBMITTED');
    expect(gradeState(null, null, at('06T00:00'))).toBe('OPEN');
  });

  it('add up over what is graded alone', () => {
    expect(
      totalOf([
        { score: 5, points: 10 },
        { score: null, points: 90 },
      ]),
    ).toEqual({ score: 5, points: 10, percent: 50 });
    expect(totalOf([{ score: null, points: 90 }]).percent).toBeNull();
  });
});
