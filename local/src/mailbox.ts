import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendJson, sendText } from '@ruzlet/platform/http/body';
import type { EmlMailer, StoredMail } from '@ruzlet/platform/mail/eml-mailer';

/** Mails on the page (count). */
const mailsShownMax = 100;

/**
 * The mailbox of one-machine mode: every mail that would have been sent, newest first. A page for people, JSON for
 * `Accept: application/json`. It shows password-reset links, so it exists in this mode only.
 */
export function createMailbox(mailer: EmlMailer): RequestListener {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const mails = await mailer.list(mailsShownMax);
    response.setHeader('cache-control', 'no-store');
    if (request.headers.accept?.includes('application/json')) {
      sendJson(response, 200, { mails });
      return;
    }
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    sendText(response, 200, 'text/html; charset=utf-8', renderPage(mails));
  }

  return (request, response) => {
    answer(request, response).catch(() => {
      sendJson(response, 500, { error: 'The mailbox cannot be read.' });
    });
  };
}

function renderPage(mails: StoredMail[]): string {
  const items = mails.map(
    ({ to, subject, sentAt, text }) => `
      <article>
        <h2>${escapeHtml(subject)}</h2>
        <p>to ${escapeHtml(to)}, <time>${escapeHtml(sentAt)}</time></p>
        <pre>${linkUrls(escapeHtml(text))}</pre>
      </article>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Mailbox</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
      article { border: 1px solid #d5dbe3; border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0; }
      h2 { margin: 0; font-size: 1.1rem; }
      p { margin: 0.25rem 0 0.75rem; color: #5a6675; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; }
    </style>
  </head>
  <body>
    <h1>Mailbox</h1>
    ${items.length > 0 ? items.join('') : '<p>No mail yet. What Ruzlet would send by mail appears here.</p>'}
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** In text that is escaped already. */
function linkUrls(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
}
