import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { absent } from './absent.js';

const secretsSchema = z.object({
  /** The router proves itself to subgraphs with it. */
  router: z.string(),
  /** Encrypts the signing keys in auth's database. */
  keyEncryption: z.string(),
  /** Signs URLs of the object folder. */
  objects: z.string(),
  /** Of the two demo accounts. */
  demoPassword: z.string(),
});

export type LocalSecrets = z.output<typeof secretsSchema>;

/** The secrets of a data folder: made at the first start, readable by its owner only. */
export async function openSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(absent);
  if (text !== undefined) return secretsSchema.parse(JSON.parse(text));
  const secrets: LocalSecrets = {
    router: randomBytes(24).toString('base64url'),
    keyEncryption: randomBytes(32).toString('base64url'),
    objects: randomBytes(24).toString('base64url'),
    demoPassword: `demo-${randomBytes(6).toString('hex')}`,
  };
  // Written aside and renamed, so that a crash leaves no half file.
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}
