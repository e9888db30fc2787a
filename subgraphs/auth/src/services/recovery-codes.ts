import { randomInt } from 'node:crypto';
import { hashSecret } from './refresh-token.js';

/** Codes of one set (count). */
export const recoveryCodesCount = 10;
const groupsCount = 4;
const groupCharacters = 4;
/** Crockford's Base32: no letters that are taken for digits. 16 characters make 80 bits. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function newRecoveryCode(): string {
  const group = () => Array.from({ length: groupCharacters }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groupsCount }, group).join('-');
}

/** What is kept of a code. Case, blanks and dashes do not count, and letters that look like a digit are that digit. */
export function hashRecoveryCode(accountId: string, code: string): Buffer {
  const normal = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return hashSecret(`${accountId} ${normal}`);
}
