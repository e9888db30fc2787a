/** What every text of a client is asked, before it is kept. */

/** With the flag `u` a whole pair is one character, so that only halves are found. */
const halfCharacter = /\p{Cs}/u;

/** False for text with half of a surrogate pair: UTF-8 has no form for it, and Postgres refuses JSON that holds one. */
export function isWellFormed(text: string): boolean {
  return !halfCharacter.test(text);
}

/** Fillers of Hangul and the blank of Braille: letters and symbols by Unicode's table, and nothing to the eye. */
const blankCharacters = /[\u115F\u1160\u2800\u3164\uFFA0]/gu;
const visibleCharacter = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** True when something of the text can be seen: a name of characters without width is no name. */
export function isVisible(text: string): boolean {
  return visibleCharacter.test(text.replaceAll(blankCharacters, ''));
}

/** Characters as people count them nearly: one beyond the basic plane, such as an emoji, is one and not two. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}
