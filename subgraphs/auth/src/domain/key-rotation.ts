/**
 * When signing keys come and go. A key is published before it signs, so that every verifier has fetched it by then, and
 * stays published after its last signature until the last token that it signed has expired.
 */

/** From publication to first signature (milliseconds): longer than any verifier keeps the key set. */
export const keyPublishLeadMs = 15 * 60_000;
/** Kept published for clocks that differ, beyond the life of the last token (milliseconds). */
export const keyClockSkewMs = 5 * 60_000;

export interface KeyTimes {
  kid: string;
  activeFrom: Date;
}

/** The key that signs now: the latest that is active. */
export function signingKeyAt<K extends KeyTimes>(keys: readonly K[], now: Date): K | undefined {
  return keys
    .filter((key) => key.activeFrom <= now)
    .sort(byActivity)
    .at(-1);
}

/** True when the next key has to be made: there is none, or the newest comes to its rotation age within the lead. */
export function nextKeyIsDue(keys: readonly KeyTimes[], now: Date, rotationMs: number): boolean {
  const newest = [...keys].sort(byActivity).at(-1);
  return !newest || newest.activeFrom.getTime() + rotationMs - keyPublishLeadMs <= now.getTime();
}

/** Keys whose last token has expired: their successor has been signing for longer than a token lives. */
export function retiredKeys<K extends KeyTimes>(keys: readonly K[], now: Date, tokenLifeMs: number): K[] {
  const sorted = [...keys].sort(byActivity);
  return sorted.filter((_, index) => {
    const successor = sorted[index + 1];
    return successor !== undefined && successor.activeFrom.getTime() + tokenLifeMs + keyClockSkewMs <= now.getTime();
  });
}

function byActivity(a: KeyTimes, b: KeyTimes): number {
  return a.activeFrom.getTime() - b.activeFrom.getTime() || a.kid.localeCompare(b.kid);
}
