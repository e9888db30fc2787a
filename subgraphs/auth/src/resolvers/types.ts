import type {
  AccountResolvers,
  AuthPayloadResolvers,
  LoginResultResolvers,
  MfaChallengeResolvers,
  MfaMethod,
  UserResolvers,
} from '../generated/graphql.js';
import type { SecondFactors } from '../services/read-accounts.js';
import { listDataExports } from '../services/data-exports.js';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  account: (user, _args, { viewer, accounts }) => user.account ?? accounts.own(viewer, user.id),
};

export const Account: AccountResolvers = {
  id: ({ account }) => account.id,
  email: ({ account }) => account.email,
  emailVerified: ({ account }) => account.emailVerifiedAt !== null,
  username: ({ account }) => account.username,
  roles: ({ account }) => account.roles,
  createdAt: ({ account }) => account.createdAt,
  passwordChangedAt: ({ account }) => account.passwordChangedAt,
  sessions: async ({ account, sessionId }, _args, { accounts }) => {
    if (sessionId === null) return [];
    const sessions = await accounts.sessions(account.id);
    return sessions.map((session) => ({ ...session, current: session.id === sessionId }));
  },
  apiKeys: ({ account, sessionId }, _args, { accounts }) => (sessionId === null ? [] : accounts.apiKeys(account.id)),
  dataExports: ({ account, sessionId }, _args, { services }) =>
    sessionId === null ? [] : listDataExports(services, account.id),
  securityEvents: ({ account, sessionId }, args, { accounts }) =>
    accounts.securityEvents(sessionId === null ? null : account.id, args),
  passkeys: ({ account, sessionId }, _args, { accounts }) => (sessionId === null ? [] : accounts.passkeys(account.id)),
  identities: ({ account, sessionId }, _args, { accounts }) =>
    sessionId === null ? [] : accounts.identities(account.id),
  mfa: async ({ account }, _args, { accounts }) => {
    const mfa = await accounts.mfa(account.id);
    if (!mfa) return { enabled: false, methods: [], recoveryCodesLeft: 0 };
    return { enabled: true, methods: methodsOf(mfa), recoveryCodesLeft: mfa.recoveryCodesLeft };
  },
};

function methodsOf({ totp, passkeys, recoveryCodesLeft }: SecondFactors): MfaMethod[] {
  return [
    ...(totp ? (['TOTP'] as const) : []),
    ...(passkeys > 0 ? (['PASSKEY'] as const) : []),
    ...(recoveryCodesLeft > 0 ? (['RECOVERY_CODE'] as const) : []),
  ];
}

export const AuthPayload: AuthPayloadResolvers = {
  user: ({ account, sessionId }) => ({ id: account.id, account: { account, sessionId } }),
};

export const MfaChallenge: MfaChallengeResolvers = {
  methods: ({ mfa }) => methodsOf(mfa),
};

export const LoginResult: LoginResultResolvers = {
  __resolveType: (result) => result.__typename,
};
