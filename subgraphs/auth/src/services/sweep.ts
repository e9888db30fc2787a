import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { deleteApiKeysEndedBefore } from '../storage/api-keys.js';
import { loginFailuresKeptMs } from '../domain/login-delay.js';
import { deleteEndedAccessBefore } from '../storage/erasures.js';
import { deleteRetiredUsernamesBefore } from '../storage/retired-usernames.js';
import { deleteLoginFailuresBefore } from '../storage/login-failures.js';
import { deleteOidcExpiredBefore } from '../storage/identities.js';
import { deleteMailTokensExpiredBefore } from '../storage/mail.js';
import { deleteCeremoniesExpiredBefore } from '../storage/passkeys.js';
import { deleteSecurityEventsBefore } from '../storage/security-events.js';
import { deleteTokensExpiredBefore } from '../storage/refresh-tokens.js';
import { deleteChallengesExpiredBefore } from '../storage/second-factors.js';
import { deleteSessionsEndedBefore, endExpiredSessions } from '../storage/sessions.js';
import type { AuthServices } from './auth-services.js';
import { sessionsEnded } from './user-events.js';

/** Longer than any access token lives (milliseconds). */
const endedAccessKeptMs = 24 * 60 * 60_000;

/** Sessions of one sweep (count). */
const sweepRowsMax = 1_000;
/** How long an ended session and its tokens are remembered, to recognise one that is sent again (milliseconds). */
const endedSessionsKeptMs = 30 * 86_400_000;

/** How long the audit log is kept (milliseconds). */
const securityEventsKeptMs = 365 * 86_400_000;

/** Ends sessions that were not used in time, and forgets what is of no more use. Safe in several replicas at once. */
export async function sweep({ db, clock }: Pick<AuthServices, 'db' | 'clock'>): Promise<{ ended: number }> {
  const now = clock.now();
  const ended = await db.transaction(async (tx) => {
    const expired = await endExpiredSessions(tx, now, sweepRowsMax);
    await appendEvents(tx, sessionsEnded(expired, 'EXPIRED', now));
    return expired.length;
  });
  const longAgo = new Date(now.getTime() - endedSessionsKeptMs);
  await deleteSessionsEndedBefore(db, longAgo);
  await deleteTokensExpiredBefore(db, longAgo);
  await deleteChallengesExpiredBefore(db, now);
  await deleteCeremoniesExpiredBefore(db, now);
  await deleteOidcExpiredBefore(db, now);
  await deleteSecurityEventsBefore(db, new Date(now.getTime() - securityEventsKeptMs));
  await deleteLoginFailuresBefore(db, new Date(now.getTime() - loginFailuresKeptMs));
  await deleteApiKeysEndedBefore(db, longAgo);
  await deleteMailTokensExpiredBefore(db, now);
  await deleteEndedAccessBefore(db, new Date(now.getTime() - endedAccessKeptMs));
  await deleteRetiredUsernamesBefore(db, now);
  return { ended };
}
