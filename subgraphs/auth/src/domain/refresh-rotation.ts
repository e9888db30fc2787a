/**
 * What a refresh token that comes in means. Tokens are single-use; each exchange makes the next of the session (the
 * "family"). One that was exchanged before is taken for stolen, except right after its exchange: two tabs of a browser
 * may send the same token at the same moment, and a client may lose the answer.
 */

/** How long after its exchange a token may come again (milliseconds). */
export const refreshGraceMs = 10_000;
/** How often one token may come again within that time (count). */
export const refreshGraceUsesMax = 10;

export interface PresentedToken {
  expiresAt: Date;
  /** When it was first exchanged; null while it is good. */
  usedAt: Date | null;
  graceUses: number;
  /** True when one of the tokens that it was exchanged for was itself exchanged: it is no longer the immediate predecessor. */
  successorUsed: boolean;
}

export interface PresentedSession {
  endedAt: Date | null;
  expiresAt: Date;
}

export type RotationVerdict = 'ROTATE' | 'GRACE' | 'REUSED' | 'EXPIRED' | 'ENDED';

export function judgeRefresh(session: PresentedSession, token: PresentedToken, now: Date): RotationVerdict {
  if (session.endedAt) return 'ENDED';
  // Reuse before expiry: an old token that is seen again is a sign of theft however old it is.
  if (token.usedAt) {
    const inGrace =
      now.getTime() - token.usedAt.getTime() <= refreshGraceMs &&
      !token.successorUsed &&
      token.graceUses < refreshGraceUsesMax;
    return inGrace ? 'GRACE' : 'REUSED';
  }
  if (token.expiresAt <= now || session.expiresAt <= now) return 'EXPIRED';
  return 'ROTATE';
}
