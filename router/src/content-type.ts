import type { IncomingMessage } from 'node:http';
import { RequestRefused } from './limits/request-refused.js';

type Headers = Pick<IncomingMessage, 'headers'>;

/** What a body says it is. Media types are the same in any case, and so are names of character sets. */
export function contentTypeOf({ headers }: Headers): string {
  return headers['content-type']?.toLowerCase() ?? '';
}

/** @throws RequestRefused 415 for a body in a form that would be read as something else than was meant. */
export function requireReadable(request: Headers): void {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new RequestRefused(415, 'BAD_REQUEST', `A body is taken as it is, not with content-encoding ${encoding}.`);
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/.exec(contentTypeOf(request))?.[1] ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') {
    throw new RequestRefused(415, 'BAD_REQUEST', `JSON is taken in UTF-8, not in charset ${charset}.`);
  }
}
