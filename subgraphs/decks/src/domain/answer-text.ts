import { usesCommaDecimal } from './answer-language.js';
import { isBlank } from './text.js';

/**
 * What of an answer's text counts: NFKC, no case, no punctuation, single spaces. Numbers keep their signs, points and
 * slashes, because there they change the value.
 */
export function normaliseAnswer(text: string, language: string | null | undefined): string {
  let current = text;
  for (let round = 0; round < normalisingRoundsMax; round += 1) {
    const next = normaliseOnce(current, language);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** What one round takes away may bring together what the next one sees; the second hardly ever changes anything. */
const normalisingRoundsMax = 5;

function normaliseOnce(text: string, language: string | null | undefined): string {
  // Folding case takes some letters apart, so they are put together again.
  const visible = (raw: string) => foldCase(raw.normalize('NFKC').replace(/\p{Cf}/gu, '')).normalize('NFKC');
  // ´ would become a space by NFKC, and ŉ only then shows its apostrophe.
  const plain = visible(text.replace(apostrophes, ''))
    .replace(apostrophes, '')
    .replace(dashes, '-')
    .replaceAll('\u2044', '/');
  const words = withoutPunctuation(normaliseNumbers(withoutStress(plain), language));
  // An answer of nothing but punctuation ("?", "...") is compared as it stands.
  return words === '' ? visible(text).replace(/\s+/g, ' ').trim() : words;
}

/**
 * The ways to read a text with remarks in brackets: without them ("run" for "run (verb)", "color" for "colo(u)r") and
 * with what they hold ("run verb", "colour"). Never an empty one.
 */
export function bracketReadings(text: string): string[] {
  const without = removeBracketed(text);
  if (without === text) return [text];
  const held = text.replace(bracketCharacters, '');
  return [without, held].filter((reading) => !isBlank(reading));
}

/**
 * The parts of "cat, dog; hound": split at `,` `;` `/` outside brackets. Numbers stay whole (3,14 and 1/2), and so do
 * units and abbreviations such as km/h and n/a.
 */
export function splitAlternatives(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (openBrackets.includes(character)) depth += 1;
    else if (closeBrackets.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character) && dividesHere(text, index)) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => !isBlank(part));
}

const apostrophes = /['\u2018\u2019\u02bc\u0060\u00b4\u2032]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const openBrackets = '([{（［｛';
const closeBrackets = ')]}）］｝';
const bracketCharacters = /[()[\]{}（）［］｛｝]/g;
const innermostBracketed = /[([{（［｛][^()[\]{}（）［］｛｝]*[)\]}）］｝]/g;
const separators = ',;/，；';

function foldCase(text: string): string {
  // Up and down again brings ß to ss and both sigmas to one (ẞ has to come down first); İ would leave a stray dot behind.
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
}

/** Stress marks in Russian textbooks (за́мок) are reading aids, not spelling. */
function withoutStress(text: string): string {
  return text
    .replace(/(\p{Script=Cyrillic})[\u0300\u0301]+/gu, '$1')
    .replaceAll('ѐ', 'е')
    .replaceAll('ѝ', 'и');
}

function normaliseNumbers(text: string, language: string | null | undefined): string {
  const ungrouped = text.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', ''));
  const pointed = usesCommaDecimal(language)
    ? ungrouped
    : ungrouped.replace(/(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g, (number) => number.replaceAll(',', ''));
  return pointed.replace(/(\d),(?=\d)/g, '$1.').replace(/(\d)\s*-\s*(?=\d)/g, '$1-');
}

function withoutPunctuation(text: string): string {
  return text
    .replace(/\p{P}/gu, (mark, index: number) => (countsAt(text, index, mark) ? mark : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Marks that change what is meant: C# is not C, 50 % not 50, -5 not 5, 3.14 not 314. */
function countsAt(text: string, index: number, mark: string): boolean {
  if ('#%&@*'.includes(mark)) return true;
  const before = text.charAt(index - 1);
  const digitAfter = /\d/.test(text.charAt(index + 1));
  if (mark === '-') return digitAfter && /^$|[\s(\d]/.test(before);
  return './:'.includes(mark) && digitAfter && /\d/.test(before);
}

function removeBracketed(text: string): string {
  let current = text;
  for (;;) {
    const next = current.replace(innermostBracketed, '');
    if (next === current) return current;
    current = next;
  }
}

function dividesHere(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + 1);
  if (/\d$/.test(before) && /^\d/.test(after)) return false;
  if (text.charAt(index) !== '/') return true;
  const oneLetter = /(?:^|[^\p{L}\p{N}])[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}](?:[^\p{L}\p{N}]|$)/u.test(after);
  return !oneLetter;
}
