import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserModel, AccountModel, ApiKeyModel, SecurityEventModel, SessionModel, AuthPayloadModel, MfaChallengeModel, LoginResultModel, PasskeyModel, PasskeyPayloadModel, LinkedIdentityModel, DataExportModel, DeletionReportModel } from '../resolvers/models.js';
import type { Context } from '../resolvers/context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time (`2026-03-01`). */
  Date: { input: string; output: string; }
  /** A point in time: RFC 3339 with an offset, answered in UTC with milliseconds (`2026-03-01T09:30:00.000Z`). */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address (RFC 5322, without display name). */
  EmailAddress: { input: string; output: string; }
  /** A learner's day (`2026-03-01`): it begins at the hour `preferences.dayStartsAt` in the learner's time zone. */
  LocalDate: { input: string; output: string; }
  /** Text in CommonMark. */
  Markdown: { input: string; output: string; }
  /** An absolute URL (RFC 3986). */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** What a user signs in with. */
export type Account = {
  __typename?: 'Account';
  /** API keys that work, the newest first, at most 50. Empty when an administrator looks at somebody else's account. */
  apiKeys: Array<ApiKey>;
  /** When the account was registered. */
  createdAt: Scalars['DateTime']['output'];
  /** Copies of their data that the user asked for, the newest first, at most 20. */
  dataExports: Array<DataExport>;
  /** The address, as it was given at registration. */
  email: Scalars['EmailAddress']['output'];
  /** True when the address has been shown to belong to the user. */
  emailVerified: Scalars['Boolean']['output'];
  /** The id of the user whose account this is. */
  id: Scalars['ID']['output'];
  /** Identities at other providers that sign in to the account, the oldest first, at most 20. Empty when an administrator looks at somebody else's account. */
  identities: Array<LinkedIdentity>;
  /** The second factors of the account. */
  mfa: MfaStatus;
  /** Passkeys of the account, the oldest first, at most 50. Empty when an administrator looks at somebody else's account. */
  passkeys: Array<Passkey>;
  /** When the password was last set. */
  passwordChangedAt: Scalars['DateTime']['output'];
  /** What the user may do beyond their own things. */
  roles: Array<Role>;
  /** The audit log of the last year, the newest first. Empty when an administrator looks at somebody else's account. */
  securityEvents: SecurityEventConnection;
  /** Sessions that are signed in now, the one used last first, at most 100. Empty when an administrator looks at somebody else's account. */
  sessions: Array<Session>;
  /** The name to sign in with, besides the address. */
  username: Scalars['String']['output'];
};


/** What a user signs in with. */
export type AccountSecurityEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A bearer token for programs, which works until it expires or is revoked. The key itself is shown only when it is made. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** The key's id, which is no secret. */
  id: Scalars['ID']['output'];
  /** When it was last used, within some minutes; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** The first characters of the key, to tell it by. */
  prefix: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<ApiKeyScope>;
};

/** What an API key may do. None may look at or change the account that it belongs to. */
export type ApiKeyScope =
  /** Read what the user may read. Every key may. */
  | 'READ'
  /** Review cards, take tests and complete lessons. */
  | 'STUDY'
  /** Change whatever the user may change, studying included; nothing of administration. */
  | 'WRITE';

/** A signed-in session and its tokens. */
export type AuthPayload = {
  __typename?: 'AuthPayload';
  /** A JWT (EdDSA) to send as `Authorization: Bearer …`. It carries the account as it was when the token was made. */
  accessToken: Scalars['String']['output'];
  /** When the access token stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Exchange it once for the next tokens with `refreshSession`. It is shown only here. */
  refreshToken: Scalars['String']['output'];
  /** Who signed in. */
  user?: Maybe<User>;
};

/** Who may keep an answer. */
export type CacheControlScope =
  /** The viewer's own client. */
  | 'PRIVATE'
  /** Anybody: it is the same for all viewers. */
  | 'PUBLIC';

/** A new password for the signed-in account. */
export type ChangePasswordInput = {
  /** The password as it is now. */
  currentPassword: Scalars['String']['input'];
  /** The password to come, by the rules of `RegisterInput.password`. */
  newPassword: Scalars['String']['input'];
};

/** The answer to an `MfaChallenge`. */
export type CompleteMfaInput = {
  /** The challenge's id. */
  challengeId: Scalars['ID']['input'];
  /** A code of the authenticator app, or a recovery code. */
  code: Scalars['String']['input'];
};

/** An API key to be made. */
export type CreateApiKeyInput = {
  /** When it stops working: a year from now when left out, five years at most. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What to call it, 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** What it may do; READ comes with every other. */
  scopes: Array<ApiKeyScope>;
};

/** A new API key. */
export type CreatedApiKey = {
  __typename?: 'CreatedApiKey';
  /** What there is to know about it. */
  apiKey: ApiKey;
  /** The key, to send as `Authorization: Bearer rz_…`. It is shown only here. */
  key: Scalars['String']['output'];
};

/**
 * A copy of everything that this installation has of a user, as one archive: a JSON file for each kind of thing, and the files
 * that belong to them.
 */
export type DataExport = {
  __typename?: 'DataExport';
  /** Until when it can be fetched; while it is being gathered, until when it is waited for. */
  expiresAt: Scalars['DateTime']['output'];
  /** The id, to follow it with `dataExport`. */
  id: Scalars['ID']['output'];
  /** When it was ready to be fetched; null until then. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** The size of the archive in bytes; null until it is ready. */
  sizeBytes?: Maybe<Scalars['Float']['output']>;
  /** How far it is. */
  state: DataExportState;
  /**
   * Where the archive (ZIP) can be fetched: a signed URL that works for an hour, a new one with each query. Null until it is
   * ready and after it has expired.
   */
  url?: Maybe<Scalars['URL']['output']>;
  /** Domains whose part has not come yet. */
  waitingFor: Array<Scalars['String']['output']>;
};

/** How far a data export is. */
export type DataExportState =
  /** It was ready, and its time is over: ask for a new one. */
  | 'EXPIRED'
  /** A domain did not answer within two days. */
  | 'FAILED'
  /** The domains are writing their parts. One that is away is asked again until it answers. */
  | 'GATHERING'
  /** It can be fetched; a mail has told so. */
  | 'READY';

