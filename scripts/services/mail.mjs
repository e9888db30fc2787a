// An SMTP server that takes every mail and sends none: MailHog, built from the Go module proxy.
import { goProgram } from './go.mjs';
import { accepts } from './processes.mjs';
import { versions } from './settings.mjs';

export function mailService(settings) {
  const port = settings.port('mail');
  const pagePort = settings.port('mail-page', 8025);
  let program;
  return {
    name: 'mail',
    title: 'SMTP (MailHog)',
    port,
    install() {
      program = goProgram(settings, 'github.com/mailhog/MailHog', versions.mailhog);
    },
    start: () => {
      const page = `127.0.0.1:${pagePort}`;
      return {
        command: program,
        args: ['-smtp-bind-addr', `127.0.0.1:${port}`, '-ui-bind-addr', page, '-api-bind-addr', page],
      };
    },
    ready: () => accepts(port),
  };
}
