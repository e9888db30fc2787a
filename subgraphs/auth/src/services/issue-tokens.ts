import { SignJWT } from 'jose';
import type { AccountRow } from '../storage/accounts.js';
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

/** Signs an access token for a session. */
export async function issueTokens(
  { keyRing, tokens, clock }: Pick<AuthServices, 'keyRing' | 'tokens' | 'clock'>,
  account: AccountRow,
  session: StartedSession,
): Promise<SignedIn> {
  const { kid, key } = keyRing.signer();
  const issuedAtSeconds = Math.floor(clock.now().getTime() / 1_000);
  const expiresAtSeconds = issuedAtSeconds + Math.floor(tokens.accessTokenLifeMs / 1_000);
  const accessToken = await new SignJWT({
    sid: session.sessionId,
    roles: account.roles,
    scope: sessionScope,
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
  return { ...session, accessToken, expiresAt: new Date(expiresAtSeconds * 1_000), account };
}
