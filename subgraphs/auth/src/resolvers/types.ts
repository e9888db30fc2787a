import type {
  AccountResolvers,
  AuthPayloadResolvers,
  LoginResultResolvers,
  MfaChallengeResolvers,
  UserResolvers,
} from '../generated/graphql.js';
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
  mfa: async ({ account }, _args, { accounts }) => {
    const left = await accounts.recoveryCodesLeft(account.id);
    if (left === null) return { enabled: false, methods: [], recoveryCodesLeft: 0 };
    return { enabled: true, methods: left > 0 ? ['TOTP', 'RECOVERY_CODE'] : ['TOTP'], recoveryCodesLeft: left };
  },
};

export const AuthPayload: AuthPayloadResolvers = {
  user: ({ account, sessionId }) => ({ id: account.id, account: { account, sessionId } }),
};

export const MfaChallenge: MfaChallengeResolvers = {
  methods: () => ['TOTP', 'RECOVERY_CODE'],
};

export const LoginResult: LoginResultResolvers = {
  __resolveType: (result) => result.__typename,
};
