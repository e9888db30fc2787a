import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { testClock } from '@ruzlet/testkit/clock';
import { describe, expect, inject, it } from 'vitest';
import { createEmlMailer } from '../../src/mail/eml-mailer.js';
import { createSmtpMailer } from '../../src/mail/smtp-mailer.js';
import { describeMailer } from './mailer-contract.js';
import { openSmtpSink } from './smtp-sink.js';

const from = 'Ruzlet <ruzlet@example.com>';
const newFolder = (): string => path.join(inject('testScratchFolder'), `mail-${randomUUID()}`);

describeMailer('eml folder', () => {
  const mailer = createEmlMailer({ folder: newFolder(), from });
  const received = async (): Promise<string[]> => {
    const mails = (await mailer.list()).reverse();
    return Promise.all(mails.map(async ({ id }) => String(await mailer.readEml(id))));
  };
  return Promise.resolve({ mailer, received, close: () => Promise.resolve() });
});

describeMailer('SMTP', async () => {
  const sink = await openSmtpSink();
  return {
    mailer: createSmtpMailer({ url: sink.url, from }),
    received: () => Promise.resolve(sink.mails),
    close: () => sink.close(),
  };
});

describe('eml mailer', () => {
  it('lists mails newest first and reads them by id', async () => {
    const clock = testClock('2026-01-15T12:00:00Z');
    const mailer = createEmlMailer({ folder: newFolder(), clock });
    expect(await mailer.list()).toEqual([]);
    for (const subject of ['first', 'second']) {
      await mailer.send({ to: 'learner@example.com', subject, text: 'Text' });
      clock.advance(1_000);
    }
    const [newest] = await mailer.list();
    expect(newest).toMatchObject({
      to: 'learner@example.com',
      subject: 'second',
      text: 'Text',
      html: null,
      sentAt: '2026-01-15T12:00:01.000Z',
    });
    expect(await mailer.read(newest?.id ?? '')).toEqual(newest);
    expect(await mailer.list(1)).toHaveLength(1);
  });

  it('knows no mail by any other name', async () => {
    const mailer = createEmlMailer({ folder: newFolder() });
    for (const id of ['', '../secret', '1700000000000-absent', `1700000000000-${randomUUID()}`]) {
      expect(await mailer.read(id)).toBeUndefined();
      expect(await mailer.readEml(id)).toBeUndefined();
    }
  });

  it('keeps so many mails and no more', async () => {
    const folder = newFolder();
    const clock = testClock();
    const mailer = createEmlMailer({ folder, clock, messagesMax: 2 });
    for (const subject of ['1', '2', '3']) {
      await mailer.send({ to: 'learner@example.com', subject, text: '' });
      clock.advance(1);
    }
    expect((await mailer.list()).map(({ subject }) => subject)).toEqual(['3', '2']);
    expect(await readdir(folder)).toHaveLength(4);
  });
});

describe('SMTP mailer', () => {
  it('says so when no server takes the mail', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from });
    await expect(mailer.send({ to: 'learner@example.com', subject: 'x', text: 'x' })).rejects.toThrow('ECONNREFUSED');
    await mailer.close();
  });
});
