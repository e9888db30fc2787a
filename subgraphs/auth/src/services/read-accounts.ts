import DataLoader from 'dataloader';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { unauthenticated } from '@ruzlet/platform/errors';
import { toConnection, type Connection } from '@ruzlet/platform/pagination';
import { findAccountsByIds, type AccountRow } from '../storage/accounts.js';
import { findLiveApiKeys, type ApiKeyRow } from '../storage/api-keys.js';
import { findIdentities, type IdentityRow } from '../storage/identities.js';
import { findPasskeys, type PasskeyRow } from '../storage/passkeys.js';
import { findMfaStates, type MfaState } from '../storage/second-factors.js';
import { findLiveSessions, type SessionRow } from '../storage/sessions.js';
import type { SecurityEventRow } from '../storage/security-events.js';
import type { AuthServices } from './auth-services.js';
import { listSecurityEvents } from './security-events.js';

export type LiveSession = SessionRow;
export type LiveApiKey = ApiKeyRow;
export type OwnPasskey = PasskeyRow;
export type OwnIdentity = IdentityRow;
export type SecondFactors = MfaState;
export type SecurityEventEntry = SecurityEventRow;

/** An account, and the session through which its owner looks at it; null when somebody else does. */
export interface OwnAccount {
  account: AccountRow;
  sessionId: string | null;
}

/** What a request reads of accounts, each thing once. */
export interface AccountReader {
  /** The viewer's own account; null for anybody else's. */
  own(viewer: Viewer | null, userId: string): Promise<OwnAccount | null>;
  /** The viewer's account as it is now, after a change. */
  fresh(viewer: Viewer): Promise<OwnAccount>;
  sessions(accountId: string): Promise<LiveSession[]>;
  apiKeys(accountId: string): Promise<ApiKeyRow[]>;
  /** A page of the audit log; empty where it is not for the viewer (null). */
  securityEvents(
    accountId: string | null,
    args: { first?: number | null | undefined; after?: string | null | undefined },
  ): Promise<Connection<SecurityEventRow>>;
  passkeys(accountId: string): Promise<PasskeyRow[]>;
  identities(accountId: string): Promise<IdentityRow[]>;
  /** The second factors, or null when there are none. */
  mfa(accountId: string): Promise<MfaState | null>;
}

export function createAccountReader({ db, clock }: Pick<AuthServices, 'db' | 'clock'>): AccountReader {
  const accounts = new DataLoader(async (ids: readonly string[]) => {
    const rows = new Map((await findAccountsByIds(db, ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id));
  });
  const mfaStates = new DataLoader(
    async (ids: readonly string[]) => {
      const states = new Map((await findMfaStates(db, ids)).map((state) => [state.accountId, state]));
      return ids.map((id) => states.get(id) ?? null);
    },
    { cache: false },
  );

  return {
    async own(viewer, userId) {
      if (viewer?.userId !== userId) return null;
      const account = await accounts.load(userId);
      return account ? { account, sessionId: viewer.sessionId } : null;
    },
    async fresh(viewer) {
      const account = await accounts.clear(viewer.userId).load(viewer.userId);
      if (!account) throw unauthenticated('This account does not exist any more.');
      return { account, sessionId: viewer.sessionId };
    },
    // Only ever the viewer's own, so there is nothing to batch.
    sessions: (accountId) => findLiveSessions(db, accountId, clock.now()),
    securityEvents: async (accountId, args) =>
      accountId === null ? toConnection([], 1, () => '') : listSecurityEvents({ db }, accountId, args),
    apiKeys: (accountId) => findLiveApiKeys(db, accountId, clock.now()),
    passkeys: (accountId) => findPasskeys(db, accountId),
    identities: (accountId) => findIdentities(db, accountId),
    mfa: (accountId) => mfaStates.load(accountId),
  };
}
