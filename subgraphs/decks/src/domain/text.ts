/** What text may be stored, the same for mutations and imports. */

/**
 * Line ends as one `\n`, no white space around. A byte order mark counts as white space.
 */
export function cleanText(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').trim();
}

/** False for text with NUL (Postgres refuses it) or half a surrogate pair (UTF-8 has no form for it). */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** True for what nobody can see: nothing, white space, and characters that only steer how others are shown. */
export function isBlank(text: string): boolean {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\s]/gu, '') === '';
}

/** Characters as people count them, near enough: code points. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}

/** Cleans each, leaves out empty ones and repeats. */
export function cleanList(values: readonly string[]): string[] {
  return [...new Set(values.map(cleanText).filter((value) => value !== ''))];
}

/** Two texts with the same key are the same word to a learner: NFKC, case, ё/е and white space aside. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
