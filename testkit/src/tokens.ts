import { generateKeyPair, SignJWT, exportJWK, createLocalJWKSet } from 'jose';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import { systemClock, type Clock } from '@ruzlet/platform/clock';
import { newId } from '@ruzlet/platform/ids';

export const testIssuer = 'ruzlet';
export const testAudience = 'ruzlet';
/** What a session may do; an API key has less. */
const sessionScopes = ['account', 'read', 'write'];
const keyId = 'test-key';

export interface TestUser {
  userId: string;
  username?: string;
  displayName?: string;
  roles?: readonly string[];
  scopes?: readonly string[];
  sessionId?: string;
  locale?: string;
  timeZone?: string;
}

export interface TestTokens {
  verifyToken: VerifyToken;
  /** An access token as auth would sign it, good for an hour. */
  tokenFor(user: TestUser): Promise<string>;
}

/** A signing key for tests, and the verifier that trusts it. Pass the test's clock when the subgraph has one. */
export async function createTestTokens(options: { clock?: Clock } = {}): Promise<TestTokens> {
  const clock = options.clock ?? systemClock;
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'EdDSA', use: 'sig' }] });
  return {
    verifyToken: createTokenVerifier({ jwks, issuer: testIssuer, audience: testAudience, clock }),
    tokenFor: async (user) => {
      const issuedAt = Math.floor(clock.now().getTime() / 1_000);
      const username = user.username ?? `user-${user.userId.slice(-8)}`;
      return new SignJWT({
        sid: user.sessionId ?? newId(),
        roles: user.roles ?? ['LEARNER'],
        scope: (user.scopes ?? sessionScopes).join(' '),
        preferred_username: username,
        name: user.displayName ?? username,
        locale: user.locale ?? 'en',
        zoneinfo: user.timeZone ?? 'UTC',
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: keyId })
        .setSubject(user.userId)
        .setIssuer(testIssuer)
        .setAudience(testAudience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + 3_600)
        .sign(privateKey);
    },
  };
}
