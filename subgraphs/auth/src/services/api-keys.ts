import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { conflict, notFound, unauthenticated } from '@ruzlet/platform/errors';
import { isUuid, newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { apiKeyLifeDefaultMs, apiKeyLifeMaxMs, apiKeyScopes, normalizeScopes } from '../domain/api-keys.js';
import { lockAccount } from '../storage/accounts.js';
import { countLiveApiKeys, insertApiKey, markApiKeyRevoked, type ApiKeyRow } from '../storage/api-keys.js';
import { displayNameField } from './account-fields.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { hashSecret } from './refresh-token.js';
import { recordSecurityEvent } from './security-events.js';

/** Keys of one account that work (count). */
export const apiKeysPerAccountMax = 50;
/** Entropy of a key (bytes). With so much of it a fast hash at rest is enough. */
const apiKeyBytes = 32;
const prefixCharacters = 8;

const newKey = z.object({
  name: displayNameField,
  scopes: z.array(z.enum(apiKeyScopes)).min(1, 'must name at least one').max(apiKeyScopes.length),
  expiresAt: z.date().nullish(),
});

/** A key on its way to its owner, the only time that it can be seen. */
export interface CreatedApiKey {
  key: string;
  apiKey: ApiKeyRow;
}

/** Makes an API key. @throws AppError BAD_USER_INPUT, CONFLICT when the account has too many. */
export async function createApiKey(
  services: AuthServices,
  viewer: Viewer | null,
  rawInput: unknown,
): Promise<CreatedApiKey> {
  const { db, clock } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const now = clock.now();
  const latest = new Date(now.getTime() + apiKeyLifeMaxMs);
  const input = parseInput(
    newKey.refine(({ expiresAt }) => !expiresAt || (expiresAt > now && expiresAt <= latest), {
      path: ['expiresAt'],
      message: 'must be in the future, and within five years',
    }),
    rawInput,
  );
  const key = `rz_${randomBytes(apiKeyBytes).toString('base64url')}`;
  const apiKey = await db.transaction(async (tx) => {
    if (!(await lockAccount(tx, userId))) throw unauthenticated('This account does not exist any more.');
    if ((await countLiveApiKeys(tx, userId, now)) >= apiKeysPerAccountMax) {
      throw conflict(`An account has at most ${String(apiKeysPerAccountMax)} API keys: revoke one first.`);
    }
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'API_KEY_CREATED', now, detail: input.name });
    return insertApiKey(tx, {
      id: newId(now),
      accountId: userId,
      hash: hashSecret(key),
      name: input.name,
      prefix: key.slice(0, prefixCharacters),
      scopes: normalizeScopes(input.scopes),
      createdAt: now,
      expiresAt: input.expiresAt ?? new Date(now.getTime() + apiKeyLifeDefaultMs),
    });
  });
  if (!apiKey) throw new Error('The API key was not inserted.');
  return { key, apiKey };
}

/** Revokes one of the viewer's keys: it stops working within seconds. @throws AppError NOT_FOUND. */
export async function revokeApiKey(services: AuthServices, viewer: Viewer | null, id: string): Promise<void> {
  const { userId } = await requireLiveSession(services, viewer);
  const now = services.clock.now();
  await services.db.transaction(async (tx) => {
    const detail = isUuid(id) ? await markApiKeyRevoked(tx, id, userId, now) : undefined;
    if (detail === undefined) throw notFound('API key');
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'API_KEY_REVOKED', now, detail });
  });
}
