import { requireViewer } from '@ruzlet/platform/access/viewer';
import type { MutationResolvers } from '../generated/graphql.js';
import { createApiKey, revokeApiKey } from '../services/api-keys.js';
import { changePassword } from '../services/change-password.js';
import { completeMfa } from '../services/complete-mfa.js';
import { logOut, revokeAllOtherSessions, revokeSession } from '../services/end-sessions.js';
import { logIn } from '../services/log-in.js';
import { requestPasswordReset, resendVerificationEmail } from '../services/request-mail.js';
import { resetPassword } from '../services/reset-password.js';
import { verifyEmail } from '../services/verify-email.js';
import { refreshSession } from '../services/refresh-session.js';
import { register } from '../services/register.js';
import { setUserRoles } from '../services/set-user-roles.js';
import { beginTotpEnrollment, confirmTotpEnrollment, disableTotp } from '../services/totp-enrollment.js';
import type { Context } from './context.js';

const ownAccount = ({ viewer, accounts }: Context) => accounts.fresh(requireViewer(viewer));

export const Mutation: MutationResolvers = {
  register: (_root, { input }, { services, device }) => register(services, device, input),
  login: async (_root, { input }, { services, device }) => {
    const outcome = await logIn(services, device, input);
    return 'signedIn' in outcome
      ? { ...outcome.signedIn, __typename: 'AuthPayload' }
      : { ...outcome.challenge, __typename: 'MfaChallenge' };
  },
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
  setUserRoles: async (_root, { userId, roles }, { services, viewer }) => {
    const account = await setUserRoles(services, viewer, userId, roles);
    return { account, sessionId: viewer?.userId === account.id ? viewer.sessionId : null };
  },
};
