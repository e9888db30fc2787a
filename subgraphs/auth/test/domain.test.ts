import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '../src/domain/common-passwords.js';
import { emailFault, emailKey, usernameFault, usernameKey } from '../src/domain/identifiers.js';
import { keyPublishLeadMs, nextKeyIsDue, retiredKeys, signingKeyAt } from '../src/domain/key-rotation.js';
import { passwordFault } from '../src/domain/passwords.js';
import { judgeRefresh, refreshGraceMs, refreshGraceUsesMax } from '../src/domain/refresh-rotation.js';
import { encodeBase32, matchTotp, totpCode, totpStep, totpUri } from '../src/domain/totp.js';

describe('usernames and addresses', () => {
  it.each([
    ['Anna', 'anna'],
    ['anna', 'аnnа'], // Cyrillic а
    ['ＡＮＮＡ', 'anna'],
    ['bob1', 'bobl'],
    ['Bill', 'bi11'],
    ['o0o', 'OOO'],
    ['straße', 'STRASSE'],
    ['ВОВ', 'BOB'],
    ['ﬁona', 'fiona'],
    ['modern', 'modem'],
  ])('are one name: %s and %s', (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  it('keeps digits and letters of addresses apart', () => {
    expect(emailKey('anna1@example.com')).not.toBe(emailKey('annal@example.com'));
    expect(emailKey('Anna@Example.COM')).toBe(emailKey('аnna@example.com'));
  });

  it('gives the key of a key unchanged, so that folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(emailKey(emailKey(text))).toBe(emailKey(text));
      }),
    );
  });

  it.each(['ab', 'a'.repeat(33), '-anna', 'anna@home', 'an na', 'anna\u200b', ''])(
    'refuses the username %j',
    (name) => {
      expect(usernameFault(name)).toBeTypeOf('string');
    },
  );

  it.each(['anna', 'Анна', 'a.b-c_d', '42nd', '李小龙'])('takes the username %s', (name) => {
    expect(usernameFault(name)).toBeUndefined();
  });

  it.each([
    'anna',
    'anna@',
    '@example.com',
    'a b@example.com',
    'anna@example',
    `${'a'.repeat(65)}@example.com`,
    'a@b@c.de f',
    'anna@example.com/path',
    'anna@xn--.com',
  ])('refuses the address %j', (email) => {
    expect(emailFault(email)).toBeTypeOf('string');
  });
});

describe('passwords', () => {
  const own = { username: 'annika', email: 'annika.berg@example.com' };

  it.each([
    'short',
    'x'.repeat(129),
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'QWERTYUIOP',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'password123',
    'P@ssw0rd123',
    'passwordpassword',
    'йцукенгшщзх',
    'annika1234',
    'annika.berg@example.com',
    'Annika.Berg!',
    'mustang2024',
    'Elephant99!',
  ])('refuses %s', (password) => {
    expect(passwordFault(password, own)).toBeTypeOf('string');
  });

  it.each(['heron under the bridge', 'ten letter', 'd'.repeat(5) + 'istinct!', 'Тихая река 42', 'annika likes tea'])(
    'takes %s',
    (password) => {
      expect(passwordFault(password, own)).toBeUndefined();
    },
  );

  it('refuses every listed password in any case', () => {
    expect(commonPasswords.size).toBeGreaterThan(49_000);
    expect([...commonPasswords].filter((password) => password.length >= 10).length).toBeGreaterThan(2_000);
    for (const password of commonPasswords) {
      expect(passwordFault(password.toUpperCase(), own), password).toBeTypeOf('string');
    }
  });

  it('counts characters, not code units', () => {
    expect(passwordFault('🦆🦉🦅🐦🐧🦩🕊🐓🦃🦚', own)).toBeUndefined();
  });
});

