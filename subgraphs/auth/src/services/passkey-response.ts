import { z } from 'zod';
import { isUuid } from '@ruzlet/platform/ids';
import { isClientOrigin } from '../domain/client-origins.js';

/** What a browser sends of a passkey, as untrusted as anything else. */

/** Characters of one binary field: attestations are the largest, at a few thousand. */
const binaryCharactersMax = 16_384;
/** A credential's id has at most 1023 bytes (WebAuthn, section 4). */
const credentialIdCharactersMax = 1_364;
const transportsMax = 10;

const binary = z
  .string()
  .max(binaryCharactersMax, `must have at most ${String(binaryCharactersMax)} characters`)
  .regex(/^[\w-]+$/, 'must be base64url');
const credentialId = z
  .string()
  .max(credentialIdCharactersMax)
  .regex(/^[\w-]+$/, 'must be base64url');
const keyType = z.literal('public-key', 'must be public-key');
/** Letters, so that nobody keeps something else there. */
const transports = z.array(z.string().regex(/^[a-z-]{1,32}$/)).max(transportsMax);

export const ceremonyIdField = z.string().refine(isUuid, 'must be the id of a ceremony');

export const registrationResponse = z
  .object({
    id: credentialId,
    rawId: credentialId,
    type: keyType,
    response: z.object({ clientDataJSON: binary, attestationObject: binary, transports: transports.nullish() }),
  })
  .transform(({ response, ...rest }) => ({
    ...rest,
    response: { ...response, transports: response.transports ?? [] },
    clientExtensionResults: {},
  }));

export const loginResponse = z
  .object({
    id: credentialId,
    rawId: credentialId,
    type: keyType,
    response: z.object({
      clientDataJSON: binary,
      authenticatorData: binary,
      signature: binary,
      userHandle: z.string().max(binaryCharactersMax).nullish(),
    }),
  })
  .transform(({ response: { userHandle, ...response }, ...rest }) => ({
    ...rest,
    response: { ...response, ...(userHandle && { userHandle }) },
    clientExtensionResults: {},
  }));

const clientData = z.object({ origin: z.string() });

/** The origin that a response says it comes from, if a client of ours lives there; what it says is signed. */
export function clientOriginOf(clientOrigins: readonly string[], clientDataJson: string): string | undefined {
  try {
    const { origin } = clientData.parse(JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')));
    return isClientOrigin(clientOrigins, origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}
