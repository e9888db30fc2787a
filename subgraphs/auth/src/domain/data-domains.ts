/** Who has data of users: each writes a part of an export, and erases its own. */
export const dataDomains = ['auth', 'users', 'decks', 'teaching', 'analytics'] as const;
export type DataDomain = (typeof dataDomains)[number];

/** How long an export can be fetched (milliseconds). */
export const exportLifeMs = 7 * 86_400_000;
/** How long the URL of an export works; each reading of the export gives a new one (milliseconds). */
export const exportUrlLifeMs = 60 * 60_000;
/** An export that is not whole by then has failed (milliseconds): some domain was away for two days. */
export const exportPatienceMs = 48 * 60 * 60_000;

const askAgainFirstMs = 30_000;
const askAgainMaxMs = 60 * 60_000;

/** How long after asking `attempts` times a domain that has not answered is asked again (milliseconds). */
export function askAgainAfterMs(attempts: number): number {
  return Math.min(askAgainMaxMs, askAgainFirstMs * 2 ** Math.min(Math.max(attempts - 1, 0), 20));
}

export const exportKey = (exportId: string) => `exports/${exportId}/ruzlet-export.zip`;
