import { createHash, randomBytes } from 'node:crypto';

/** Entropy of a refresh token (bytes). With so much of it a fast hash at rest is enough. */
const refreshTokenBytes = 32;
const refreshTokenPattern = /^[\w-]{43}$/;

export function newRefreshToken(): string {
  return randomBytes(refreshTokenBytes).toString('base64url');
}

/** What the database keeps of an opaque secret. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** False for text that cannot be one of our refresh tokens. */
export function isRefreshToken(text: string): boolean {
  return refreshTokenPattern.test(text);
}