describe('refresh rotation', () => {
  const now = new Date('2026-01-15T12:00:00Z');
  const later = new Date('2026-02-15T12:00:00Z');
  const session = { endedAt: null, expiresAt: later };
  const token = { expiresAt: later, usedAt: null, graceUses: 0, successorUsed: false };
  const used = (msAgo: number) => ({ ...token, usedAt: new Date(now.getTime() - msAgo) });

  it.each([
    ['a fresh token', session, token, 'ROTATE'],
    ['the same token at the same moment', session, used(0), 'GRACE'],
    ['the end of the grace', session, used(refreshGraceMs), 'GRACE'],
    ['after the grace', session, used(refreshGraceMs + 1), 'REUSED'],
    ['a predecessor of the predecessor', session, { ...used(1), successorUsed: true }, 'REUSED'],
    ['a grace used up', session, { ...used(1), graceUses: refreshGraceUsesMax }, 'REUSED'],
    ['a used token that has expired since', session, { ...used(refreshGraceMs + 1), expiresAt: now }, 'REUSED'],
    ['an expired token', session, { ...token, expiresAt: now }, 'EXPIRED'],
    ['an expired session', { ...session, expiresAt: now }, token, 'EXPIRED'],
    ['an ended session', { ...session, endedAt: now }, used(1), 'ENDED'],
  ])('%s', (_what, ofSession, ofToken, verdict) => {
    expect(judgeRefresh(ofSession, ofToken, now)).toBe(verdict);
  });
});

describe('TOTP', () => {
  // RFC 6238, appendix B, the SHA-1 rows; the last six of their eight digits.
  const secret = Buffer.from('12345678901234567890');
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('gives the code of the RFC at second %i', (second, code) => {
    expect(totpCode(secret, totpStep(new Date(second * 1_000)))).toBe(code);
  });

  it('accepts a neighbouring step and says which one it was', () => {
    const at = new Date(1_111_111_111_000);
    const step = totpStep(at);
    expect(matchTotp(secret, totpCode(secret, step - 1), at)).toBe(step - 1);
    expect(matchTotp(secret, ` ${totpCode(secret, step + 1)}`, at)).toBe(step + 1);
    expect(matchTotp(secret, totpCode(secret, step - 2), at)).toBeUndefined();
    expect(matchTotp(secret, 'abcdef', at)).toBeUndefined();
  });

  it('writes secrets as apps read them', () => {
    expect(encodeBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(totpUri(secret, { issuer: 'Ruzlet', name: 'анна b' })).toMatch(
      /^otpauth:\/\/totp\/Ruzlet:%D0%B0\S+%20b\?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ruzlet&/,
    );
  });
});

describe('key rotation', () => {
  const dayMs = 86_400_000;
  const rotationMs = 30 * dayMs;
  const tokenLifeMs = 15 * 60_000;

  it('never leaves a moment without a signing key, nor drops one whose tokens still live', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 * dayMs }), { maxLength: 60 }), (pauses) => {
        let now = new Date('2026-01-01T00:00:00Z');
        let keys: { kid: string; activeFrom: Date }[] = [];
        const signed: { kid: string; expiresAt: number }[] = [];
        for (const [round, pause] of pauses.entries()) {
          const retired = retiredKeys(keys, now, tokenLifeMs);
          keys = keys.filter((key) => !retired.includes(key));
          if (nextKeyIsDue(keys, now, rotationMs)) {
            const activeFrom = keys.length === 0 ? now : new Date(now.getTime() + keyPublishLeadMs);
            keys.push({ kid: String(round), activeFrom });
          }
          const signer = signingKeyAt(keys, now);
          if (!signer) throw new Error(`No key signs at ${now.toISOString()}.`);
          signed.push({ kid: signer.kid, expiresAt: now.getTime() + tokenLifeMs });
          for (const token of signed.filter(({ expiresAt }) => expiresAt > now.getTime())) {
            expect(keys.map(({ kid }) => kid)).toContain(token.kid);
          }
          now = new Date(now.getTime() + pause);
        }
      }),
    );
  });
});