/** What became of the data of a deleted account. It names nobody: only whoever has the receipt can read it. */
export type DeletionReport = {
  __typename?: 'DeletionReport';
  /** What each domain reports. */
  domains: Array<DomainErasure>;
  /** When every domain had erased its part; null until then. */
  erasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The receipt. */
  receiptId: Scalars['ID']['output'];
  /** When the account was deleted. From then on nobody could sign in with it. */
  requestedAt: Scalars['DateTime']['output'];
  /** How far the deletion is. */
  state: DeletionState;
  /** When every domain had looked once more; null until then. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Domains that have not reported yet. One that is away is asked again until it answers. */
  waitingFor: Array<Scalars['String']['output']>;
};

/** How far the deletion of an account is. */
export type DeletionState =
  /** Every domain has erased its part. */
  | 'ERASED'
  /** Domains are erasing. */
  | 'IN_PROGRESS'
  /** Every domain has looked again, after the last access token of the account had expired, and erased what had come meanwhile. */
  | 'VERIFIED';

/** What a domain erased. */
export type DomainErasure = {
  __typename?: 'DomainErasure';
  /** What stays without any trace of the user: decks and courses on which others rely, and what courses and decks count. */
  anonymised: Array<ErasedKind>;
  /** The domain: `auth`, `users`, `decks`, `teaching` or `analytics`. */
  domain: Scalars['String']['output'];
  /** What is gone. */
  erased: Array<ErasedKind>;
  /** Files that were deleted from the object store. */
  filesDeleted: Scalars['Int']['output'];
  /** When it reported last. */
  reportedAt: Scalars['DateTime']['output'];
};

/** How many things of a kind. */
export type ErasedKind = {
  __typename?: 'ErasedKind';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The kind: the name of a table. */
  kind: Scalars['String']['output'];
};

/** The end of a sign-in by passkey. */
export type FinishPasskeyLoginInput = {
  /** The id that `beginPasskeyLogin` gave. */
  ceremonyId: Scalars['ID']['input'];
  /** The answer. */
  response: PasskeyLoginResponseInput;
};

/** The end of a passkey's registration. */
export type FinishPasskeyRegistrationInput = {
  /** The id that `beginPasskeyRegistration` gave. */
  ceremonyId: Scalars['ID']['input'];
  /** What to call the passkey, 1 to 80 characters; `Passkey` when left out. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The new passkey. */
  response: PasskeyRegistrationResponseInput;
};

/** A provider of identities (OpenID Connect) that this installation takes. */
export type IdentityProvider = {
  __typename?: 'IdentityProvider';
  /** The provider's id in this installation. */
  id: Scalars['ID']['output'];
  /** The name to show. */
  name: Scalars['String']['output'];
  /**
   * Where to send the browser, with the query parameters `challenge` (base64url of the SHA-256 of a random verifier that the
   * client keeps), `purpose` (`sign-in` by default, or `link`) and `returnTo` (where the browser goes in the end, at an origin
   * that the installation knows; a page that shows the ticket when left out). It comes back there with `#ticket=…` or `#error=…`.
   */
  startUrl: Scalars['URL']['output'];
};

/** What a provider's identity is redeemed with. */
export type IdentityTicketInput = {
  /** The ticket that came with the browser. It works once, within two minutes. */
  ticket: Scalars['String']['input'];
  /** The verifier whose challenge the browser was sent away with: 43 to 128 letters, digits, `-`, `.`, `_` or `~`. */
  verifier: Scalars['String']['input'];
};

/** An identity at another provider that signs in to the account. */
export type LinkedIdentity = {
  __typename?: 'LinkedIdentity';
  /** When it was linked. */
  createdAt: Scalars['DateTime']['output'];
  /** The address that the provider told last. */
  email: Scalars['String']['output'];
  /** The id of the link. */
  id: Scalars['ID']['output'];
  /** When it last signed in; null when it never did. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The provider's id in this installation. */
  provider: Scalars['String']['output'];
};

/** What to sign in with: `email` or `username` (or either of them as `login`), and the password. */
export type LoginInput = {
  /** The address of the account. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** The address or the username. */
  login?: InputMaybe<Scalars['String']['input']>;
  /** The password of the account. */
  password: Scalars['String']['input'];
  /** The username of the account. */
  username?: InputMaybe<Scalars['String']['input']>;
};

/** What came of a right password: a session, or the question for the second factor. */
export type LoginResult = AuthPayload | MfaChallenge;

/** The password was right and the account has a second factor: answer with `completeMfa`. */
export type MfaChallenge = {
  __typename?: 'MfaChallenge';
  /** What to send to `completeMfa`. */
  challengeId: Scalars['ID']['output'];
  /** When the challenge can no longer be answered. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the account can answer with. */
  methods: Array<MfaMethod>;
};

/** A way to show a second factor. */
export type MfaMethod =
  /** A passkey: `beginPasskeyLogin` with the challenge's id, then `finishPasskeyLogin`. */
  | 'PASSKEY'
  /** One of the single-use codes that were shown when the first second factor was set up. */
  | 'RECOVERY_CODE'
  /** A six-digit code of an authenticator app (RFC 6238). */
  | 'TOTP';

