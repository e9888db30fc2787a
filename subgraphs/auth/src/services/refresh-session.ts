import { unauthenticated } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { Db } from '@ruzlet/platform/postgres/database';
import { judgeRefresh } from '../domain/refresh-rotation.js';
import { findAccountsByIds, type AccountRow } from '../storage/accounts.js';
import {
  countGraceUse,
  findRefreshToken,
  insertRefreshToken,
  isSuccessorUsed,
  markTokenUsed,
} from '../storage/refresh-tokens.js';
import { endSession, lockSession, touchSession, type SessionRow } from '../storage/sessions.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { issueTokens, type SignedIn } from './issue-tokens.js';
import { hashSecret, isRefreshToken, newRefreshToken } from './refresh-token.js';
import { recordedDevice, sessionExpiry, type StartedSession } from './start-session.js';
import { recordSecurityEvent } from './security-events.js';
import { sessionsEnded } from './user-events.js';

const sessionOver = () => unauthenticated('The refresh token is not valid any more: sign in again.');

/**
 * Exchanges a refresh token. One that was exchanged before ends its whole session and is reported as an event; what it
 * means in each case is decided in domain/refresh-rotation.
 *
 * @throws AppError UNAUTHENTICATED, the same for every token that is no good; RATE_LIMITED.
 */
export async function refreshSession(services: AuthServices, device: Device, refreshToken: string): Promise<SignedIn> {
  const { db, rateLimiter, limits } = services;
  await spend(rateLimiter, [{ limit: limits.refreshPerAddress, key: device.ipAddress ?? 'unknown' }]);
  if (!isRefreshToken(refreshToken)) throw sessionOver();
  const hash = hashSecret(refreshToken);
  // The refusal is thrown after the commit: the end of a session must not be rolled back with it.
  const outcome = await db.transaction((tx) => exchange(tx, services, device, hash));
  if (!outcome) throw sessionOver();
  return issueTokens(services, outcome.account, outcome.session);
}

async function exchange(
  tx: Db,
  services: AuthServices,
  device: Device,
  hash: Buffer,
): Promise<{ account: AccountRow; session: StartedSession } | undefined> {
  const sessionId = (await findRefreshToken(tx, hash))?.sessionId;
  const session = sessionId === undefined ? undefined : await lockSession(tx, sessionId);
  // Read again under the session's lock: a concurrent exchange may have used the token.
  const token = session && (await findRefreshToken(tx, hash));
  if (!session || !token) return undefined;

  const now = services.clock.now();
  const successorUsed = token.usedAt !== null && (await isSuccessorUsed(tx, hash));
  const verdict = judgeRefresh(session, { ...token, successorUsed }, now);
  switch (verdict) {
    case 'ENDED':
      return undefined;
    case 'REUSED':
    case 'EXPIRED': {
      const reason = verdict === 'REUSED' ? 'REUSE_DETECTED' : 'EXPIRED';
      if (verdict === 'REUSED') {
        await recordSecurityEvent(tx, services, { accountId: session.accountId, kind: 'REFRESH_TOKEN_REUSED', now });
      }
      await appendEvents(tx, sessionsEnded(await endSession(tx, session, reason, now), reason, now));
      return undefined;
    }
    case 'ROTATE':
      await markTokenUsed(tx, hash, now);
      break;
    case 'GRACE':
      await countGraceUse(tx, hash);
      break;
  }
  const [account] = await findAccountsByIds(tx, [session.accountId]);
  return account && { account, session: await succeed(tx, services, { session, device, parentHash: hash, now }) };
}

async function succeed(
  tx: Db,
  { tokens }: AuthServices,
  { session, device, parentHash, now }: { session: SessionRow; device: Device; parentHash: Buffer; now: Date },
): Promise<StartedSession> {
  const refreshToken = newRefreshToken();
  const expiresAt = sessionExpiry(tokens, session.createdAt, now);
  await insertRefreshToken(tx, {
    hash: hashSecret(refreshToken),
    sessionId: session.id,
    parentHash,
    issuedAt: now,
    expiresAt,
  });
  await touchSession(tx, session.id, { lastSeenAt: now, expiresAt, ...recordedDevice(device) });
  return { sessionId: session.id, refreshToken };
}
