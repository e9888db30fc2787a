/**
 * Join codes are read off a blackboard and typed on a phone: no two characters that look alike (no 0 O, no 1 I L),
 * and no U, so that fewer words come out.
 */
export const joinCodeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const joinCodeCharacters = 8;

/** Random bytes, as `crypto.randomBytes` makes them: chance is an argument. */
export type RandomBytes = (count: number) => Uint8Array;

/** A new code: 30^8 of them are equally likely. */
export function makeJoinCode(random: RandomBytes): string {
  const letters = joinCodeAlphabet.length;
  // Bytes above the last whole multiple would make the first letters likelier, so they are thrown away.
  const fairBytesMax = Math.floor(256 / letters) * letters;
  let code = '';
  while (code.length < joinCodeCharacters) {
    for (const byte of random(joinCodeCharacters)) {
      if (byte < fairBytesMax && code.length < joinCodeCharacters) code += joinCodeAlphabet.charAt(byte % letters);
    }
  }
  return code;
}

/** The code as it is kept: upper case, without blanks and hyphens; undefined when it cannot be one. */
export function normaliseJoinCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  if (code.length !== joinCodeCharacters) return undefined;
  return Array.from(code).every((letter) => joinCodeAlphabet.includes(letter)) ? code : undefined;
}
