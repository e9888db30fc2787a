import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Time-based one-time passwords: RFC 6238 over RFC 4226, with what every authenticator app expects: SHA-1, 30 seconds,
 * six digits.
 */

export const totpStepSeconds = 30;
const totpDigits = 6;
/** Steps before and after the present one that are accepted, for clocks that differ (count). */
const totpWindowSteps = 1;
/** Length of a secret (bytes), as RFC 4226 recommends: that of the hash. */
export const totpSecretBytes = 20;

const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 Base32 without padding: how authenticator apps take a secret. */
export function encodeBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => base32Alphabet[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The code of one time step (RFC 4226, section 5.3). */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const value = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(value % 10 ** totpDigits).padStart(totpDigits, '0');
}

/** The number of the time step at a moment. */
export function totpStep(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / totpStepSeconds);
}

/**
 * The time step whose code this is, or undefined. The caller keeps the step and refuses it and earlier ones from then
 * on, so that a code that somebody looked at over a shoulder does not work again.
 */
export function matchTotp(secret: Uint8Array, code: string, at: Date): number | undefined {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const present = totpStep(at);
  let found: number | undefined;
  for (let step = present - totpWindowSteps; step <= present + totpWindowSteps; step += 1) {
    if (timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(digits))) found = step;
  }
  return found;
}

/** The address that authenticator apps read from a QR code. */
export function totpUri(secret: Uint8Array, account: { issuer: string; name: string }): string {
  const label = `${encodeURIComponent(account.issuer)}:${encodeURIComponent(account.name)}`;
  const parameters = new URLSearchParams({
    secret: encodeBase32(secret),
    issuer: account.issuer,
    algorithm: 'SHA1',
    digits: String(totpDigits),
    period: String(totpStepSeconds),
  });
  return `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`;
}
