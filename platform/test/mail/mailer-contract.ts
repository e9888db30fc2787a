import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mailer } from '../../src/mail/mail.js';

export interface OpenMailer {
  mailer: Mailer;
  /** Every mail that has arrived, as it came over the wire. */
  received: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** What every mailer promises. */
export function describeMailer(driver: string, open: () => Promise<OpenMailer>): void {
  describe(`mailer: ${driver}`, () => {
    let opened: OpenMailer;

    beforeAll(async () => {
      opened = await open();
    });

    afterAll(async () => {
      await opened.mailer.close();
      await opened.close();
    });

    async function sendAndSee(message: {
      to?: string;
      subject?: string;
      text?: string;
      html?: string;
    }): Promise<string> {
      const before = (await opened.received()).length;
      await opened.mailer.send({ to: 'learner@example.com', subject: 'Subject', text: 'Text', ...message });
      const after = await opened.received();
      expect(after).toHaveLength(before + 1);
      return after.at(-1) ?? '';
    }

    it('has delivered a mail when send returns: recipient, subject, text and HTML', async () => {
      const mail = await sendAndSee({
        subject: 'Verify your address',
        text: 'Code 123456',
        html: '<b>Code 123456</b>',
      });
      expect(mail).toMatch(/^To: learner@example\.com\r$/m);
      expect(mail).toMatch(/^From: Ruzlet <ruzlet@example\.com>\r$/m);
      expect(mail).toMatch(/^Subject: Verify your address\r$/m);
      expect(mail).toContain('multipart/alternative');
      expect(mail).toContain('\r\nCode 123456\r\n');
      expect(mail).toContain('<b>Code 123456</b>');
    });

    it('carries other scripts', async () => {
      const mail = await sendAndSee({ subject: 'Ваш код', text: 'Код' });
      expect(mail).toContain(`Subject: =?UTF-8?B?${Buffer.from('Ваш код').toString('base64')}?=`);
      expect(mail).toContain(Buffer.from('Код').toString('base64'));
    });

    it('does not let a subject add headers', async () => {
      const mail = await sendAndSee({ subject: 'Hello\r\nBcc: victim@example.com\r\n\r\nbody' });
      expect(mail).not.toMatch(/^Bcc:/m);
      expect(mail).toMatch(/^Subject: Hello Bcc/m);
    });

    it.each(['', 'nobody', 'a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'A <a@example.com>'])(
      'refuses %j as a recipient and sends nothing',
      async (to) => {
        const before = (await opened.received()).length;
        await expect(opened.mailer.send({ to, subject: 'x', text: 'x' })).rejects.toThrow(RangeError);
        expect(await opened.received()).toHaveLength(before);
      },
    );
  });
}
