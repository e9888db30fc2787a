import { describe, expect, it } from 'vitest';
import { createSmtpMailer } from '../src/mail/smtp-mailer.js';
import { smtpConfig } from './config.js';

describe('SMTP', () => {
  it('hands a mail over to the server', async () => {
    const mailer = createSmtpMailer({ url: smtpConfig().RUZLET_TEST_SMTP_URL, from: 'Ruzlet <ruzlet@example.com>' });
    const message = { to: 'learner@example.com', subject: 'Проверка', text: 'Text', html: '<b>Text</b>' };
    await expect(mailer.send(message)).resolves.toBeUndefined();
    await mailer.close();
  });
});
