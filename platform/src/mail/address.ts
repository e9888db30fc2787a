import { z } from 'zod';
import type { MailMessage } from './mail.js';

const address = z.email().max(254);

/**
 * One recipient, whole: a comma in an address must not make it two.
 *
 * @throws RangeError for anything but one plain address.
 */
export function recipient(message: MailMessage): { name: string; address: string } {
  const parsed = address.safeParse(message.to);
  if (!parsed.success) throw new RangeError('The recipient of a mail has to be one plain e-mail address.');
  return { name: '', address: parsed.data };
}
