import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCodeAlphabet, joinCodeCharacters, makeJoinCode, normaliseJoinCode } from '../../src/domain/join-code.js';

describe('join codes', () => {
  it('has no two characters that look alike', () => {
    expect(new Set(joinCodeAlphabet).size).toBe(joinCodeAlphabet.length);
    for (const letter of '0O1ILU') expect(joinCodeAlphabet).not.toContain(letter);
  });

  it('gives every letter the same chance: each byte counts once, and the odd ones out are drawn again', () => {
    const draws = Array.from({ length: 32 }, (_, draw) => Uint8Array.from({ length: 8 }, (__, i) => draw * 8 + i));
    const everyByteOnce = () => draws.shift() ?? randomBytes(8);
    const codes = Array.from({ length: 30 }, () => makeJoinCode(everyByteOnce)).join('');
    const counts = new Map<string, number>();
    for (const letter of codes) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    // 30 codes of 8 letters take the 240 fair bytes exactly: 8 for each of 30 letters.
    expect([...counts.values()]).toEqual(Array(30).fill(8));
  });

  it('finds a code however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(joinCodeCharacters), (bytes, cut) => {
        let at = 0;
        const code = makeJoinCode((count) => Uint8Array.from({ length: count }, () => (bytes[at++ % 64] ?? 0) + at));
        expect(code).toHaveLength(joinCodeCharacters);
        expect(normaliseJoinCode(` ${code.slice(0, cut).toLowerCase()}-${code.slice(cut)}\n`)).toBe(code);
      }),
    );
  });

  it.each(['', 'ABC', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGЖ', 'ABCDEFG\u0000'])(
    'refuses %j, which cannot be one',
    (typed) => {
      expect(normaliseJoinCode(typed)).toBeUndefined();
    },
  );
});
