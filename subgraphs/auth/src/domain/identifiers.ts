/**
 * Usernames and addresses as people type them, and the keys under which they are unique. Two names that differ only in
 * case, in compatibility forms (full-width letters, ligatures) or in letters that look alike have the same key.
 */

export const usernameCharactersMin = 3;
export const usernameCharactersMax = 32;
export const emailCharactersMax = 254;
export const emailLocalPartCharactersMax = 64;

const usernamePattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;
const emailPattern = /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"/?#%\p{C}]+\.[^\s@<>()[\]\\,;:"/?#%.\p{C}]+$/u;

/** Cyrillic and Greek letters that look like a Latin one, in lower or upper case, with that letter. */
const lookAlikeLetters: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
  ζ: 'z',
  ı: 'i',
  ɡ: 'g',
};

/** Digits and letters that look alike within Latin; only in usernames, where nobody else decided about the spelling. */
const lookAlikeDigits: Record<string, string> = { '0': 'o', '1': 'l', i: 'l' };

function fold(text: string, table: Record<string, string>): string {
  return Array.from(text, (letter) => table[letter] ?? letter).join('');
}

/**
 * Caseless form after Unicode's NFKC_Casefold, as near as the language offers: upper case first, so that `ß` and `ss`
 * meet, and the final sigma joins the other one.
 */
function caseless(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC').trim();
}

/** The key under which a username is unique. */
export function usernameKey(username: string): string {
  return fold(fold(caseless(username), lookAlikeLetters), lookAlikeDigits)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Names by which somebody would speak for the installation. */
const reservedUsernames = [
  'admin',
  'administrator',
  'root',
  'superuser',
  'sysadmin',
  'system',
  'ruzlet',
  'official',
  'staff',
  'moderator',
  'support',
  'helpdesk',
  'security',
  'abuse',
  'postmaster',
  'hostmaster',
  'webmaster',
  'noreply',
];
/** Compared without the marks between words: `no-reply` and `noreply` are one. */
const reservedKey = (username: string) => usernameKey(username).replaceAll(/[._-]/g, '');
const reservedKeys = new Set(reservedUsernames.map(reservedKey));

/** True for names that only administrators may have, and for what looks like them. */
export function isReservedUsername(username: string): boolean {
  return reservedKeys.has(reservedKey(username));
}

/**
 * The key under which an address is unique. Digits stay apart from letters: unlike usernames, `anna1@…` and `annal@…`
 * are given out by others and belong to two people.
 */
export function emailKey(email: string): string {
  return fold(caseless(email), lookAlikeLetters);
}

/** What is wrong with a username; undefined when nothing is. */
export function usernameFault(username: string): string | undefined {
  const characters = Array.from(username).length;
  if (characters < usernameCharactersMin || characters > usernameCharactersMax) {
    return `must have ${String(usernameCharactersMin)} to ${String(usernameCharactersMax)} characters, not ${String(characters)}`;
  }
  if (!usernamePattern.test(username)) {
    return 'must be letters, digits, ".", "_" or "-", and begin with a letter or digit';
  }
  return undefined;
}

/** What is wrong with an address; undefined when nothing is. */
export function emailFault(email: string): string | undefined {
  if (email.length > emailCharactersMax) return `must have at most ${String(emailCharactersMax)} characters`;
  const at = email.lastIndexOf('@');
  if (!emailPattern.test(email) || email.slice(0, at).length > emailLocalPartCharactersMax) {
    return 'must be an address like anna@example.com';
  }
  // The URL parser knows which international names are domain names.
  if (!URL.canParse(`http://${email.slice(at + 1)}/`)) return 'must end in a domain name, like example.com';
  return undefined;
}
