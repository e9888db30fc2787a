import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { AccountRow } from '../storage/accounts.js';
import type { PasskeyRow } from '../storage/passkeys.js';

/** This installation, as authenticators know it. */
export interface RelyingParty {
  /** The domain that passkeys are bound to: that of the clients, or one that it ends in. */
  id: string;
  name: string;
}

/** How long a ceremony may take (milliseconds). */
export const ceremonyLifeMs = 5 * 60_000;

/** Ed25519, ES256 and RS256 in COSE's numbers: what authenticators of the last ten years make. */
export const passkeyAlgorithms = [-8, -7, -257];

const keyType = 'public-key';

interface Descriptor {
  id: string;
  type: string;
  transports: string[];
}

/** What a browser needs to make a passkey, in the shape that it takes. */
export interface CreationOptions {
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  challenge: string;
  pubKeyCredParams: { type: string; alg: number }[];
  timeout: number;
  excludeCredentials: Descriptor[];
  authenticatorSelection: { residentKey: string; requireResidentKey: boolean; userVerification: string };
  attestation: string;
}

/** What a browser needs to use a passkey, in the shape that it takes. */
export interface RequestOptions {
  challenge: string;
  rpId: string;
  timeout: number;
  allowCredentials: Descriptor[];
  userVerification: string;
}

/** The bytes by which an authenticator knows a user: those of the id, which tell nothing about a person. */
export function userHandle(accountId: string): Buffer {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex');
}

function descriptors(passkeys: readonly PasskeyRow[]): Descriptor[] {
  return passkeys.map(({ credentialId, transports }) => ({ id: credentialId, type: keyType, transports }));
}

export async function creationOptions(
  rp: RelyingParty,
  account: AccountRow,
  known: readonly PasskeyRow[],
): Promise<CreationOptions> {
  const made = await generateRegistrationOptions({
    rpID: rp.id,
    rpName: rp.name,
    userID: new Uint8Array(userHandle(account.id)),
    userName: account.username,
    userDisplayName: account.displayName,
    supportedAlgorithmIDs: passkeyAlgorithms,
  });
  return {
    rp: { id: rp.id, name: rp.name },
    user: made.user,
    challenge: made.challenge,
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: keyType, alg })),
    timeout: ceremonyLifeMs,
    excludeCredentials: descriptors(known),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  };
}

/**
 * @param allowed the passkeys that will do; null when the authenticator is to say who signs in. Then nothing but the
 *   passkey proves it, and the authenticator has to verify the user.
 */
export async function requestOptions(rp: RelyingParty, allowed: readonly PasskeyRow[] | null): Promise<RequestOptions> {
  const { challenge } = await generateAuthenticationOptions({ rpID: rp.id });
  return {
    challenge,
    rpId: rp.id,
    timeout: ceremonyLifeMs,
    allowCredentials: descriptors(allowed ?? []),
    userVerification: allowed ? 'preferred' : 'required',
  };
}
