import { createLocalJWKSet, importJWK, type CryptoKey, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '@ruzlet/platform/clock';
import type { Db } from '@ruzlet/platform/postgres/database';
import { signingKeyAt } from '../domain/key-rotation.js';
import { findSigningKeys, type SigningKeyRow } from '../storage/signing-keys.js';
import type { SecretBox } from './secret-box.js';

/** The signing keys as this process knows them; `reload` brings what other replicas made. */
export interface KeyRing {
  reload(): Promise<void>;
  /** The key that signs now. */
  signer(): { kid: string; key: CryptoKey };
  /** All published keys, as served at /.well-known/jwks.json. */
  jwks(): JSONWebKeySet;
  /** Looks keys up for the verification of tokens in this process. */
  getKey: JWTVerifyGetKey;
}

export const publicJwkSchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
export const privateJwkSchema = publicJwkSchema.extend({ d: z.string() });

interface RingKey {
  kid: string;
  activeFrom: Date;
  key: CryptoKey;
  publicJwk: z.output<typeof publicJwkSchema>;
}

export function createKeyRing({ db, box, clock }: { db: Db; box: SecretBox; clock: Clock }): KeyRing {
  let keys: RingKey[] = [];
  let set: JSONWebKeySet = { keys: [] };
  let lookUp = createLocalJWKSet(set);

  async function toRingKey(row: SigningKeyRow): Promise<RingKey> {
    const known = keys.find((key) => key.kid === row.kid);
    if (known) return known;
    const jwk = privateJwkSchema.parse(JSON.parse(box.open(row.sealedPrivateJwk, row.kid).toString('utf8')));
    const key = await importJWK({ ...jwk, alg: 'EdDSA' }, 'EdDSA');
    if (key instanceof Uint8Array) throw new Error(`Signing key ${row.kid} is not an asymmetric key.`);
    return { kid: row.kid, activeFrom: row.activeFrom, key, publicJwk: publicJwkSchema.parse(row.publicJwk) };
  }

  return {
    async reload() {
      keys = await Promise.all((await findSigningKeys(db)).map(toRingKey));
      set = { keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' })) };
      lookUp = createLocalJWKSet(set);
    },
    signer() {
      const key = signingKeyAt(keys, clock.now());
      if (!key) throw new Error('There is no active signing key.');
      return key;
    },
    jwks: () => set,
    getKey: (header, token) => lookUp(header, token),
  };
}
