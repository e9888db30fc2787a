import { jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { systemClock, type Clock } from '../clock.js';
import { AppError, unauthenticated } from '../errors.js';
import type { Authority } from './authority.js';
import { createEndedSessions } from './ended-sessions.js';
import type { VerifyToken, Viewer } from './viewer.js';

/** Tokens longer than this are refused unread (characters). */
export const tokenCharactersMax = 4_096;
/** Verified tokens that are remembered (count). */
const verifiedTokensMax = 10_000;
/** API keys that were refused and are remembered (count), and for how long (milliseconds). */
const refusedKeysMax = 10_000;
const refusedKeysKeptMs = 10_000;

/** What an API key looks like: no JWT does. */
export const apiKeyPattern = /^rz_[\w-]{43}$/;

const claims = z.object({
  sub: z.string().min(1),
  sid: z.string().min(1),
  exp: z.number(),
  roles: z.array(z.string()).default([]),
  scope: z.string().default(''),
  preferred_username: z.string().default(''),
  name: z.string().default(''),
  locale: z.string().default('en'),
  zoneinfo: z.string().default('UTC'),
});

/**
 * A verifier of bearer tokens: access tokens (EdDSA only, issuer and audience as configured), and API keys, which are
 * exchanged for one. A token is checked once and remembered until it expires; whether its session has ended is asked
 * each time, of a list that is seconds old.
 *
 * @throws (the verifier) AppError UNAUTHENTICATED for a bad token, SERVICE_UNAVAILABLE when the key set cannot be had.
 */
export function createTokenVerifier(
  options: Pick<Authority, 'jwks'> &
    Partial<Pick<Authority, 'endedSessions' | 'exchangeApiKey'>> & { issuer: string; audience: string; clock?: Clock },
): VerifyToken {
  const clock = options.clock ?? systemClock;
  const verified = new LRUCache<string, { viewer: Viewer; expiresAtMs: number }>({ max: verifiedTokensMax });
  const refusedKeys = new LRUCache<string, true>({
    max: refusedKeysMax,
    ttl: refusedKeysKeptMs,
    perf: { now: () => clock.now().getTime() },
    ttlResolution: 0,
  });
  const ended = options.endedSessions && createEndedSessions({ fetch: options.endedSessions, clock });

  return async (token) => {
    if (token.length > tokenCharactersMax) throw unauthenticated('The access token is too long to be one of ours.');
    const viewer = await viewerOf(token);
    if (await ended?.has(viewer.sessionId)) throw unauthenticated('This session has ended: sign in again.');
    return viewer;
  };

  async function viewerOf(token: string): Promise<Viewer> {
    const known = verified.get(token);
    if (known && known.expiresAtMs > clock.now().getTime()) return known.viewer;

    const payload = await verifyPayload(apiKeyPattern.test(token) ? await exchange(token) : token);
    const viewer: Viewer = {
      userId: payload.sub,
      sessionId: payload.sid,
      roles: payload.roles,
      scopes: payload.scope.split(' ').filter((scope) => scope !== ''),
      profile: {
        username: payload.preferred_username,
        displayName: payload.name,
        locale: payload.locale,
        timeZone: payload.zoneinfo,
      },
    };
    verified.set(token, { viewer, expiresAtMs: payload.exp * 1_000 });
    return viewer;
  }

  async function exchange(key: string): Promise<string> {
    const refusal = () => unauthenticated('The API key is not valid, has expired or was revoked.');
    if (!options.exchangeApiKey || refusedKeys.has(key)) throw refusal();
    let token: string | null;
    try {
      token = await options.exchangeApiKey(key);
    } catch (error) {
      throw new AppError('SERVICE_UNAVAILABLE', 'API keys cannot be checked right now: try again.', { cause: error });
    }
    if (token !== null) return token;
    refusedKeys.set(key, true);
    throw refusal();
  }

  async function verifyPayload(token: string): Promise<z.output<typeof claims>> {
    try {
      const { payload } = await jwtVerify(token, options.jwks, {
        algorithms: ['EdDSA', 'Ed25519'],
        issuer: options.issuer,
        audience: options.audience,
        currentDate: clock.now(),
        requiredClaims: ['sub', 'sid', 'exp'],
      });
      return claims.parse(payload);
    } catch (error) {
      if (isKeySetUnreachable(error)) {
        throw new AppError('SERVICE_UNAVAILABLE', 'The signing keys cannot be fetched right now: try again.', {
          cause: error,
        });
      }
      throw unauthenticated('The access token is not valid or has expired: refresh the session.');
    }
  }
}

/** Errors of the fetch, not of the token: jose gives its token errors `ERR_JWT…`, `ERR_JWS…`, `ERR_JWKS_NO…` codes. */
function isKeySetUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC') return true;
  return error instanceof TypeError || code.startsWith('ECONN') || code.startsWith('UND_ERR');
}
