import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Identity } from '../domain/identity-providers.js';

/** A provider, as the environment sets it. */
export interface ProviderSettings {
  id: string;
  name: string;
  /** Its address without `/.well-known/openid-configuration`. */
  issuer: string;
  clientId: string;
  clientSecret?: string | undefined;
  scopes: string;
  /** True for a provider that gives out addresses itself and does not say `email_verified`. */
  emailsAreVerified: boolean;
}

/** What only we and the provider's answer know of one sign-in. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  pkceVerifier: string;
}

export interface IdentityProviders {
  list(): { id: string; name: string }[];
  has(id: string): boolean;
  newSecrets(): SignInSecrets;
  /** Where to send the browser. @throws ProviderError. */
  authorizationUrl(id: string, secrets: SignInSecrets): Promise<URL>;
  /**
   * Exchanges what the browser came back with, and checks it: state, issuer, PKCE, the ID token's signature, audience,
   * time and nonce.
   *
   * @param query of the address that the browser came back to.
   * @throws ProviderError.
   */
  identify(id: string, query: URLSearchParams, secrets: SignInSecrets): Promise<Identity>;
}

/** The provider cannot be reached, or what it says does not hold. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
}

/** How long the provider may take for each answer (seconds). */
const providerTimeoutSeconds = 10;
/** What a provider publishes of itself is read anew after so long, and with it its keys (milliseconds). */
const discoveryKeptMs = 60 * 60_000;
const claimCharactersMax = 320;

const text = z.string().min(1).max(claimCharactersMax).nullish().catch(null);
const claims = z.object({
  email: text,
  // Some say it as text.
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true)])
    .nullish()
    .catch(false),
  preferred_username: text,
  nickname: text,
  name: text,
  locale: text,
  zoneinfo: text,
});

/**
 * The OpenID Connect providers that are set up. Each is looked up when it is first used, so that one that is down costs
 * its own sign-ins and no start.
 *
 * @param redirectUri where a provider sends the browser back to.
 */
export function createIdentityProviders(
  settings: readonly ProviderSettings[],
  redirectUri: (id: string) => string,
): IdentityProviders {
  const byId = new Map(settings.map((provider) => [provider.id, provider]));
  const discovered = new Map<string, { configuration: Promise<oidc.Configuration>; atMs: number }>();

  async function lookUp(id: string): Promise<{ provider: ProviderSettings; configuration: oidc.Configuration }> {
    const provider = byId.get(id);
    if (!provider) throw new ProviderError(`There is no provider ${id}.`);
    const known = discovered.get(id);
    if (known && performance.now() - known.atMs < discoveryKeptMs) {
      return { provider, configuration: await known.configuration };
    }
    const configuration = discover(provider);
    discovered.set(id, { configuration, atMs: performance.now() });
    // A failure is not remembered.
    configuration.catch(() => discovered.delete(id));
    return { provider, configuration: await configuration };
  }

  return {
    list: () => settings.map(({ id, name }) => ({ id, name })),
    has: (id) => byId.has(id),
    newSecrets: () => ({
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      pkceVerifier: oidc.randomPKCECodeVerifier(),
    }),
    authorizationUrl: (id, { state, nonce, pkceVerifier }) =>
      saying(id, async () => {
        const { provider, configuration } = await lookUp(id);
        return oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri(id),
          scope: provider.scopes,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(pkceVerifier),
          code_challenge_method: 'S256',
        });
      }),
    identify: (id, query, { state, nonce, pkceVerifier }) =>
      saying(id, async () => {
        const { provider, configuration } = await lookUp(id);
        const url = new URL(redirectUri(id));
        url.search = query.toString();
        const tokens = await oidc.authorizationCodeGrant(configuration, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: pkceVerifier,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (!idToken) throw new ProviderError('it gave no ID token');
        const { iss: issuer, sub: subject } = idToken;
        const userInfo = configuration.serverMetadata().userinfo_endpoint
          ? await oidc.fetchUserInfo(configuration, tokens.access_token, subject)
          : {};
        return identityOf(provider, { issuer, subject }, claims.parse({ ...idToken, ...userInfo }));
      }),
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  return oidc.discovery(
    url,
    clientId,
    clientSecret,
    clientSecret === undefined ? oidc.None() : undefined,
    // Deprecated to be seen; here on purpose: plain HTTP only where the settings say so, which they may for this machine alone.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    { timeout: providerTimeoutSeconds, ...(url.protocol === 'http:' && { execute: [oidc.allowInsecureRequests] }) },
  );
}

function identityOf(
  provider: ProviderSettings,
  who: Pick<Identity, 'issuer' | 'subject'>,
  said: z.output<typeof claims>,
): Identity {
  const email = said.email ?? null;
  return {
    ...who,
    email,
    emailVerified: email !== null && (said.email_verified ?? provider.emailsAreVerified),
    username: said.preferred_username ?? said.nickname ?? null,
    displayName: said.name ?? null,
    locale: said.locale ?? null,
    timeZone: said.zoneinfo ?? null,
  };
}

async function saying<T>(id: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown fault';
    throw new ProviderError(`The provider ${id} could not be asked, or its answer does not hold: ${why}`, {
      cause: error,
    });
  }
}
