import { requireViewer } from '@ruzlet/platform/access/viewer';
import type { MutationResolvers } from '../generated/graphql.js';
import { beginPasskeyRegistration, finishPasskeyRegistration } from '../services/add-passkey.js';
import { createApiKey, revokeApiKey } from '../services/api-keys.js';
import { changePassword } from '../services/change-password.js';
import { completeMfa } from '../services/complete-mfa.js';
import { logOut, revokeAllOtherSessions, revokeSession } from '../services/end-sessions.js';
import type { LoginOutcome } from '../services/finish-login.js';
import { linkIdentity, unlinkIdentity } from '../services/link-identity.js';
import { logIn } from '../services/log-in.js';
import { loginWithIdentity } from '../services/login-with-identity.js';
import { removePasskey, renamePasskey } from '../services/manage-passkeys.js';
import { beginPasskeyLogin, finishPasskeyLogin } from '../services/passkey-login.js';
import { renewRecoveryCodes } from '../services/recovery-codes.js';
import { requestPasswordReset, resendVerificationEmail } from '../services/request-mail.js';
import { resetPassword } from '../services/reset-password.js';
import { verifyEmail } from '../services/verify-email.js';
import { refreshSession } from '../services/refresh-session.js';
import { register } from '../services/register.js';
import { setUserRoles } from '../services/set-user-roles.js';
import { beginTotpEnrollment, confirmTotpEnrollment, disableTotp } from '../services/totp-enrollment.js';
import type { Context } from './context.js';
import type { LoginResultModel } from './models.js';

const ownAccount = ({ viewer, accounts }: Context) => accounts.fresh(requireViewer(viewer));

const loginResult = (outcome: LoginOutcome): LoginResultModel =>
  'signedIn' in outcome
    ? { ...outcome.signedIn, __typename: 'AuthPayload' }
    : { ...outcome.challenge, __typename: 'MfaChallenge' };

export const Mutation: MutationResolvers = {
  register: (_root, { input }, { services, device }) => register(services, device, input),
  login: async (_root, { input }, { services, device }) => loginResult(await logIn(services, device, input)),
  completeMfa: (_root, { input }, { services, device }) => completeMfa(services, device, input),
  refreshSession: (_root, { refreshToken }, { services, device }) => refreshSession(services, device, refreshToken),
  logout: (_root, _args, { services, viewer }) => logOut(services, viewer),
  revokeSession: async (_root, { id }, context) => {
    await revokeSession(context.services, context.viewer, id);
    return ownAccount(context);
  },
  revokeAllOtherSessions: async (_root, _args, context) => {
    await revokeAllOtherSessions(context.services, context.viewer);
    return ownAccount(context);
  },
  changePassword: async (_root, { input }, context) => {
    await changePassword(context.services, context.viewer, input);
    return ownAccount(context);
  },
  verifyEmail: async (_root, { token }, { services, device, viewer }) => {
    const account = await verifyEmail(services, device, token);
    return { account, sessionId: viewer?.userId === account.id ? viewer.sessionId : null };
  },
  resendVerificationEmail: (_root, _args, { services, device, viewer }) =>
    resendVerificationEmail(services, device, viewer),
  requestPasswordReset: (_root, { email }, { services, device }) => requestPasswordReset(services, device, email),
  resetPassword: (_root, { input }, { services, device }) => resetPassword(services, device, input),
  createApiKey: (_root, { input }, { services, viewer }) => createApiKey(services, viewer, input),
  revokeApiKey: async (_root, { id }, context) => {
    await revokeApiKey(context.services, context.viewer, id);
    return ownAccount(context);
  },
  beginTotpEnrollment: (_root, _args, { services, viewer }) => beginTotpEnrollment(services, viewer),
  confirmTotpEnrollment: (_root, { code }, { services, viewer }) => confirmTotpEnrollment(services, viewer, code),
  disableTotp: async (_root, { code }, context) => {
    await disableTotp(context.services, context.viewer, code);
    return ownAccount(context);
  },
  renewRecoveryCodes: (_root, { password }, { services, viewer }) => renewRecoveryCodes(services, viewer, password),
  beginPasskeyRegistration: (_root, { password }, { services, viewer }) =>
    beginPasskeyRegistration(services, viewer, password),
  finishPasskeyRegistration: async (_root, { input }, context) => ({
    ...(await finishPasskeyRegistration(context.services, context.viewer, input)),
    account: await ownAccount(context),
  }),
  beginPasskeyLogin: (_root, { challengeId }, { services, device }) => beginPasskeyLogin(services, device, challengeId),
  finishPasskeyLogin: (_root, { input }, { services, device }) => finishPasskeyLogin(services, device, input),
  renamePasskey: async (_root, args, context) => {
    await renamePasskey(context.services, context.viewer, args);
    return ownAccount(context);
  },
  removePasskey: async (_root, args, context) => {
    await removePasskey(context.services, context.viewer, args);
    return ownAccount(context);
  },
  loginWithIdentity: async (_root, { input }, { services, device }) =>
    loginResult(await loginWithIdentity(services, device, input)),
  linkIdentity: async (_root, { input }, context) => {
    await linkIdentity(context.services, context.device, { viewer: context.viewer, rawInput: input });
    return ownAccount(context);
  },
  unlinkIdentity: async (_root, args, context) => {
    await unlinkIdentity(context.services, context.viewer, args);
    return ownAccount(context);
  },
  setUserRoles: async (_root, { userId, roles }, { services, viewer }) => {
    const account = await setUserRoles(services, viewer, userId, roles);
    return { account, sessionId: viewer?.userId === account.id ? viewer.sessionId : null };
  },
};
