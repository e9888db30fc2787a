import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a signed URL allows: one method on one object until a moment. */
export interface Grant {
  method: 'GET' | 'PUT';
  key: string;
  expiresAtMs: number;
  /** PUT: the only content type that may be sent. */
  contentType?: string | undefined;
  /** GET: the name under which a browser saves the object. */
  fileName?: string | undefined;
}

const query = z.object({
  method: z.enum(['GET', 'PUT']),
  expires: z.coerce.number().int(),
  type: z.string().optional(),
  name: z.string().optional(),
  signature: z.string(),
});

/** The query of a URL that carries a grant. Nothing in it can be changed without the secret. */
export function signGrant(grant: Grant, secret: string): URLSearchParams {
  const parameters = new URLSearchParams({ method: grant.method, expires: String(grant.expiresAtMs) });
  if (grant.contentType !== undefined) parameters.set('type', grant.contentType);
  if (grant.fileName !== undefined) parameters.set('name', grant.fileName);
  parameters.set('signature', signature(grant, secret).toString('base64url'));
  return parameters;
}

/** The grant of a URL, or undefined when it was not signed by this secret. Whether it has expired is for the caller. */
export function verifyGrant(key: string, parameters: URLSearchParams, secret: string): Grant | undefined {
  const parsed = query.safeParse(Object.fromEntries(parameters));
  if (!parsed.success) return undefined;
  const { method, expires, type, name, signature: shown } = parsed.data;
  const grant: Grant = { method, key, expiresAtMs: expires, contentType: type, fileName: name };
  const expected = signature(grant, secret);
  const given = Buffer.from(shown, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected) ? grant : undefined;
}

function signature(grant: Grant, secret: string): Buffer {
  // As a JSON list, so that no two grants read alike: a name cannot run over into the next field.
  const { method, key, expiresAtMs, contentType, fileName } = grant;
  return createHmac('sha256', secret)
    .update(JSON.stringify([method, key, expiresAtMs, contentType ?? null, fileName ?? null]))
    .digest();
}