/** The second factors of an account. */
export type MfaStatus = {
  __typename?: 'MfaStatus';
  /** True when signing in by password needs a second factor: TOTP is on, or there is a passkey. */
  enabled: Scalars['Boolean']['output'];
  /** What the second factor can be; empty when there is none. */
  methods: Array<MfaMethod>;
  /** How many recovery codes have not been used. */
  recoveryCodesLeft: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Begins a sign-in by passkey: without a password, or as the second factor after one. */
  beginPasskeyLogin: PasskeyLogin;
  /** Begins to add a passkey. */
  beginPasskeyRegistration: PasskeyRegistration;
  /** Begins to set up TOTP: gives a secret for the authenticator app, in place of any that was not confirmed. */
  beginTotpEnrollment: TotpEnrollment;
  /** Sets a new password and ends all other sessions. */
  changePassword: Account;
  /**
   * Gives the viewer another username, at most three times a day. `CONFLICT` when it is taken or looks like one that is. The name
   * before is kept for them for 90 days, and leads to them as long as nobody else has it.
   */
  changeUsername: Account;
  /** Signs in by answering the challenge that `login` gave. A challenge takes five answers and lives five minutes. */
  completeMfa: AuthPayload;
  /** Turns TOTP on by showing that the app has the secret, and gives the recovery codes. */
  confirmTotpEnrollment: RecoveryCodes;
  /** Makes an API key. An account has at most 50. */
  createApiKey: CreatedApiKey;
  /**
   * Deletes the viewer's account, at once and for good. Sessions and API keys end, address and username are free. Every domain
   * erases what it has: profile, decks, cards, memory, reviews, tests, memberships, and the raw events of all that; one that is
   * away does so when it comes back. The last mail names the receipt for `deletionReport`.
   *
   * Some things stay without any trace of the user: decks that a course with other members uses, that were shared with somebody
   * by name, or that were not private and somebody else has studied (their owner is then a "Deleted user"); courses with
   * other members (they go to the teacher who has been there longest, or are archived); what the user wrote in them; and the
   * counts of reviews, tests and completed lessons in the figures of decks and courses. What is not to stay has to be deleted
   * before.
   */
  deleteAccount: Scalars['Boolean']['output'];
  /** Turns TOTP off and drops the recovery codes. */
  disableTotp: Account;
  /** Signs in by passkey. `UNAUTHENTICATED` whatever was wrong with it. */
  finishPasskeyLogin: AuthPayload;
  /** Adds the passkey that the browser has made. From then on it signs in by itself, and is asked for after a password. */
  finishPasskeyRegistration: PasskeyPayload;
  /** Links an identity of another provider to the viewer's account. Both sides must have verified their address. */
  linkIdentity: Account;
  /** Signs in with address or username and password. `UNAUTHENTICATED` whichever of them is wrong. */
  login: LoginResult;
  /**
   * Signs in by an identity of another provider. Who signs in so for the first time gets an account; when there is one with
   * the address, the identity is linked to it, if both sides have verified the address (`CONFLICT` if not).
   */
  loginWithIdentity: LoginResult;
  /** Ends the session that asks. Its access token stops working within seconds. */
  logout: Scalars['Boolean']['output'];
  /**
   * Exchanges a refresh token for new tokens. Each works once; when one that was exchanged before comes again, the whole
   * session ends, save for ten seconds after its exchange, so that two tabs may refresh at the same moment.
   */
  refreshSession: AuthPayload;
  /** Makes an account and signs it in. `CONFLICT` when the address or username is taken. */
  register: AuthPayload;
  /** Removes a passkey. With the last second factor the recovery codes go too. */
  removePasskey: Account;
  /** Gives a passkey another name. */
  renamePasskey: Account;
  /** Makes new recovery codes in place of those of before. */
  renewRecoveryCodes: RecoveryCodes;
  /** Mails a token with which the viewer can delete the account without a password. */
  requestAccountDeletionMail: Scalars['Boolean']['output'];
  /**
   * Asks every domain for a copy of what it has of the viewer. A mail tells when the archive can be fetched. While one is being
   * gathered, this answers with that one; at most five can be asked for in a day.
   */
  requestDataExport: DataExport;
  /** Sends a mail to set a new password, if there is an account with this address. Always true, and always as quick. */
  requestPasswordReset: Scalars['Boolean']['output'];
  /** Sends the mail that verifies the viewer's address once more; nothing when it is verified already. */
  resendVerificationEmail: Scalars['Boolean']['output'];
  /** Sets a new password by the code of the mail, ends all sessions and signs in. The code works once, within an hour. */
  resetPassword: AuthPayload;
  /** Ends all of the viewer's sessions except the one that asks. */
  revokeAllOtherSessions: Account;
  /** Revokes an API key of the viewer. It stops working within seconds. */
  revokeApiKey: Account;
  /** Ends one of the viewer's sessions. Its access token stops working within seconds. */
  revokeSession: Account;
  /**
   * Sets what an account may do. For administrators. LEARNER always stays; the last ADMIN cannot be taken away.
   * It shows in the account's access tokens from their next refresh on.
   */
  setUserRoles: Account;
  /** Unlinks an identity. An account that was made by one has no password until `requestPasswordReset` sets one. */
  unlinkIdentity: Account;
  /**
   * Shows that the address belongs to the account, by the code of the mail. It works once, within three days, also where
   * nobody is signed in.
   */
  verifyEmail: Account;
};


