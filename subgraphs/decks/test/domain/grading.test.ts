import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAnswer, splitAlternatives } from '../../src/domain/answer-text.js';
import { editDistance } from '../../src/domain/edit-distance.js';
import { differByTypo, gradeWritten, typoTolerance, type AnswerKey } from '../../src/domain/grading.js';
import { isBlank } from '../../src/domain/text.js';
import { gradedAnswers } from './graded-answers.js';

const lenient: AnswerKey = {
  expected: '',
  accepted: [],
  language: null,
  splitAlternatives: true,
  lenientDiacritics: true,
  allowTypos: true,
  others: [],
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[a-zа-яё ,;/()'é\d-]{0,30}$/u),
);
const word = fc.stringMatching(/^[абвгдеabcdef]{0,20}$/u);
const language = fc.constantFrom(null, 'ru', 'en', 'de', 'es', 'tr', 'sv');
const policy = fc.record({
  language,
  splitAlternatives: fc.boolean(),
  lenientDiacritics: fc.boolean(),
  allowTypos: fc.boolean(),
});

describe('written answers', () => {
  for (const [group, pairs] of Object.entries(gradedAnswers)) {
    describe(group, () => {
      it.each(pairs)('%j answered %j is %s', (expected, given, verdict, key) => {
        expect(gradeWritten(given, { ...lenient, ...key, expected }).verdict).toBe(verdict);
      });
    });
  }

  it('are tried on at least 200 pairs', () => {
    expect(Object.values(gradedAnswers).flat().length).toBeGreaterThanOrEqual(200);
  });

  it('give points in proportion when only some of several are right', () => {
    expect(gradeWritten('red, black, white', { ...lenient, expected: 'red, green' })).toEqual({
      verdict: 'PARTIAL',
      correct: false,
      score: 1 / 3,
    });
  });

  it('never accept an answer that is empty, whatever is expected', () => {
    const blank = fc.stringMatching(/^[ \t\n\u00a0\u200b\u2003]{0,8}$/u);
    fc.assert(
      fc.property(blank, text, fc.array(text, { maxLength: 3 }), policy, (given, expected, accepted, rules) => {
        const grade = gradeWritten(given, { ...lenient, ...rules, expected, accepted });
        expect(grade).toEqual({ verdict: 'EMPTY', correct: false, score: 0 });
      }),
    );
  });

  it('are exact when they repeat what the card says', () => {
    fc.assert(
      fc.property(text, policy, (expected, rules) => {
        fc.pre(!isBlank(expected.replace(/[()[\]{}（）［］｛｝]/g, '')));
        expect(gradeWritten(expected, { ...lenient, ...rules, expected }).verdict).toBe('EXACT');
      }),
    );
  });

  it('have a score between 0 and 1, full exactly when they are right', () => {
    fc.assert(
      fc.property(text, text, policy, (given, expected, rules) => {
        const { correct, score } = gradeWritten(given, { ...lenient, ...rules, expected });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score === 1).toBe(correct);
      }),
    );
  });

  it('are tolerated the same when expected and given change places', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(differByTypo(left, right)).toBe(differByTypo(right, left));
      }),
    );
  });

  it('never forgive a typing error where a digit stands', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-f]{3,10}\d[a-f]{3,10}$/),
        fc.stringMatching(/^[a-f\d]{6,20}$/),
        (expected, given) => {
          expect(gradeWritten(given, { ...lenient, expected }).verdict).not.toBe('TYPO');
        },
      ),
    );
  });

  it('that are farther from what is expected are never better off than nearer ones of the same length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[абвгде]{5,20}$/u), (expected) => {
        const letters = Array.from(expected);
        let accepted = true;
        // One more place is changed in each round, so the distance never shrinks; ж stands nowhere else.
        for (const place of letters.keys()) {
          letters[place] = 'ж';
          const distance = editDistance(expected, letters.join(''));
          expect(distance).toBe(place + 1);
          const { correct } = gradeWritten(letters.join(''), { ...lenient, expected });
          if (!accepted) expect(correct).toBe(false);
          accepted = correct;
          expect(correct).toBe(distance <= typoTolerance(letters.length));
        }
      }),
    );
  });

  it('are normalised once and for all: doing it again changes nothing', () => {
    fc.assert(
      fc.property(text, language, (raw, tag) => {
        const once = normaliseAnswer(raw, tag);
        expect(normaliseAnswer(once, tag)).toBe(once);
      }),
      // Found by longer runs.
      {
        examples: [
          ['0(-0', null],
          ['ẞ', null],
          ['ŉ', null],
        ],
      },
    );
  });

  it('keep all their letters when alternatives are split', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const letters = (value: string) => value.replace(/[^\p{L}]/gu, '');
        expect(letters(splitAlternatives(raw).join(''))).toBe(letters(raw));
      }),
    );
  });
});

describe('typing error tolerance', () => {
  it('grows with the length and never shrinks', () => {
    fc.assert(
      fc.property(fc.nat(200), (length) => {
        expect(typoTolerance(length + 1)).toBeGreaterThanOrEqual(typoTolerance(length));
      }),
    );
  });
});

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['a', '', 1],
    ['ab', 'ba', 1],
    ['ca', 'abc', 2],
    ['kitten', 'sitting', 3],
    ['собака', 'сабака', 1],
    ['👍🏽', '👍', 1],
  ])('of %j and %j is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('is a metric', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
