import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresBinaries, RunAs } from './postgres-binaries.js';
import { clusterArgument, type ClusterPlace } from './postgres-process.js';

export const superuser = 'postgres';

const initTimeoutMs = 60_000;

// Russian search stands on this: plain C would give pg_trgm no Cyrillic trigrams, and an unset LANG SQL_ASCII.
const localeFlags = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  // macOS has no C.UTF-8; any UTF-8 one classifies letters alike.
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
];

// Everybody shows a password: any user of this machine can reach the port.
const hostRules = 'host all all 127.0.0.1/32 scram-sha-256\n';

/**
 * The user to run Postgres as: it refuses root, so root lends it the owner of an existing cluster, or `nobody`.
 * Undefined for an ordinary user, who runs it as himself.
 */
export async function clusterUser(folder: string): Promise<RunAs | undefined> {
  const me = process.getuid?.();
  const owner = await stat(folder).catch(() => undefined);
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new Error(
        `The database folder ${folder} belongs to another user (uid ${String(owner.uid)}), probably because it was made by root. ` +
          'Start as that user again, or choose another data folder.',
      );
    }
    return undefined;
  }
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

async function nobody(): Promise<RunAs> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(users) ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/**
 * Makes the cluster when it is not there yet. It is made beside its place and moved there when it is whole, so that a
 * kill in the middle leaves nothing half made.
 */
export async function createCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  options: { password: string; durable: boolean },
): Promise<void> {
  const draft = { ...place, folder: `${place.folder}.new` };
  await rm(draft.folder, { recursive: true, force: true });
  await mkdir(draft.folder, { mode: 0o700 });
  if (place.runAs) await chown(draft.folder, place.runAs.uid >>> 0, place.runAs.gid >>> 0);
  await runOn(draft, binaries.initdb, [
    `--pgdata=${clusterArgument(draft)}`,
    `--username=${superuser}`,
    // Nobody can connect before the host rules below replace the ones that this makes.
    '--auth=trust',
    '--no-instructions',
    ...localeFlags,
    ...(options.durable ? [] : ['--no-sync']),
  ]);
  await writeFile(path.join(draft.folder, 'pg_hba.conf'), hostRules);
  await setSuperuserPassword(draft, binaries, options.password);
  await rename(draft.folder, place.folder);
}

/** Sets the password without the old one, on a cluster that does not run. */
export async function setSuperuserPassword(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  password: string,
): Promise<void> {
  const statement = `ALTER ROLE ${superuser} PASSWORD '${password.replaceAll("'", "''")}'\n`;
  await runOn(place, binaries.postgres, ['--single', '-D', clusterArgument(place), 'postgres'], statement);
}

async function runOn(place: ClusterPlace, program: string, args: string[], input = ''): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { cwd: place.folder, timeout: initTimeoutMs, ...(place.runAs ?? {}) },
      (error, stdout, stderr) => {
        if (error) {
          const said = stderr.trim() || stdout.trim() || error.message;
          reject(new Error(`${path.basename(program)} could not prepare ${place.folder}:\n${said}`, { cause: error }));
        } else resolve();
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
