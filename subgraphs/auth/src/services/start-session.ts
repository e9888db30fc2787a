import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { newId } from '@ruzlet/platform/ids';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { EncodedEvent } from '@ruzlet/contracts/codec';
import { insertRefreshToken } from '../storage/refresh-tokens.js';
import { insertSession } from '../storage/sessions.js';
import type { AuthServices, Device, TokenSettings } from './auth-services.js';
import { hashSecret, newRefreshToken } from './refresh-token.js';
import { sessionStarted } from './user-events.js';

const userAgentCharactersMax = 500;
const ipAddressCharactersMax = 64;

export interface StartedSession {
  sessionId: string;
  refreshToken: string;
}

/** A device as it is kept: clients choose what they call themselves, and how long. */
export function recordedDevice(device: Device): Device {
  return {
    userAgent: device.userAgent?.slice(0, userAgentCharactersMax) ?? null,
    ipAddress: device.ipAddress?.slice(0, ipAddressCharactersMax) ?? null,
  };
}

/** When a session that began at `createdAt` and is used now ends, if it is not used again. */
export function sessionExpiry(tokens: TokenSettings, createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + tokens.refreshTokenLifeMs, createdAt.getTime() + tokens.sessionLifeMs));
}

/**
 * Signs an account in on a device, within the caller's transaction.
 *
 * @param before events of the same change that come first, such as the registration.
 */
export async function startSession(
  tx: Db,
  { tokens }: Pick<AuthServices, 'tokens'>,
  { accountId, device, now }: { accountId: string; device: Device; now: Date },
  before: EncodedEvent[] = [],
): Promise<StartedSession> {
  const session = {
    id: newId(now),
    accountId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionExpiry(tokens, now, now),
    ...recordedDevice(device),
  };
  const refreshToken = newRefreshToken();
  await insertSession(tx, session);
  await insertRefreshToken(tx, {
    hash: hashSecret(refreshToken),
    sessionId: session.id,
    parentHash: null,
    issuedAt: now,
    expiresAt: session.expiresAt,
  });
  await appendEvents(tx, [...before, sessionStarted(session, now)]);
  return { sessionId: session.id, refreshToken };
}
