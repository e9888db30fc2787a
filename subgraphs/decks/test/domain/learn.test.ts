import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answered,
  beginLearning,
  countLevels,
  levelOf,
  overridden,
  type LearnProgress,
} from '../../src/domain/learn.js';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `card ${String(index)}`);

/** Answers the whole round right. */
function finishRound(progress: LearnProgress): LearnProgress {
  const { round } = progress;
  let next = progress;
  while (next.round === round && next.queue.length > 0) next = answered(next, true);
  return next;
}

describe('Learn', () => {
  it('introduces seven cards a round, in order', () => {
    const progress = beginLearning(ids(20));
    expect(progress).toMatchObject({ round: 1, queue: ids(7) });
    expect(finishRound(progress)).toMatchObject({ round: 2, queue: ids(14).slice(7) });
  });

  it('brings familiar cards back two rounds after they were introduced, before unseen ones', () => {
    const third = finishRound(finishRound(beginLearning(ids(30))));
    expect(third).toMatchObject({ round: 3, queue: ids(7) });
    expect(countLevels(third)).toEqual({ missed: 0, unseen: 16, familiar: 14, mastered: 0 });
    expect(countLevels(finishRound(third))).toMatchObject({ mastered: 7, familiar: 7 });
  });

  it('asks a missed card again at the end of the same round', () => {
    const missed = answered(beginLearning(ids(10)), false);
    expect(levelOf(missed, 'card 0')).toBe(-1);
    expect(missed).toMatchObject({ round: 1, queue: [...ids(7).slice(1), 'card 0'] });
  });

  it('falls back to missed from familiar, and is familiar again after a right choice', () => {
    let progress = finishRound(beginLearning(ids(2)));
    progress = answered(progress, false);
    expect(levelOf(progress, 'card 0')).toBe(-1);
    progress = answered(answered(progress, true), true);
    expect(levelOf(progress, 'card 0')).toBe(1);
  });

  it('treats an overridden answer as if it had been right', () => {
    const start = beginLearning(ids(3));
    const missed = answered(start, false);
    expect(overridden(missed, 'card 0', 0)).toEqual(answered(start, true));
  });

  it('ends exactly when every card is mastered, whatever is missed on the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.boolean(), { maxLength: 300 }), (count, answers) => {
        let progress = beginLearning(ids(count));
        for (const correct of answers) {
          progress = answered(progress, correct);
          const { mastered } = countLevels(progress);
          expect(progress.queue.length === 0).toBe(mastered === count);
          expect(new Set(progress.queue).size).toBe(progress.queue.length);
          for (const cardId of progress.queue) expect(levelOf(progress, cardId)).toBeLessThan(2);
        }
        for (let asked = 0; asked < 2 * count + 7; asked += 1) progress = answered(progress, true);
        expect(countLevels(progress).mastered).toBe(count);
      }),
    );
  });
});
