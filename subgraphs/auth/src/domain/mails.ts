/** The mails of accounts, as plain text. */

/** What is mailed, and what its token is good for. */
export type MailPurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'DELETE_ACCOUNT';

const hourMs = 60 * 60_000;

/** How long the token of a mail can be used (milliseconds). */
export const mailTokenLifeMs: Record<MailPurpose, number> = {
  VERIFY_EMAIL: 72 * hourMs,
  RESET_PASSWORD: hourMs,
  DELETE_ACCOUNT: hourMs,
};

const paths: Record<MailPurpose, string> = {
  VERIFY_EMAIL: 'verify-email',
  RESET_PASSWORD: 'reset-password',
  DELETE_ACCOUNT: 'delete-account',
};

export interface MailText {
  subject: string;
  text: string;
}

/**
 * The mail that carries a token. In the link the token is a fragment: browsers send it to no server, so that it stands
 * in no log.
 */
export function tokenMail(
  purpose: MailPurpose,
  { username, token, publicUrl }: { username: string; token: string; publicUrl: string },
): MailText {
  const link = `${publicUrl.replace(/\/+$/, '')}/${paths[purpose]}#token=${token}`;
  const hours = String(mailTokenLifeMs[purpose] / hourMs);
  const code = `If the link does not work, give the app this code:\n\n${token}\n\n`;
  const valid = `Link and code work once, within ${hours === '1' ? 'an hour' : `${hours} hours`}.`;
  switch (purpose) {
    case 'VERIFY_EMAIL':
      return {
        subject: 'Confirm your e-mail address',
        text: `Hello ${username},\n\nplease confirm that this address is yours:\n\n${link}\n\n${code}${valid} If you did not make an account, ignore this mail.\n`,
      };
    case 'RESET_PASSWORD':
      return {
        subject: 'Set a new password',
        text: `Hello ${username},\n\nsomebody asked to set a new password for your account. If it was you, go on here:\n\n${link}\n\n${code}${valid} If it was not you, ignore this mail: your password stays as it is.\n`,
      };
    case 'DELETE_ACCOUNT':
      return {
        subject: 'Delete your account?',
        text: `Hello ${username},\n\nsomebody who is signed in as you asked to delete your account, with all that is in it. Nothing can be brought back. If it was you, go on here:\n\n${link}\n\n${code}${valid} If it was not you, change your password: somebody is in your account.\n`,
      };
  }
}

/** Tells that a copy of somebody's data can be fetched. The archive itself is not sent, nor a link that opens it without signing in. */
export function exportReadyMail({
  username,
  expiresAt,
  publicUrl,
}: {
  username: string;
  expiresAt: Date;
  publicUrl: string;
}): MailText {
  const until = expiresAt.toISOString().slice(0, 10);
  return {
    subject: 'Your data is ready',
    text: `Hello ${username},\n\nthe copy of your data that you asked for is ready. Sign in to fetch it, until ${until}:\n\n${publicUrl}\n\nIf it was not you who asked, change your password: somebody is in your account.\n`,
  };
}

/** The last mail to somebody whose account was deleted. */
export function accountDeletedMail({ username, receiptId }: { username: string; receiptId: string }): MailText {
  return {
    subject: 'Your account is deleted',
    text: `Hello ${username},\n\nyour account and what belongs to it have been erased. This is the last mail to you: the address is not kept.\n\nThe report of what was erased where can be read with this receipt:\n\n${receiptId}\n`,
  };
}
