import { z } from 'zod';
import { notFound, unauthenticated } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { isReturnAddress } from '../domain/client-origins.js';
import { clientChallengePattern, type Identity } from '../domain/identity-providers.js';
import { insertOidcRequest, insertOidcTicket, takeOidcRequest } from '../storage/identities.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { hashSecret, newRefreshToken as newSecret } from './refresh-token.js';

/** How long somebody may take to sign in at the provider (milliseconds). */
export const oidcRequestLifeMs = 10 * 60_000;
/** How long a ticket can be redeemed (milliseconds). */
const ticketLifeMs = 2 * 60_000;
const returnToCharactersMax = 2_000;

const secretsText = z.object({ state: z.string(), nonce: z.string(), pkceVerifier: z.string() });

const start = (clientOrigins: readonly string[]) =>
  z.object({
    challenge: z.string().regex(clientChallengePattern, 'must be the SHA-256 of the verifier in base64url'),
    purpose: z
      .enum(['sign-in', 'link'])
      .default('sign-in')
      .transform((purpose) => (purpose === 'link' ? ('LINK' as const) : ('SIGN_IN' as const))),
    returnTo: z
      .string()
      .max(returnToCharactersMax)
      .refine((address) => isReturnAddress(clientOrigins, address), 'must be at an origin where a client lives')
      .optional(),
  });

/**
 * Sends a browser to a provider: the address to go to, and a secret for the browser to keep as a cookie.
 *
 * @throws AppError NOT_FOUND, BAD_USER_INPUT, RATE_LIMITED; ProviderError.
 */
export async function sendToProvider(
  services: AuthServices,
  device: Device,
  { provider, query }: { provider: string; query: Record<string, string> },
): Promise<{ url: URL; browserSecret: string }> {
  const { db, clock, rateLimiter, limits, identityProviders, oidcBox, clientOrigins } = services;
  if (!identityProviders.has(provider)) throw notFound('provider');
  await spend(rateLimiter, [{ limit: limits.identityPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const { challenge, purpose, returnTo } = parseInput(start(clientOrigins), query, []);
  const secrets = identityProviders.newSecrets();
  const url = await identityProviders.authorizationUrl(provider, secrets);
  const browserSecret = newSecret();
  await insertOidcRequest(db, {
    stateHash: hashSecret(secrets.state),
    provider,
    purpose,
    browserHash: hashSecret(browserSecret),
    sealedSecrets: oidcBox.seal(Buffer.from(JSON.stringify(secrets)), provider),
    clientChallenge: challenge,
    returnTo: returnTo ?? null,
    expiresAt: new Date(clock.now().getTime() + oidcRequestLifeMs),
  });
  return { url, browserSecret };
}

/** How a browser came back from a provider. */
export interface Returned {
  returnTo: string | null;
  /** To redeem; null when the provider did not sign anybody in. */
  ticket: string | null;
}

/**
 * Takes a browser back, and keeps what the provider says of its user until the client redeems the ticket.
 *
 * @param browserSecret the cookie that it was sent away with.
 * @throws AppError UNAUTHENTICATED when it is not a browser that we sent away, or has been back before; RATE_LIMITED.
 */
export async function takeBackFromProvider(
  services: AuthServices,
  device: Device,
  {
    provider,
    query,
    browserSecret,
    onRefusal,
  }: {
    provider: string;
    query: URLSearchParams;
    browserSecret: string | undefined;
    onRefusal: (error: unknown) => void;
  },
): Promise<Returned> {
  const { db, clock, rateLimiter, limits, identityProviders, oidcBox } = services;
  await spend(rateLimiter, [{ limit: limits.identityPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const now = clock.now();
  const request = await takeOidcRequest(db, hashSecret(query.get('state') ?? ''), now);
  const sameBrowser = browserSecret !== undefined && request?.browserHash.equals(hashSecret(browserSecret));
  if (request?.provider !== provider || !sameBrowser) {
    throw unauthenticated('This sign-in was not begun here, took too long, or has been used: begin again.');
  }
  const { returnTo } = request;
  const secrets = secretsText.parse(JSON.parse(oidcBox.open(request.sealedSecrets, provider).toString('utf8')));
  let identity: Identity;
  try {
    identity = await identityProviders.identify(provider, query, secrets);
  } catch (error) {
    // Also where the user has refused at the provider: the client is told, and may begin again.
    onRefusal(error);
    return { returnTo, ticket: null };
  }
  const ticket = newSecret();
  await insertOidcTicket(db, {
    hash: hashSecret(ticket),
    provider,
    purpose: request.purpose,
    clientChallenge: request.clientChallenge,
    ...identity,
    expiresAt: new Date(now.getTime() + ticketLifeMs),
  });
  return { returnTo, ticket };
}
