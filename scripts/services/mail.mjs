// An SMTP server that takes every mail and keeps none: aiosmtpd from Debian.
import { accepts } from './processes.mjs';
import { requirePrograms } from './programs.mjs';

export function mailService(settings) {
  const port = settings.port('mail');
  return {
    name: 'mail',
    title: 'SMTP (aiosmtpd)',
    port,
    install: () => requirePrograms({ aiosmtpd: 'python3-aiosmtpd' }),
    start: () => ({ command: 'aiosmtpd', args: ['-n', '-c', 'aiosmtpd.handlers.Sink', '-l', `127.0.0.1:${port}`] }),
    ready: () => accepts(port),
  };
}
