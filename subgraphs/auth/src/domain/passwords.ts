import { commonPasswords } from './common-passwords.js';

/** What a password must be. The rules follow NIST SP 800-63B: length and known-bad lists, no character classes. */

export const passwordCharactersMin = 10;
export const passwordCharactersMax = 128;
/** Characters that a password must have beside the username or address in it (count). */
const ownNameRestCharactersMin = 5;
/** A name shorter than this occurs in passwords by chance (characters). */
const ownNameCharactersMin = 4;

/** Digits behind a common password that make it no better (characters). */
const commonTailCharactersMax = 4;

const keyboardRows = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1234567890',
  '0123456789',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
];

/** Letters that digits and signs often stand for. */
const substitutes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** The same text whichever way a keyboard composes its letters; what is hashed and compared. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * What is wrong with a new password; undefined when nothing is.
 *
 * @param own the username and address of the account.
 */
export function passwordFault(password: string, own: { username: string; email: string }): string | undefined {
  const normal = normalizePassword(password);
  const characters = Array.from(normal).length;
  if (characters < passwordCharactersMin || characters > passwordCharactersMax) {
    return `must have ${String(passwordCharactersMin)} to ${String(passwordCharactersMax)} characters, not ${String(characters)}`;
  }
  const lower = normal.toLowerCase();
  if (isCommon(lower) || isSequence(lower) || isRepetition(lower)) {
    return 'is one of the commonest passwords, which are tried first; take something longer or less usual';
  }
  if (isMadeOf(lower, own)) return 'must not be made of the username or address';
  return undefined;
}

function isCommon(lower: string): boolean {
  if (commonPasswords.has(lower)) return true;
  // Digits at the end stay what they are: "p4ssw0rd123" is "password123".
  const [, stem = '', tail = ''] = /^(.*?)([\d!]*)$/su.exec(lower) ?? [];
  const plain = Array.from(stem, (letter) => substitutes[letter] ?? letter).join('');
  if (commonPasswords.has(plain + tail)) return true;
  // A year or the like behind a common one is what guessing programs append first: "mustang2024", "elephants1!".
  return tail.length <= commonTailCharactersMax && (commonPasswords.has(stem) || commonPasswords.has(plain));
}

/** A run along the alphabet, the digits or a keyboard, forwards or backwards: "1234567890", "qwertyuiop". */
function isSequence(lower: string): boolean {
  const backwards = Array.from(lower).reverse().join('');
  return keyboardRows.some((row) => {
    const endless = row + row;
    return endless.includes(lower) || endless.includes(backwards);
  });
}

/** One piece of up to five characters, or a common password, again and again: "aaaaaaaaaa", "abcabcabcabc", "passwordpassword". */
function isRepetition(lower: string): boolean {
  for (let size = 1; size <= lower.length / 2; size += 1) {
    const piece = lower.slice(0, size);
    if ((size <= 5 || commonPasswords.has(piece)) && piece.repeat(Math.ceil(lower.length / size)).startsWith(lower))
      return true;
  }
  return false;
}

function isMadeOf(lower: string, { username, email }: { username: string; email: string }): boolean {
  const names = [email, email.slice(0, email.lastIndexOf('@')), username].map((name) =>
    normalizePassword(name).toLowerCase(),
  );
  return names.some(
    (name) =>
      name.length >= ownNameCharactersMin &&
      lower.includes(name) &&
      Array.from(lower.replaceAll(name, '')).length < ownNameRestCharactersMin,
  );
}
