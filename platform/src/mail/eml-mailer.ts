import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { systemClock, type Clock } from '../clock.js';
import { recipient } from './address.js';
import type { Mailer } from './mail.js';

/** Mails that are kept (count); the oldest go first. */
export const mailboxMessagesMax = 1_000;

const storedMail = z.object({
  id: z.string(),
  sentAt: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
});

export type StoredMail = z.output<typeof storedMail>;

export interface EmlMailer extends Mailer {
  /** Newest first. */
  list(limit?: number): Promise<StoredMail[]>;
  read(id: string): Promise<StoredMail | undefined>;
  /** The mail as it would have been sent, for a mail program. */
  readEml(id: string): Promise<Buffer | undefined>;
}

export interface EmlMailerOptions {
  folder: string;
  from?: string;
  messagesMax?: number;
  clock?: Clock;
}

const listDefault = 50;
/** Time first, so that names sort by it. */
const idPattern = /^\d{13,15}-[0-9a-f-]{36}$/;

/** Writes mails to a folder instead of sending them, and reads them back: for one machine, where no mail server is. */
export function createEmlMailer(options: EmlMailerOptions): EmlMailer {
  const clock = options.clock ?? systemClock;
  const messagesMax = options.messagesMax ?? mailboxMessagesMax;
  const transport = nodemailer.createTransport(
    { streamTransport: true, buffer: true, newline: 'windows', disableFileAccess: true, disableUrlAccess: true },
    { from: options.from ?? 'Ruzlet <ruzlet@localhost>' },
  );
  const fileOf = (id: string, ending: 'eml' | 'json'): string => path.join(options.folder, `${id}.${ending}`);

  async function ids(): Promise<string[]> {
    const names = await readdir(options.folder).catch(() => []);
    const stored = names.filter((name) => name.endsWith('.json')).map((name) => path.basename(name, '.json'));
    return stored
      .filter((id) => idPattern.test(id))
      .sort()
      .reverse();
  }

  async function read(id: string): Promise<StoredMail | undefined> {
    if (!idPattern.test(id)) return undefined;
    const text = await readFile(fileOf(id, 'json'), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : storedMail.parse(JSON.parse(text));
  }

  return {
    send: async (message) => {
      const sentAt = clock.now();
      const id = `${String(sentAt.getTime()).padStart(13, '0')}-${randomUUID()}`;
      const { to, subject, text, html } = message;
      const { message: eml } = await transport.sendMail({ ...message, to: recipient(message), date: sentAt });
      const stored: StoredMail = { id, sentAt: sentAt.toISOString(), to, subject, text, html: html ?? null };
      await mkdir(options.folder, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(id, 'eml'), eml, { mode: 0o600 });
      // The JSON file makes the mail appear in the list; it comes last and whole.
      const draft = path.join(options.folder, `${id}.draft`);
      await writeFile(draft, JSON.stringify(stored), { mode: 0o600 });
      await rename(draft, fileOf(id, 'json'));
      for (const old of (await ids()).slice(messagesMax)) {
        await rm(fileOf(old, 'json'), { force: true });
        await rm(fileOf(old, 'eml'), { force: true });
      }
    },
    list: async (limit = listDefault) => {
      const mails = await Promise.all((await ids()).slice(0, limit).map(read));
      return mails.filter((mail) => mail !== undefined);
    },
    read,
    readEml: async (id) => (idPattern.test(id) ? readFile(fileOf(id, 'eml')).catch(() => undefined) : undefined),
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}
