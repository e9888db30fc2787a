/** What the audit log of an account tells. */
export const securityEventKinds = [
  'REGISTERED',
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SECOND_FACTOR_FAILED',
  'SIGNED_OUT',
  'SESSION_REVOKED',
  'REFRESH_TOKEN_REUSED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'EMAIL_VERIFIED',
  'TOTP_ENABLED',
  'TOTP_DISABLED',
  'ROLES_CHANGED',
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'RECOVERY_CODES_RENEWED',
  'IDENTITY_LINKED',
  'IDENTITY_UNLINKED',
  'USERNAME_CHANGED',
  'DATA_EXPORT_REQUESTED',
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];
