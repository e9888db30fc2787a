/** The mail port. Two drivers: SMTP (nodemailer), and a folder of `.eml` files with a mailbox to read them. */

export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface Mailer {
  send(message: MailMessage): Promise<void>;
  close(): Promise<void>;
}
