import nodemailer from 'nodemailer';
import { recipient } from './address.js';
import type { Mailer } from './mail.js';

export interface SmtpMailerOptions {
  /** `smtp://user:password@host:587`, or `smtps://…:465`. */
  url: string;
  /** `Ruzlet <no-reply@example.com>`. */
  from: string;
}

const connectionTimeoutMs = 5_000;
const silenceTimeoutMs = 10_000;
const connectionsMax = 3;

/** Sends mails through a mail server; `send` resolves when that has taken the mail over. */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const transport = nodemailer.createTransport(
    {
      url: options.url,
      pool: true,
      maxConnections: connectionsMax,
      connectionTimeout: connectionTimeoutMs,
      greetingTimeout: connectionTimeoutMs,
      socketTimeout: silenceTimeoutMs,
      // What stands in a mail is text, never the name of a file or a page to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: options.from },
  );
  return {
    send: async (message) => {
      await transport.sendMail({ ...message, to: recipient(message) });
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}
