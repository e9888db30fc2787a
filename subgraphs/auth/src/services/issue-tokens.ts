import { SignJWT } from 'jose';
import { scopeClaim } from '../domain/api-keys.js';
import type { AccountRow } from '../storage/accounts.js';
import type { ApiKeyRow } from '../storage/api-keys.js';
import type { AuthServices } from './auth-services.js';
import type { StartedSession } from './start-session.js';

/** What a session of a user may do: everything. API keys carry less. */
const sessionScope = 'account read write';

/** A session with its tokens, on the way to the client. */
export interface SignedIn extends StartedSession {
  accessToken: string;
  expiresAt: Date;
  account: AccountRow;
}

/** How long the token lives that an API key is exchanged for (milliseconds). */
const apiKeyTokenLifeMs = 5 * 60_000;

type Signer = Pick<AuthServices, 'keyRing' | 'tokens' | 'clock'>;

/** Signs an access token for a session. */
export async function issueTokens(signer: Signer, account: AccountRow, session: StartedSession): Promise<SignedIn> {
  const expiresAt = new Date(signer.clock.now().getTime() + signer.tokens.accessTokenLifeMs);
  const claims = { sid: session.sessionId, scope: sessionScope, roles: account.roles };
  return { ...session, ...(await sign(signer, account, claims, expiresAt)), account };
}

/** Signs an access token for an API key. Administration is not for keys, which lie about in files. */
export async function issueApiKeyToken(signer: Signer, account: AccountRow, apiKey: ApiKeyRow): Promise<string> {
  const expiresAtMs = Math.min(signer.clock.now().getTime() + apiKeyTokenLifeMs, apiKey.expiresAt.getTime());
  const roles = account.roles.filter((role) => role !== 'ADMIN');
  const claims = { sid: apiKey.id, scope: scopeClaim(apiKey.scopes), roles };
  return (await sign(signer, account, claims, new Date(expiresAtMs))).accessToken;
}

async function sign(
  { keyRing, tokens, clock }: Signer,
  account: AccountRow,
  claims: { sid: string; scope: string; roles: string[] },
  expiresAt: Date,
): Promise<{ accessToken: string; expiresAt: Date }> {
  const { kid, key } = keyRing.signer();
  const issuedAtSeconds = Math.floor(clock.now().getTime() / 1_000);
  const expiresAtSeconds = Math.floor(expiresAt.getTime() / 1_000);
  const accessToken = await new SignJWT({
    ...claims,
    preferred_username: account.username,
    name: account.displayName,
    locale: account.locale,
    zoneinfo: account.timeZone,
  })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
    .setSubject(account.id)
    .setIssuer(tokens.issuer)
    .setAudience(tokens.audience)
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(expiresAtSeconds)
    .sign(key);
  return { accessToken, expiresAt: new Date(expiresAtSeconds * 1_000) };
}
