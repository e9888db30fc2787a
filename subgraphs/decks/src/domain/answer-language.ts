/** What the language of an answer decides: which accents may be missing, and how numbers are written. */

/**
 * Letters with a mark that their language counts as letters of their own: año is no misspelt ano. Everything else
 * with a mark is a letter with an accent, which lenient grading forgives.
 */
const ownLetters: Readonly<Record<string, string>> = {
  be: 'ў',
  cs: 'čďěňřšťůž',
  da: 'æøå',
  de: 'äöü',
  es: 'ñ',
  et: 'äöüõ',
  fi: 'äöå',
  hu: 'öüőű',
  is: 'æöþð',
  nb: 'æøå',
  nn: 'æøå',
  no: 'æøå',
  pl: 'ąćęłńóśźż',
  sk: 'äčďľňôšťž',
  sv: 'äöå',
  tr: 'çğıöşü',
};

/** Languages that write 3,14 where English writes 3.14. */
const commaDecimal = new Set(
  'be bg cs da de el es et fi fr hr hu is it kk lt lv nb nl nn no pl pt ro ru sk sl sr sv tr uk'.split(' '),
);

/** German without umlauts is written with an e: schoen. */
const spelledOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: 'ae', ö: 'oe', ü: 'ue' },
};

/** `ru` of `ru-RU`; empty when the language is not known. */
export function primaryLanguage(tag: string | null | undefined): string {
  return (tag ?? '').toLowerCase().split(/[-_]/, 1)[0] ?? '';
}

export function usesCommaDecimal(tag: string | null | undefined): boolean {
  return commaDecimal.has(primaryLanguage(tag));
}

/**
 * The text without the accents that its language lets be missing. In Cyrillic only ё becomes е: й and ї are letters
 * that no language of that script leaves out.
 */
export function foldDiacritics(text: string, tag: string | null | undefined): string {
  const language = primaryLanguage(tag);
  const kept = ownLetters[language] ?? '';
  let folded = '';
  for (const character of text) {
    if (character === 'ё') folded += 'е';
    else if (kept.includes(character) || /\p{Script=Cyrillic}/u.test(character)) folded += character;
    else
      folded += character
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC');
  }
  return folded.replace(/[æœøłđß]/g, (letter) => (kept.includes(letter) ? letter : (unmarked[letter] ?? letter)));
}

const unmarked: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ß: 'ss' };

/** The text as its language spells it without special keys (`schoen` for `schön`), or the text itself. */
export function spellOut(text: string, tag: string | null | undefined): string {
  const letters = spelledOut[primaryLanguage(tag)];
  return letters ? text.replace(/[äöü]/g, (letter) => letters[letter] ?? letter) : text;
}
