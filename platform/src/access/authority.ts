import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { EndedSessionsAnswer } from './ended-sessions.js';

/** How long the key set and the exchange of an API key may take (milliseconds). */
const timeoutMs = 3_000;
const jwksCooldownMs = 5_000;
/** How long the list of ended sessions may take (milliseconds): a request waits for it. */
const endedSessionsTimeoutMs = 1_000;

/** Where the one who signs tokens serves what verifiers need beside the key set, seen from the key set. */
export const authorityPaths = {
  jwks: '/.well-known/jwks.json',
  endedSessions: '/.well-known/ended-sessions.json',
  apiKeys: '/api-keys/exchange',
} as const;

/** The one who signs tokens, as verifiers need it. */
export interface Authority {
  jwks: JWTVerifyGetKey;
  /** What ended at or after a time; without one, within the life of an access token. */
  endedSessions(since: Date | null): Promise<EndedSessionsAnswer>;
  /** An access token for an API key; null when the key is no good. */
  exchangeApiKey(key: string): Promise<string | null>;
}

const endedSchema = z.object({ asOf: z.iso.datetime(), sessionIds: z.array(z.string()) });
const exchangedSchema = z.object({ accessToken: z.string() });

/**
 * The authority in another process.
 *
 * @param jwksUrl of its key set, which is fetched when first needed and again when a token names a key that it lacks;
 * the rest lies beside it.
 */
export function remoteAuthority(jwksUrl: string): Authority {
  return {
    jwks: createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: timeoutMs, cooldownDuration: jwksCooldownMs }),
    async endedSessions(since) {
      const url = new URL(authorityPaths.endedSessions, jwksUrl);
      if (since) url.searchParams.set('since', since.toISOString());
      const response = await fetch(url, { signal: AbortSignal.timeout(endedSessionsTimeoutMs) });
      if (!response.ok) throw new Error(`The list of ended sessions was answered with ${String(response.status)}.`);
      const { asOf, sessionIds } = endedSchema.parse(await response.json());
      return { asOf: new Date(asOf), sessionIds };
    },
    async exchangeApiKey(key) {
      const response = await fetch(new URL(authorityPaths.apiKeys, jwksUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 401) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok) throw new Error(`The exchange of an API key was answered with ${String(response.status)}.`);
      return exchangedSchema.parse(await response.json()).accessToken;
    },
  };
}