export type MutationBeginPasskeyLoginArgs = {
  challengeId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationBeginPasskeyRegistrationArgs = {
  password?: InputMaybe<Scalars['String']['input']>;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationChangeUsernameArgs = {
  username: Scalars['String']['input'];
};


export type MutationCompleteMfaArgs = {
  input: CompleteMfaInput;
};


export type MutationConfirmTotpEnrollmentArgs = {
  code: Scalars['String']['input'];
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationDeleteAccountArgs = {
  password?: InputMaybe<Scalars['String']['input']>;
  receiptId?: InputMaybe<Scalars['ID']['input']>;
  token?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDisableTotpArgs = {
  code: Scalars['String']['input'];
};


export type MutationFinishPasskeyLoginArgs = {
  input: FinishPasskeyLoginInput;
};


export type MutationFinishPasskeyRegistrationArgs = {
  input: FinishPasskeyRegistrationInput;
};


export type MutationLinkIdentityArgs = {
  input: IdentityTicketInput;
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationLoginWithIdentityArgs = {
  input: IdentityTicketInput;
};


export type MutationRefreshSessionArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRemovePasskeyArgs = {
  id: Scalars['ID']['input'];
  password?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRenamePasskeyArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationRenewRecoveryCodesArgs = {
  password?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRequestPasswordResetArgs = {
  email: Scalars['EmailAddress']['input'];
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetUserRolesArgs = {
  roles: Array<Role>;
  userId: Scalars['ID']['input'];
};


export type MutationUnlinkIdentityArgs = {
  id: Scalars['ID']['input'];
  password?: InputMaybe<Scalars['String']['input']>;
};


export type MutationVerifyEmailArgs = {
  token: Scalars['String']['input'];
};

/** Where a page of a connection lies among all its items. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item, to send as `after`; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when items precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A key pair that signs in instead of a password (WebAuthn). The private half never leaves the user's devices. */
export type Passkey = {
  __typename?: 'Passkey';
  /** True when it is kept in more than one place, such as a password manager that syncs. */
  backedUp: Scalars['Boolean']['output'];
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** The passkey's id. */
  id: Scalars['ID']['output'];
  /** When it last signed in; null when it never did. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** How the authenticator can be reached: `internal`, `hybrid`, `usb`, `nfc`, `ble`, as it said itself. */
  transports: Array<Scalars['String']['output']>;
};

/** A kind of key. */
export type PasskeyAlgorithm = {
  __typename?: 'PasskeyAlgorithm';
  /** The number of the algorithm in COSE, such as -7 for ES256. */
  alg: Scalars['Int']['output'];
  /** Always `public-key`. */
  type: Scalars['String']['output'];
};

/** What an authenticator says to sign in: `AuthenticatorAssertionResponseJSON`. */
export type PasskeyAssertionInput = {
  /** What the authenticator signed, base64url. */
  authenticatorData: Scalars['String']['input'];
  /** What the browser signed for, base64url. */
  clientDataJSON: Scalars['String']['input'];
  /** The signature, base64url. */
  signature: Scalars['String']['input'];
  /** Who signs in: `PasskeyUser.id`. */
  userHandle?: InputMaybe<Scalars['String']['input']>;
};

/** What an authenticator says of a new passkey: `AuthenticatorAttestationResponseJSON`. */
export type PasskeyAttestationInput = {
  /** The passkey's public half and what vouches for it, base64url. */
  attestationObject: Scalars['String']['input'];
  /** Part of the attestation object; not looked at. */
  authenticatorData?: InputMaybe<Scalars['String']['input']>;
  /** What the browser signed for, base64url. */
  clientDataJSON: Scalars['String']['input'];
  /** Part of the attestation object; not looked at. */
  publicKey?: InputMaybe<Scalars['String']['input']>;
  /** Part of the attestation object; not looked at. */
  publicKeyAlgorithm?: InputMaybe<Scalars['Int']['input']>;
  /** How the authenticator can be reached. */
  transports?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What an authenticator must be able to do. */
export type PasskeyAuthenticatorSelection = {
  __typename?: 'PasskeyAuthenticatorSelection';
  /** The same, for older browsers. */
  requireResidentKey: Scalars['Boolean']['output'];
  /** `required`: the passkey is to be found without being told whose it is. */
  residentKey: Scalars['String']['output'];
  /** `required`: the authenticator asks for a PIN, a finger or a face. */
  userVerification: Scalars['String']['output'];
};

/** `PublicKeyCredentialCreationOptionsJSON` of WebAuthn: every field means what it means there. */
export type PasskeyCreationOptions = {
  __typename?: 'PasskeyCreationOptions';
  /** Always `none`: which make an authenticator is, is not asked. */
  attestation: Scalars['String']['output'];
  /** What the authenticator must be able to do. */
  authenticatorSelection: PasskeyAuthenticatorSelection;
  /** Random bytes to sign, base64url. */
  challenge: Scalars['String']['output'];
  /** Passkeys that the account has: an authenticator that holds one of them makes no other. */
  excludeCredentials: Array<PasskeyDescriptor>;
  /** Kinds of keys that are taken, the preferred one first. */
  pubKeyCredParams: Array<PasskeyAlgorithm>;
  /** Whom the passkey is for: this installation. */
  rp: PasskeyRelyingParty;
  /** How long the browser may wait for the user (milliseconds). */
  timeout: Scalars['Int']['output'];
  /** Whose passkey it will be. */
  user: PasskeyUser;
};

/** A passkey that an authenticator may hold. */
export type PasskeyDescriptor = {
  __typename?: 'PasskeyDescriptor';
  /** The authenticator's name for it, base64url. */
  id: Scalars['String']['output'];
  /** How the authenticator can be reached. */
  transports: Array<Scalars['String']['output']>;
  /** Always `public-key`. */
  type: Scalars['String']['output'];
};

/** What became of WebAuthn extensions. None is asked for. */
export type PasskeyExtensionsInput = {
  /** Properties of the new passkey. */
  credProps?: InputMaybe<PasskeyPropertiesInput>;
};

/** A sign-in by passkey that has begun. Give `options` to `PublicKeyCredential.parseRequestOptionsFromJSON` and the result to `navigator.credentials.get`. */
export type PasskeyLogin = {
  __typename?: 'PasskeyLogin';
  /** What to send to `finishPasskeyLogin`. */
  ceremonyId: Scalars['ID']['output'];
  /** When it can no longer be finished. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the browser is to ask for. */
  options: PasskeyRequestOptions;
};

/** An answer by passkey: the fields of `AuthenticationResponseJSON`, which `credential.toJSON()` gives. */
export type PasskeyLoginResponseInput = {
  /** `platform` or `cross-platform`. */
  authenticatorAttachment?: InputMaybe<Scalars['String']['input']>;
  /** What became of extensions. */
  clientExtensionResults?: InputMaybe<PasskeyExtensionsInput>;
  /** The authenticator's name for the passkey, base64url. */
  id: Scalars['String']['input'];
  /** The same again. */
  rawId: Scalars['String']['input'];
  /** What the authenticator said. */
  response: PasskeyAssertionInput;
  /** Always `public-key`. */
  type: Scalars['String']['input'];
};

/** A passkey that has been added. */
export type PasskeyPayload = {
  __typename?: 'PasskeyPayload';
  /** The account with the passkey in it. */
  account: Account;
  /** The passkey. */
  passkey: Passkey;
  /** Recovery codes, when this is the account's first second factor; else null. They are shown only here. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
};

/** Properties of a new passkey. */
export type PasskeyPropertiesInput = {
  /** True when it is found without being told whose it is. */
  rk?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A passkey that is being made. Give `options` to `PublicKeyCredential.parseCreationOptionsFromJSON` and the result to `navigator.credentials.create`. */
export type PasskeyRegistration = {
  __typename?: 'PasskeyRegistration';
  /** What to send to `finishPasskeyRegistration`. */
  ceremonyId: Scalars['ID']['output'];
  /** When it can no longer be finished. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the browser is to make. */
  options: PasskeyCreationOptions;
};

/** A new passkey, as the browser made it: the fields of `RegistrationResponseJSON`, which `credential.toJSON()` gives. */
export type PasskeyRegistrationResponseInput = {
  /** `platform` or `cross-platform`. */
  authenticatorAttachment?: InputMaybe<Scalars['String']['input']>;
  /** What became of extensions. */
  clientExtensionResults?: InputMaybe<PasskeyExtensionsInput>;
  /** The authenticator's name for the passkey, base64url. */
  id: Scalars['String']['input'];
  /** The same again. */
  rawId: Scalars['String']['input'];
  /** What the authenticator said. */
  response: PasskeyAttestationInput;
  /** Always `public-key`. */
  type: Scalars['String']['input'];
};

/** This installation, as authenticators know it. */
export type PasskeyRelyingParty = {
  __typename?: 'PasskeyRelyingParty';
  /** The domain that passkeys are bound to. */
  id: Scalars['String']['output'];
  /** The name that the browser shows. */
  name: Scalars['String']['output'];
};

/** `PublicKeyCredentialRequestOptionsJSON` of WebAuthn: every field means what it means there. */
export type PasskeyRequestOptions = {
  __typename?: 'PasskeyRequestOptions';
  /** Passkeys that will do; empty when the authenticator is to say who signs in. */
  allowCredentials: Array<PasskeyDescriptor>;
  /** Random bytes to sign, base64url. */
  challenge: Scalars['String']['output'];
  /** The domain that the passkeys are bound to. */
  rpId: Scalars['String']['output'];
  /** How long the browser may wait for the user (milliseconds). */
  timeout: Scalars['Int']['output'];
  /** `required`, or `preferred` where the passkey comes after a password. */
  userVerification: Scalars['String']['output'];
};

/** The user, as authenticators know them. */
export type PasskeyUser = {
  __typename?: 'PasskeyUser';
  /** The display name. */
  displayName: Scalars['String']['output'];
  /** The user's id as bytes, base64url. */
  id: Scalars['String']['output'];
  /** The username. */
  name: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** One of the viewer's data exports; null when there is no such. */
  dataExport?: Maybe<DataExport>;
  /**
   * What became of the data of a deleted account; null when there is no such receipt. For whoever has the receipt: the account is
   * gone, so nobody can sign in.
   */
  deletionReport?: Maybe<DeletionReport>;
  /** Providers of identities that one can sign in with; empty where none is set up. */
  identityProviders: Array<IdentityProvider>;
};


export type QueryDataExportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDeletionReportArgs = {
  receiptId: Scalars['ID']['input'];
};

/** Single-use codes to sign in with when the authenticator is lost. They are shown only here. */
export type RecoveryCodes = {
  __typename?: 'RecoveryCodes';
  /** The codes, each good for one sign-in. */
  codes: Array<Scalars['String']['output']>;
};

/** A new account. */
export type RegisterInput = {
  /** The name that others see, 1 to 80 characters; the username when left out. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** The address, at most 254 characters. Unique without regard to case and look-alike letters. */
  email: Scalars['EmailAddress']['input'];
  /** The language of the user as a BCP 47 tag, such as `en` or `ru-RU`. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** 10 to 128 characters; not one of the commonest passwords, nor the username or address. */
  password: Scalars['String']['input'];
  /** The IANA time zone that the user's days follow, such as `Europe/Moscow`. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /**
   * 3 to 32 letters, digits, `.`, `_` or `-`, beginning with a letter or digit. Unique without regard to case and look-alike letters.
   * Names such as `admin` and `support` are for administrators.
   */
  username: Scalars['String']['input'];
};

/** A new password for an account whose owner has forgotten theirs. */
export type ResetPasswordInput = {
  /** A code of the authenticator app, or a recovery code: needed when the account has a second factor. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** The password to come, by the rules of `RegisterInput.password`. */
  newPassword: Scalars['String']['input'];
  /** The code of the mail that `requestPasswordReset` sent. */
  token: Scalars['String']['input'];
};

/** What an account may do. Every signed-in user may create decks and courses; a role adds to that. */
export type Role =
  /** Runs this installation: gives roles and sees its state. */
  | 'ADMIN'
  /** Everybody who registers. */
  | 'LEARNER'
  /** Somebody who teaches in this installation. */
  | 'TEACHER';

/** An entry of an account's audit log. */
export type SecurityEvent = {
  __typename?: 'SecurityEvent';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What it was about, where the kind does not say it all. */
  detail?: Maybe<Scalars['String']['output']>;
  /** The id of the entry. */
  id: Scalars['ID']['output'];
  /** The network address that the request came from. */
  ipAddress?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  kind: SecurityEventKind;
  /** The header `User-Agent` of the request. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** A page of an account's audit log. */
export type SecurityEventConnection = {
  __typename?: 'SecurityEventConnection';
  /** The entries of this page, each with its cursor. */
  edges: Array<SecurityEventEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** An entry in a page. */
export type SecurityEventEdge = {
  __typename?: 'SecurityEventEdge';
  /** Send it as `after` to get what follows. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: SecurityEvent;
};

/** What the audit log of an account tells. */
export type SecurityEventKind =
  /** An API key was made; the detail names it. */
  | 'API_KEY_CREATED'
  /** An API key was revoked; the detail names it. */
  | 'API_KEY_REVOKED'
  /** A copy of the account's data was asked for. */
  | 'DATA_EXPORT_REQUESTED'
  /** The address was verified. */
  | 'EMAIL_VERIFIED'
  /** An identity of another provider was linked; the detail names the provider. */
  | 'IDENTITY_LINKED'
  /** An identity of another provider was unlinked; the detail names the provider. */
  | 'IDENTITY_UNLINKED'
  /** A passkey was added; the detail names it. */
  | 'PASSKEY_ADDED'
  /** A passkey was removed; the detail names it. */
  | 'PASSKEY_REMOVED'
  /** The password was changed. */
  | 'PASSWORD_CHANGED'
  /** A new password was set by mail. */
  | 'PASSWORD_RESET'
  /** New recovery codes were made; those of before stopped working. */
  | 'RECOVERY_CODES_RENEWED'
  /** A spent refresh token came back, and its session was ended. */
  | 'REFRESH_TOKEN_REUSED'
  /** The account was made. */
  | 'REGISTERED'
  /** An administrator set the roles; the detail names them. */
  | 'ROLES_CHANGED'
  /** The password was right and the second factor was not. */
  | 'SECOND_FACTOR_FAILED'
  /** The user ended one or more other sessions. */
  | 'SESSION_REVOKED'
  /** Somebody signed in. */
  | 'SIGNED_IN'
  /** The user signed out. */
  | 'SIGNED_OUT'
  /** Somebody tried to sign in with a wrong password. */
  | 'SIGN_IN_FAILED'
  /** TOTP was turned off. */
  | 'TOTP_DISABLED'
  /** TOTP was turned on. */
  | 'TOTP_ENABLED'
  /** The account got another username. */
  | 'USERNAME_CHANGED';

/** One device or browser that is signed in. */
export type Session = {
  __typename?: 'Session';
  /** When the user signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** True for the session that asks. */
  current: Scalars['Boolean']['output'];
  /** When the session ends at the latest, if it is not used before. */
  expiresAt: Scalars['DateTime']['output'];
  /** The session's id: the claim `sid` of its access tokens. */
  id: Scalars['ID']['output'];
  /** The network address of its last use. */
  ipAddress?: Maybe<Scalars['String']['output']>;
  /** When the session last signed in or was refreshed. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** The header `User-Agent` of its last use. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** A TOTP secret for an authenticator app. It counts only after `confirmTotpEnrollment`. */
export type TotpEnrollment = {
  __typename?: 'TotpEnrollment';
  /** The secret in Base32, to type into an app. */
  secret: Scalars['String']['output'];
  /** The same as an `otpauth://` address, to show as a QR code. */
  uri: Scalars['String']['output'];
};

/** Somebody with an account. */
export type User = {
  __typename?: 'User';
  /** The account behind the user: only the viewer's own (also right after `register` and `login`), null for anybody else. */
  account?: Maybe<Account>;
  /** The user's id: the same in every subgraph. */
  id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
  ApiKeyScope: ApiKeyScope;
  AuthPayload: ResolverTypeWrapper<AuthPayloadModel>;
  CacheControlScope: CacheControlScope;
  ChangePasswordInput: ChangePasswordInput;
  CompleteMfaInput: CompleteMfaInput;
  CreateApiKeyInput: CreateApiKeyInput;
  CreatedApiKey: ResolverTypeWrapper<Omit<CreatedApiKey, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  DataExport: ResolverTypeWrapper<DataExportModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DataExportState: DataExportState;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeletionReport: ResolverTypeWrapper<DeletionReportModel>;
  DeletionState: DeletionState;
  DomainErasure: ResolverTypeWrapper<DomainErasure>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  ErasedKind: ResolverTypeWrapper<ErasedKind>;
  FinishPasskeyLoginInput: FinishPasskeyLoginInput;
  FinishPasskeyRegistrationInput: FinishPasskeyRegistrationInput;
  IdentityProvider: ResolverTypeWrapper<IdentityProvider>;
  IdentityTicketInput: IdentityTicketInput;
  LinkedIdentity: ResolverTypeWrapper<LinkedIdentityModel>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LoginInput: LoginInput;
  LoginResult: ResolverTypeWrapper<LoginResultModel>;
  Markdown: ResolverTypeWrapper<Scalars['Markdown']['output']>;
  MfaChallenge: ResolverTypeWrapper<MfaChallengeModel>;
  MfaMethod: MfaMethod;
  MfaStatus: ResolverTypeWrapper<MfaStatus>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Passkey: ResolverTypeWrapper<PasskeyModel>;
  PasskeyAlgorithm: ResolverTypeWrapper<PasskeyAlgorithm>;
  PasskeyAssertionInput: PasskeyAssertionInput;
  PasskeyAttestationInput: PasskeyAttestationInput;
  PasskeyAuthenticatorSelection: ResolverTypeWrapper<PasskeyAuthenticatorSelection>;
  PasskeyCreationOptions: ResolverTypeWrapper<PasskeyCreationOptions>;
  PasskeyDescriptor: ResolverTypeWrapper<PasskeyDescriptor>;
  PasskeyExtensionsInput: PasskeyExtensionsInput;
  PasskeyLogin: ResolverTypeWrapper<PasskeyLogin>;
  PasskeyLoginResponseInput: PasskeyLoginResponseInput;
  PasskeyPayload: ResolverTypeWrapper<PasskeyPayloadModel>;
  PasskeyPropertiesInput: PasskeyPropertiesInput;
  PasskeyRegistration: ResolverTypeWrapper<PasskeyRegistration>;
  PasskeyRegistrationResponseInput: PasskeyRegistrationResponseInput;
  PasskeyRelyingParty: ResolverTypeWrapper<PasskeyRelyingParty>;
  PasskeyRequestOptions: ResolverTypeWrapper<PasskeyRequestOptions>;
  PasskeyUser: ResolverTypeWrapper<PasskeyUser>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecoveryCodes: ResolverTypeWrapper<RecoveryCodes>;
  RegisterInput: RegisterInput;
  ResetPasswordInput: ResetPasswordInput;
  Role: Role;
  SecurityEvent: ResolverTypeWrapper<SecurityEventModel>;
  SecurityEventConnection: ResolverTypeWrapper<Omit<SecurityEventConnection, 'edges'> & { edges: Array<ResolversTypes['SecurityEventEdge']> }>;
  SecurityEventEdge: ResolverTypeWrapper<Omit<SecurityEventEdge, 'node'> & { node: ResolversTypes['SecurityEvent'] }>;
  SecurityEventKind: SecurityEventKind;
  Session: ResolverTypeWrapper<SessionModel>;
  TotpEnrollment: ResolverTypeWrapper<TotpEnrollment>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  User: ResolverTypeWrapper<UserModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountModel;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  ApiKey: ApiKeyModel;
  AuthPayload: AuthPayloadModel;
  ChangePasswordInput: ChangePasswordInput;
  CompleteMfaInput: CompleteMfaInput;
  CreateApiKeyInput: CreateApiKeyInput;
  CreatedApiKey: Omit<CreatedApiKey, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  DataExport: DataExportModel;
  Float: Scalars['Float']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeletionReport: DeletionReportModel;
  DomainErasure: DomainErasure;
  EmailAddress: Scalars['EmailAddress']['output'];
  ErasedKind: ErasedKind;
  FinishPasskeyLoginInput: FinishPasskeyLoginInput;
  FinishPasskeyRegistrationInput: FinishPasskeyRegistrationInput;
  IdentityProvider: IdentityProvider;
  IdentityTicketInput: IdentityTicketInput;
  LinkedIdentity: LinkedIdentityModel;
  LocalDate: Scalars['LocalDate']['output'];
  LoginInput: LoginInput;
  LoginResult: LoginResultModel;
  Markdown: Scalars['Markdown']['output'];
  MfaChallenge: MfaChallengeModel;
  MfaStatus: MfaStatus;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Passkey: PasskeyModel;
  PasskeyAlgorithm: PasskeyAlgorithm;
  PasskeyAssertionInput: PasskeyAssertionInput;
  PasskeyAttestationInput: PasskeyAttestationInput;
  PasskeyAuthenticatorSelection: PasskeyAuthenticatorSelection;
  PasskeyCreationOptions: PasskeyCreationOptions;
  PasskeyDescriptor: PasskeyDescriptor;
  PasskeyExtensionsInput: PasskeyExtensionsInput;
  PasskeyLogin: PasskeyLogin;
  PasskeyLoginResponseInput: PasskeyLoginResponseInput;
  PasskeyPayload: PasskeyPayloadModel;
  PasskeyPropertiesInput: PasskeyPropertiesInput;
  PasskeyRegistration: PasskeyRegistration;
  PasskeyRegistrationResponseInput: PasskeyRegistrationResponseInput;
  PasskeyRelyingParty: PasskeyRelyingParty;
  PasskeyRequestOptions: PasskeyRequestOptions;
  PasskeyUser: PasskeyUser;
  Query: Record<PropertyKey, never>;
  RecoveryCodes: RecoveryCodes;
  RegisterInput: RegisterInput;
  ResetPasswordInput: ResetPasswordInput;
  SecurityEvent: SecurityEventModel;
  SecurityEventConnection: Omit<SecurityEventConnection, 'edges'> & { edges: Array<ResolversParentTypes['SecurityEventEdge']> };
  SecurityEventEdge: Omit<SecurityEventEdge, 'node'> & { node: ResolversParentTypes['SecurityEvent'] };
  Session: SessionModel;
  TotpEnrollment: TotpEnrollment;
  URL: Scalars['URL']['output'];
  User: UserModel;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  apiKeys?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataExports?: Resolver<Array<ResolversTypes['DataExport']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identities?: Resolver<Array<ResolversTypes['LinkedIdentity']>, ParentType, ContextType>;
  mfa?: Resolver<ResolversTypes['MfaStatus'], ParentType, ContextType>;
  passkeys?: Resolver<Array<ResolversTypes['Passkey']>, ParentType, ContextType>;
  passwordChangedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  securityEvents?: Resolver<ResolversTypes['SecurityEventConnection'], ParentType, ContextType, Partial<AccountSecurityEventsArgs>>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
};

export type AuthPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthPayload'] = ResolversParentTypes['AuthPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatedApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatedApiKey'] = ResolversParentTypes['CreatedApiKey']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DataExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExport'] = ResolversParentTypes['DataExport']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DataExportState'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  waitingFor?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeletionReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletionReport'] = ResolversParentTypes['DeletionReport']> = {
  domains?: Resolver<Array<ResolversTypes['DomainErasure']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receiptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeletionState'], ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  waitingFor?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DomainErasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DomainErasure'] = ResolversParentTypes['DomainErasure']> = {
  anonymised?: Resolver<Array<ResolversTypes['ErasedKind']>, ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  erased?: Resolver<Array<ResolversTypes['ErasedKind']>, ParentType, ContextType>;
  filesDeleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type ErasedKindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasedKind'] = ResolversParentTypes['ErasedKind']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IdentityProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityProvider'] = ResolversParentTypes['IdentityProvider']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type LinkedIdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedIdentity'] = ResolversParentTypes['LinkedIdentity']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type LoginResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginResult'] = ResolversParentTypes['LoginResult']> = {
  __resolveType: TypeResolveFn<'AuthPayload' | 'MfaChallenge', ParentType, ContextType>;
};

export interface MarkdownScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Markdown'], any> {
  name: 'Markdown';
}

export type MfaChallengeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MfaChallenge'] = ResolversParentTypes['MfaChallenge']> = {
  challengeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['MfaMethod']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MfaStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MfaStatus'] = ResolversParentTypes['MfaStatus']> = {
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['MfaMethod']>, ParentType, ContextType>;
  recoveryCodesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  beginPasskeyLogin?: Resolver<ResolversTypes['PasskeyLogin'], ParentType, ContextType, Partial<MutationBeginPasskeyLoginArgs>>;
  beginPasskeyRegistration?: Resolver<ResolversTypes['PasskeyRegistration'], ParentType, ContextType, Partial<MutationBeginPasskeyRegistrationArgs>>;
  beginTotpEnrollment?: Resolver<ResolversTypes['TotpEnrollment'], ParentType, ContextType>;
  changePassword?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  changeUsername?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationChangeUsernameArgs, 'username'>>;
  completeMfa?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationCompleteMfaArgs, 'input'>>;
  confirmTotpEnrollment?: Resolver<ResolversTypes['RecoveryCodes'], ParentType, ContextType, RequireFields<MutationConfirmTotpEnrollmentArgs, 'code'>>;
  createApiKey?: Resolver<ResolversTypes['CreatedApiKey'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<MutationDeleteAccountArgs>>;
  disableTotp?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationDisableTotpArgs, 'code'>>;
  finishPasskeyLogin?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationFinishPasskeyLoginArgs, 'input'>>;
  finishPasskeyRegistration?: Resolver<ResolversTypes['PasskeyPayload'], ParentType, ContextType, RequireFields<MutationFinishPasskeyRegistrationArgs, 'input'>>;
  linkIdentity?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationLinkIdentityArgs, 'input'>>;
  login?: Resolver<ResolversTypes['LoginResult'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  loginWithIdentity?: Resolver<ResolversTypes['LoginResult'], ParentType, ContextType, RequireFields<MutationLoginWithIdentityArgs, 'input'>>;
  logout?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refreshSession?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'refreshToken'>>;
  register?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  removePasskey?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationRemovePasskeyArgs, 'id'>>;
  renamePasskey?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationRenamePasskeyArgs, 'id' | 'name'>>;
  renewRecoveryCodes?: Resolver<ResolversTypes['RecoveryCodes'], ParentType, ContextType, Partial<MutationRenewRecoveryCodesArgs>>;
  requestAccountDeletionMail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requestDataExport?: Resolver<ResolversTypes['DataExport'], ParentType, ContextType>;
  requestPasswordReset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'email'>>;
  resendVerificationEmail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  resetPassword?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  revokeAllOtherSessions?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  revokeApiKey?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'id'>>;
  revokeSession?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'id'>>;
  setUserRoles?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationSetUserRolesArgs, 'roles' | 'userId'>>;
  unlinkIdentity?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationUnlinkIdentityArgs, 'id'>>;
  verifyEmail?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'token'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasskeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Passkey'] = ResolversParentTypes['Passkey']> = {
  backedUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transports?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasskeyAlgorithmResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyAlgorithm'] = ResolversParentTypes['PasskeyAlgorithm']> = {
  alg?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyAuthenticatorSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyAuthenticatorSelection'] = ResolversParentTypes['PasskeyAuthenticatorSelection']> = {
  requireResidentKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  residentKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userVerification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyCreationOptionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyCreationOptions'] = ResolversParentTypes['PasskeyCreationOptions']> = {
  attestation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authenticatorSelection?: Resolver<ResolversTypes['PasskeyAuthenticatorSelection'], ParentType, ContextType>;
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  excludeCredentials?: Resolver<Array<ResolversTypes['PasskeyDescriptor']>, ParentType, ContextType>;
  pubKeyCredParams?: Resolver<Array<ResolversTypes['PasskeyAlgorithm']>, ParentType, ContextType>;
  rp?: Resolver<ResolversTypes['PasskeyRelyingParty'], ParentType, ContextType>;
  timeout?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['PasskeyUser'], ParentType, ContextType>;
};

export type PasskeyDescriptorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyDescriptor'] = ResolversParentTypes['PasskeyDescriptor']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transports?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyLoginResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyLogin'] = ResolversParentTypes['PasskeyLogin']> = {
  ceremonyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  options?: Resolver<ResolversTypes['PasskeyRequestOptions'], ParentType, ContextType>;
};

export type PasskeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyPayload'] = ResolversParentTypes['PasskeyPayload']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  passkey?: Resolver<ResolversTypes['Passkey'], ParentType, ContextType>;
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type PasskeyRegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyRegistration'] = ResolversParentTypes['PasskeyRegistration']> = {
  ceremonyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  options?: Resolver<ResolversTypes['PasskeyCreationOptions'], ParentType, ContextType>;
};

export type PasskeyRelyingPartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyRelyingParty'] = ResolversParentTypes['PasskeyRelyingParty']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyRequestOptionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyRequestOptions'] = ResolversParentTypes['PasskeyRequestOptions']> = {
  allowCredentials?: Resolver<Array<ResolversTypes['PasskeyDescriptor']>, ParentType, ContextType>;
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rpId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeout?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userVerification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasskeyUser'] = ResolversParentTypes['PasskeyUser']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dataExport?: Resolver<Maybe<ResolversTypes['DataExport']>, ParentType, ContextType, RequireFields<QueryDataExportArgs, 'id'>>;
  deletionReport?: Resolver<Maybe<ResolversTypes['DeletionReport']>, ParentType, ContextType, RequireFields<QueryDeletionReportArgs, 'receiptId'>>;
  identityProviders?: Resolver<Array<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
};

export type RecoveryCodesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecoveryCodes'] = ResolversParentTypes['RecoveryCodes']> = {
  codes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityEvent'] = ResolversParentTypes['SecurityEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SecurityEventKind'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityEventConnection'] = ResolversParentTypes['SecurityEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SecurityEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecurityEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityEventEdge'] = ResolversParentTypes['SecurityEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecurityEvent'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TotpEnrollmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotpEnrollment'] = ResolversParentTypes['TotpEnrollment']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Account?: AccountResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  AuthPayload?: AuthPayloadResolvers<ContextType>;
  CreatedApiKey?: CreatedApiKeyResolvers<ContextType>;
  DataExport?: DataExportResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeletionReport?: DeletionReportResolvers<ContextType>;
  DomainErasure?: DomainErasureResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  ErasedKind?: ErasedKindResolvers<ContextType>;
  IdentityProvider?: IdentityProviderResolvers<ContextType>;
  LinkedIdentity?: LinkedIdentityResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  LoginResult?: LoginResultResolvers<ContextType>;
  Markdown?: GraphQLScalarType;
  MfaChallenge?: MfaChallengeResolvers<ContextType>;
  MfaStatus?: MfaStatusResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Passkey?: PasskeyResolvers<ContextType>;
  PasskeyAlgorithm?: PasskeyAlgorithmResolvers<ContextType>;
  PasskeyAuthenticatorSelection?: PasskeyAuthenticatorSelectionResolvers<ContextType>;
  PasskeyCreationOptions?: PasskeyCreationOptionsResolvers<ContextType>;
  PasskeyDescriptor?: PasskeyDescriptorResolvers<ContextType>;
  PasskeyLogin?: PasskeyLoginResolvers<ContextType>;
  PasskeyPayload?: PasskeyPayloadResolvers<ContextType>;
  PasskeyRegistration?: PasskeyRegistrationResolvers<ContextType>;
  PasskeyRelyingParty?: PasskeyRelyingPartyResolvers<ContextType>;
  PasskeyRequestOptions?: PasskeyRequestOptionsResolvers<ContextType>;
  PasskeyUser?: PasskeyUserResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecoveryCodes?: RecoveryCodesResolvers<ContextType>;
  SecurityEvent?: SecurityEventResolvers<ContextType>;
  SecurityEventConnection?: SecurityEventConnectionResolvers<ContextType>;
  SecurityEventEdge?: SecurityEventEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  TotpEnrollment?: TotpEnrollmentResolvers<ContextType>;
  URL?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
