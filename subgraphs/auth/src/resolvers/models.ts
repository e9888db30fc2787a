import type { PendingChallenge } from '../services/finish-login.js';
import type { DataExport } from '../services/data-exports.js';
import type { DeletionReport } from '../services/deletion-report.js';
import type { SignedIn } from '../services/issue-tokens.js';
import type {
  LiveApiKey,
  LiveSession,
  OwnAccount,
  OwnIdentity,
  OwnPasskey,
  SecurityEventEntry,
} from '../services/read-accounts.js';

/** What stands behind the types of the graph where the shapes differ. */

export interface UserModel {
  id: string;
  /** Known already where the user has just signed in, and the request's token could not say so. */
  account?: AccountModel;
}

export type ApiKeyModel = LiveApiKey;
export type AccountModel = OwnAccount;
export type SecurityEventModel = SecurityEventEntry;
export type PasskeyModel = OwnPasskey;
export interface PasskeyPayloadModel {
  passkey: PasskeyModel;
  recoveryCodes: string[] | null;
  account: AccountModel;
}
export type LinkedIdentityModel = OwnIdentity;
export type SessionModel = LiveSession & { current: boolean };
export type AuthPayloadModel = SignedIn & { __typename?: 'AuthPayload' };
export type MfaChallengeModel = PendingChallenge & { __typename?: 'MfaChallenge' };
export type LoginResultModel =
  (SignedIn & { __typename: 'AuthPayload' }) | (PendingChallenge & { __typename: 'MfaChallenge' });

export type DataExportModel = DataExport;
export type DeletionReportModel = DeletionReport;
