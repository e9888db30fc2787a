import type { Authority } from '@ruzlet/platform/access/authority';
import { apiKeyPattern } from '@ruzlet/platform/access/verify-token';
import { findAccountsByIds } from '../storage/accounts.js';
import { findApiKeysRevokedSince, useApiKey } from '../storage/api-keys.js';
import { findEndedAccessSince } from '../storage/erasures.js';
import { findSessionsEndedSince } from '../storage/sessions.js';
import type { AuthServices } from './auth-services.js';
import { issueApiKeyToken } from './issue-tokens.js';
import { hashSecret } from './refresh-token.js';

/** A change counts from its beginning and is seen after its commit: so far back does each answer look (milliseconds). */
const commitLagMs = 30_000;
/** Ids in one answer (count): as many as a verifier remembers. */
const endedRowsMax = 50_000;

/** What verifiers ask of this subgraph, from its database. */
export function createAuthority(services: AuthServices): Authority {
  const { db, clock, keyRing, tokens } = services;
  return {
    jwks: keyRing.getKey,
    async endedSessions(since) {
      const asOf = clock.now();
      // What ended longer ago than a token lives has no token left.
      const oldestMs = asOf.getTime() - tokens.accessTokenLifeMs - commitLagMs;
      const from = new Date(Math.max(oldestMs, (since?.getTime() ?? 0) - commitLagMs));
      const sessions = await findSessionsEndedSince(db, from, endedRowsMax);
      const apiKeys = await findApiKeysRevokedSince(db, from, endedRowsMax);
      const deleted = await findEndedAccessSince(db, from, endedRowsMax);
      return { asOf, sessionIds: [...sessions, ...apiKeys, ...deleted] };
    },
    async exchangeApiKey(key) {
      if (!apiKeyPattern.test(key)) return null;
      const apiKey = await useApiKey(db, hashSecret(key), clock.now());
      const [account] = apiKey ? await findAccountsByIds(db, [apiKey.accountId]) : [];
      return apiKey && account ? issueApiKeyToken(services, account, apiKey) : null;
    },
  };
}
