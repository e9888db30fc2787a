import { foldDiacritics, spellOut } from './answer-language.js';
import { bracketReadings, normaliseAnswer, splitAlternatives } from './answer-text.js';
import { editDistance } from './edit-distance.js';
import { isBlank } from './text.js';

/** How written answers are judged. Pure: the same answer to the same question has the same verdict everywhere. */

export type Verdict = 'EXACT' | 'ALTERNATIVE' | 'TYPO' | 'DIACRITIC' | 'PARTIAL' | 'WRONG' | 'EMPTY';

export interface Grade {
  verdict: Verdict;
  correct: boolean;
  /** Points, 0..1. */
  score: number;
}

export interface AnswerKey {
  /** The answer as the card has it. */
  expected: string;
  /** Further answers that count as right. */
  accepted: readonly string[];
  /** Language of the answer, a BCP 47 tag. */
  language: string | null;
  /** Whether one of several answers divided by `,` `;` `/` is enough. */
  splitAlternatives: boolean;
  lenientDiacritics: boolean;
  allowTypos: boolean;
  /** Right answers to other questions: giving one of these here is a mix-up, never a typing error. */
  others: readonly string[];
}

const right: ReadonlySet<Verdict> = new Set<Verdict>(['EXACT', 'ALTERNATIVE', 'TYPO', 'DIACRITIC']);

/** A grade with the points that its verdict stands for. */
export function gradeOf(verdict: Exclude<Verdict, 'PARTIAL'>): Grade {
  const correct = right.has(verdict);
  return { verdict, correct, score: correct ? 1 : 0 };
}

/** Some parts right, some not: points in proportion, and not counted as right. */
export function partialGrade(rightParts: number, parts: number): Grade {
  return { verdict: 'PARTIAL', correct: false, score: rightParts / parts };
}

/**
 * Typing errors that are forgiven (edits) in an answer of `length` characters: none up to 4, one up to 8, two up to
 * 14, three beyond. Short words are too close to other words.
 */
export function typoTolerance(length: number): number {
  if (length <= 4) return 0;
  if (length <= 8) return 1;
  return length <= 14 ? 2 : 3;
}

/** Judges a written answer; the better verdict wins when it can be read in several ways. */
export function gradeWritten(given: string, key: AnswerKey): Grade {
  if (isBlank(given)) return gradeOf('EMPTY');
  const candidates = candidatesOf(key);
  const whole = verdictOf(given, candidates, key);
  if (whole !== 'WRONG' || !key.splitAlternatives) return gradeOf(whole);
  return gradeList(splitAlternatives(given), candidates, key);
}

/** An answer that lists several: all right is right, some right is partial. */
function gradeList(parts: readonly string[], candidates: readonly Candidate[], key: AnswerKey): Grade {
  if (parts.length < 2) return gradeOf('WRONG');
  const rightParts = parts.filter((part) => right.has(verdictOf(part, candidates, key))).length;
  if (rightParts === 0) return gradeOf('WRONG');
  return rightParts === parts.length ? gradeOf('ALTERNATIVE') : partialGrade(rightParts, parts.length);
}

/** One way to be right, normalised. */
interface Candidate {
  form: string;
  verdict: 'EXACT' | 'ALTERNATIVE';
}

function candidatesOf(key: AnswerKey): Candidate[] {
  const parts = key.splitAlternatives ? splitAlternatives(key.expected) : [];
  return [
    ...formsOf(key.expected, key.language).map((form) => ({ form, verdict: 'EXACT' as const })),
    ...[...parts, ...key.accepted].flatMap((text) =>
      formsOf(text, key.language).map((form) => ({ form, verdict: 'ALTERNATIVE' as const })),
    ),
  ];
}

function formsOf(text: string, language: string | null): string[] {
  if (isBlank(text)) return [];
  return bracketReadings(text)
    .map((reading) => normaliseAnswer(reading, language))
    .filter((form) => form !== '');
}

function verdictOf(
  given: string,
  candidates: readonly Candidate[],
  key: AnswerKey,
): Exclude<Verdict, 'PARTIAL' | 'EMPTY'> {
  const forms = formsOf(given, key.language);
  const exact = candidates.find(({ form }) => forms.includes(form));
  if (exact) return exact.verdict;
  if (key.lenientDiacritics && forms.some((form) => candidates.some((one) => sameButAccents(form, one.form, key)))) {
    return 'DIACRITIC';
  }
  const mixedUp = () => key.others.some((other) => formsOf(other, key.language).some((form) => forms.includes(form)));
  const typo = forms.some((form) => candidates.some((one) => isTypo(form, one.form, key)));
  return key.allowTypos && typo && !mixedUp() ? 'TYPO' : 'WRONG';
}

function sameButAccents(left: string, right: string, { language }: AnswerKey): boolean {
  return (
    foldDiacritics(left, language) === foldDiacritics(right, language) ||
    spellOut(left, language) === spellOut(right, language)
  );
}

function isTypo(left: string, right: string, key: AnswerKey): boolean {
  const accents = sameButAccents(left, right, key);
  // Strict about accents means that a missing accent is the error to find, not one to forgive.
  if (accents) return key.lenientDiacritics;
  return key.lenientDiacritics
    ? differByTypo(foldDiacritics(left, key.language), foldDiacritics(right, key.language))
    : differByTypo(left, right);
}

/**
 * Whether two normalised texts differ by no more than typing errors. Symmetric. Never with digits in either, and never
 * when the difference is a prefix that turns the meaning round (reversible, irreversible).
 */
export function differByTypo(left: string, right: string): boolean {
  const lengths = [Array.from(left).length, Array.from(right).length] as const;
  const tolerance = typoTolerance(Math.min(...lengths));
  if (tolerance === 0 || Math.abs(lengths[0] - lengths[1]) > tolerance) return false;
  if (/\p{N}/u.test(left) || /\p{N}/u.test(right) || isNegation(left, right)) return false;
  return editDistance(left, right) <= tolerance;
}

const negations = ['не', 'ни', 'без', 'бес', 'а', 'un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'mis', 'a', 'ab'];

function isNegation(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (!long.endsWith(short)) return false;
  const prefix = long.slice(0, long.length - short.length).trim();
  return negations.includes(prefix);
}
