import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const secretsFileName = 'passwords.json';
const secretsSchema = z.record(z.string(), z.string());

/** The passwords of a cluster's roles, kept beside the cluster in a file that only its owner can read. */
export interface PostgresSecrets {
  passwordOf(role: string): string | undefined;
  /** Keeps `password`, or makes one when neither a given nor a kept one is there; returns the one that counts. */
  ensure(role: string, password?: string): Promise<string>;
}

export async function openPostgresSecrets(folder: string): Promise<PostgresSecrets> {
  const file = path.join(folder, secretsFileName);
  const passwords = new Map(Object.entries(await readSecrets(file)));
  return {
    passwordOf: (role) => passwords.get(role),
    ensure: async (role, password) => {
      const kept = passwords.get(role);
      const wanted = password ?? kept ?? randomBytes(24).toString('base64url');
      if (wanted !== kept) {
        passwords.set(role, wanted);
        await writeWhole(file, `${JSON.stringify(Object.fromEntries(passwords), null, 2)}\n`);
      }
      return wanted;
    },
  };
}

async function readSecrets(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    // A damaged file costs nothing: the passwords are made anew, and every start sets them.
    return {};
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
