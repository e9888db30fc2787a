import { describe, expect, it } from 'vitest';
import { percentCompleted } from '../../src/domain/progress.js';
import { isUnlocked, makesUnlockCycle } from '../../src/domain/unlock.js';

const now = new Date('2026-03-01T10:00:00Z');
const past = new Date('2026-03-01T09:59:59Z');
const future = new Date('2026-03-01T10:00:01Z');

describe('when a module opens', () => {
  it.each([
    [null, null, false, true],
    [null, now, false, true],
    [null, past, false, true],
    [null, future, true, false],
    ['a', null, false, false],
    ['a', null, true, true],
    ['a', past, false, false],
    ['a', past, true, true],
    ['a', future, true, false],
  ] as const)(
    'after %s, at %s, prerequisite completed %s: %s',
    (afterModuleId, at, prerequisiteCompleted, expected) => {
      expect(isUnlocked({ afterModuleId, at }, { now, prerequisiteCompleted })).toBe(expected);
    },
  );

  it('sees a circle of waiting, however long', () => {
    const waitsFor = new Map([
      ['a', null],
      ['b', 'a'],
      ['c', 'b'],
    ]);
    expect(makesUnlockCycle(waitsFor, 'a', 'a')).toBe(true);
    expect(makesUnlockCycle(waitsFor, 'a', 'c')).toBe(true);
    expect(makesUnlockCycle(waitsFor, 'c', 'a')).toBe(false);
    expect(makesUnlockCycle(waitsFor, 'd', 'c')).toBe(false);
  });
});

describe('progress in percent', () => {
  it.each([
    [0, 0, 0],
    [0, 3, 0],
    [1, 4, 25],
    [3, 3, 100],
  ])('%i of %i lessons is %d %%', (lessonsCompleted, lessonsTotal, percent) => {
    expect(percentCompleted({ lessonsCompleted, lessonsTotal })).toBe(percent);
  });
});
