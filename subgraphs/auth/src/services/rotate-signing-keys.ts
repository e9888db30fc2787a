import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { Db } from '@ruzlet/platform/postgres/database';
import { keyPublishLeadMs, nextKeyIsDue, retiredKeys } from '../domain/key-rotation.js';
import { privateJwkSchema, publicJwkSchema } from '../keys/key-ring.js';
import type { SecretBox } from '../keys/secret-box.js';
import { deleteSigningKeys, findSigningKeys, insertSigningKey, lockSigningKeys } from '../storage/signing-keys.js';

/**
 * Makes the next signing key when it is due and drops those whose last token has expired. The first key of all signs at
 * once; a later one is published for a while first. Safe to run in several replicas at the same time.
 *
 * @param rotationMs how long a key signs (milliseconds).
 * @param force makes the next key now whatever the age, for an operator who thinks a key has leaked.
 */
export async function rotateSigningKeys(
  deps: { db: Db; box: SecretBox; now: Date; rotationMs: number; tokenLifeMs: number },
  force = false,
): Promise<{ created: string | null; retired: string[] }> {
  const { db, box, now, rotationMs, tokenLifeMs } = deps;
  return db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    const keys = await findSigningKeys(tx);
    const retired = retiredKeys(keys, now, tokenLifeMs).map((key) => key.kid);
    await deleteSigningKeys(tx, retired);
    if (!force && !nextKeyIsDue(keys, now, rotationMs)) return { created: null, retired };

    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const publicJwk = publicJwkSchema.parse(await exportJWK(pair.publicKey));
    const privateJwk = privateJwkSchema.parse(await exportJWK(pair.privateKey));
    const kid = await calculateJwkThumbprint(publicJwk);
    const activeFrom = keys.length === 0 ? now : new Date(now.getTime() + keyPublishLeadMs);
    const sealedPrivateJwk = box.seal(Buffer.from(JSON.stringify(privateJwk)), kid);
    await insertSigningKey(tx, { kid, publicJwk, sealedPrivateJwk, createdAt: now, activeFrom });
    return { created: kid, retired };
  });
}
