import { createHash } from 'node:crypto';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import { rateLimited } from '@ruzlet/platform/errors';

export interface Limit {
  name: string;
  /** Tries within the window (count). */
  points: number;
  windowMs: number;
}

const minuteMs = 60_000;

/**
 * How often what may be guessed or abused can be tried. The tight limit on guessing is per account and address
 * together, so that somebody who guesses from elsewhere does not lock the owner out soon; the one per account bounds
 * guessing from many addresses.
 */
export const authLimits = {
  loginPerAccountAndAddress: { name: 'auth.login.account-address', points: 20, windowMs: 5 * minuteMs },
  loginPerAccount: { name: 'auth.login.account', points: 120, windowMs: 15 * minuteMs },
  loginPerAddress: { name: 'auth.login.address', points: 300, windowMs: 5 * minuteMs },
  registerPerAddress: { name: 'auth.register.address', points: 300, windowMs: 60 * minuteMs },
  refreshPerAddress: { name: 'auth.refresh.address', points: 600, windowMs: 5 * minuteMs },
  passwordPerAccount: { name: 'auth.password.account', points: 10, windowMs: 15 * minuteMs },
  passkeyPerAddress: { name: 'auth.passkey.address', points: 300, windowMs: 5 * minuteMs },
  identityPerAddress: { name: 'auth.identity.address', points: 300, windowMs: 5 * minuteMs },
  mfaPerAccount: { name: 'auth.mfa.account', points: 15, windowMs: 15 * minuteMs },
  // As long as a token lives: somebody else who spends it leaves the owner with mails that work.
  mailPerRecipient: { name: 'auth.mail.recipient', points: 5, windowMs: 60 * minuteMs },
  mailPerAddress: { name: 'auth.mail.address', points: 60, windowMs: 60 * minuteMs },
  exportPerAccount: { name: 'auth.export.account', points: 5, windowMs: 24 * 60 * minuteMs },
  usernamePerAccount: { name: 'auth.username.account', points: 3, windowMs: 24 * 60 * minuteMs },
  mailTokenPerAddress: { name: 'auth.mail-token.address', points: 60, windowMs: 15 * minuteMs },
} as const satisfies Record<string, Limit>;

export type AuthLimits = Record<keyof typeof authLimits, Limit>;

/** The limits, each with `factor` times as many tries: for many people behind one address. */
export function scaledLimits(factor: number): AuthLimits {
  const scaled = (limit: Limit): Limit => ({ ...limit, points: limit.points * factor });
  return {
    loginPerAccountAndAddress: scaled(authLimits.loginPerAccountAndAddress),
    loginPerAccount: scaled(authLimits.loginPerAccount),
    loginPerAddress: scaled(authLimits.loginPerAddress),
    registerPerAddress: scaled(authLimits.registerPerAddress),
    refreshPerAddress: scaled(authLimits.refreshPerAddress),
    passwordPerAccount: scaled(authLimits.passwordPerAccount),
    passkeyPerAddress: scaled(authLimits.passkeyPerAddress),
    identityPerAddress: scaled(authLimits.identityPerAddress),
    mfaPerAccount: scaled(authLimits.mfaPerAccount),
    mailPerRecipient: scaled(authLimits.mailPerRecipient),
    mailPerAddress: scaled(authLimits.mailPerAddress),
    exportPerAccount: scaled(authLimits.exportPerAccount),
    usernamePerAccount: scaled(authLimits.usernamePerAccount),
    mailTokenPerAddress: scaled(authLimits.mailTokenPerAddress),
  };
}

/** Takes one try from each limit; throws RATE_LIMITED with the longest wait when one is spent. Keys are hashed: they are names of people. */
export async function spend(rateLimiter: RateLimiter, tries: { limit: Limit; key: string }[]): Promise<void> {
  const verdicts = await Promise.all(
    tries.map(({ limit, key }) =>
      rateLimiter.consume(limit, createHash('sha256').update(key).digest('base64url').slice(0, 22)),
    ),
  );
  const waits = verdicts.filter((verdict) => !verdict.allowed).map((verdict) => verdict.retryAfterMs);
  if (waits.length > 0) throw rateLimited(Math.max(...waits));
}
