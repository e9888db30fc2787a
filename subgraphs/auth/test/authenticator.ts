import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/**
 * An authenticator in software, with the browser in front of it: real keys, real signatures, CBOR and COSE written out
 * (RFC 8949, RFC 9052; WebAuthn level 3, sections 5.8 and 6.1). Options let it misbehave.
 */

type CborValue = number | string | Buffer | Map<number | string, CborValue>;

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}

function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const flags = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

export type KeyKind = 'ES256' | 'EdDSA' | 'RS256';

interface Credential {
  id: Buffer;
  privateKey: KeyObject;
  kind: KeyKind;
  userHandle: string;
}

export interface Authenticator {
  create(options: any, misbehaviour?: Misbehaviour): object;
  get(options: any, misbehaviour?: Misbehaviour): any;
  /** Uses so far (count); set it back to be a copy of the device. */
  counter: number;
}

/** What a client or device could do wrong, or somebody could make it do. */
export interface Misbehaviour {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  userVerified?: boolean;
  userHandle?: string;
  signature?: Buffer;
}

export function createAuthenticator({
  origin,
  kind = 'ES256',
  countsUses = true,
}: {
  origin: string;
  kind?: KeyKind;
  countsUses?: boolean;
}): Authenticator {
  const credentials: Credential[] = [];

  function clientData(type: string, challenge: string, wrong: Misbehaviour): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    );
  }

  function authenticatorData(rpId: string, wrong: Misbehaviour, attested = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    if (countsUses) counter.writeUInt32BE((self.counter += 1));
    const set =
      flags.userPresent |
      (wrong.userVerified === false ? 0 : flags.userVerified) |
      flags.backupEligible |
      flags.backedUp |
      (attested.length > 0 ? flags.attested : 0);
    const rpIdHash = createHash('sha256')
      .update(wrong.rpId ?? rpId)
      .digest();
    return Buffer.concat([rpIdHash, Buffer.from([set]), counter, attested]);
  }

  const self: Authenticator = {
    counter: 0,
    create(options, wrong = {}) {
      const { privateKey, publicKey } = newKeyPair(kind);
      const credential = { id: randomBytes(32), privateKey, kind, userHandle: options.user.id };
      credentials.push(credential);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credential.id, cbor(coseKey(kind, publicKey))]);
      const attestation = new Map<string, CborValue>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(options.rp.id, wrong, attested)],
      ]);
      return {
        id: credential.id.toString('base64url'),
        rawId: credential.id.toString('base64url'),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: { credProps: { rk: true } },
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, wrong).toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal', 'hybrid'],
        },
      };
    },
    get(options, wrong = {}) {
      const allowed: string[] = options.allowCredentials.map(({ id }: { id: string }) => id);
      const credential = credentials.find(
        ({ id }) => allowed.length === 0 || allowed.includes(id.toString('base64url')),
      );
      if (!credential) throw new Error('This authenticator has none of the passkeys that are asked for.');
      const client = clientData('webauthn.get', options.challenge, wrong);
      const data = authenticatorData(options.rpId, wrong);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      const signature =
        wrong.signature ?? sign(credential.kind === 'EdDSA' ? null : 'sha256', signed, credential.privateKey);
      return {
        id: credential.id.toString('base64url'),
        rawId: credential.id.toString('base64url'),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: wrong.userHandle ?? credential.userHandle,
        },
      };
    },
  };
  return self;
}

function newKeyPair(kind: KeyKind): { privateKey: KeyObject; publicKey: KeyObject } {
  switch (kind) {
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'EdDSA':
      return generateKeyPairSync('ed25519');
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2_048 });
  }
}

/** RFC 9053, sections 7.1 and 7.2; RFC 8230, section 4. */
function coseKey(kind: KeyKind, publicKey: KeyObject): Map<number, CborValue> {
  const jwk = publicKey.export({ format: 'jwk' });
  const bytes = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
  switch (kind) {
    case 'ES256':
      return new Map<number, CborValue>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(jwk.x)],
        [-3, bytes(jwk.y)],
      ]);
    case 'EdDSA':
      return new Map<number, CborValue>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, bytes(jwk.x)],
      ]);
    case 'RS256':
      return new Map<number, CborValue>([
        [1, 3],
        [3, -257],
        [-1, bytes(jwk.n)],
        [-2, bytes(jwk.e)],
      ]);
  }
}
