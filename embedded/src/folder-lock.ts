import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from './process-identity.js';

export interface FolderLock {
  release(): Promise<void>;
}

/** Somebody else who is alive holds the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${String(pid)}. Stop that one first, or choose another data folder.`);
    this.folder = folder;
    this.pid = pid;
  }
}

const lockFileName = 'process.lock';
const lockAttemptsMax = 5;

/**
 * Takes a folder for this process alone. A lock that a killed process left behind is taken over; a living holder gets
 * the caller a {@link FolderInUseError}.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const lockPath = path.join(folder, lockFileName);
  const mine = `${String(process.pid)} ${(await processIdentity(process.pid)) ?? ''} ${randomUUID()}`;
  for (let attempt = 0; attempt < lockAttemptsMax; attempt += 1) {
    if (await createWhole(lockPath, mine)) return { release: () => releaseLock(lockPath, mine) };
    const held = await readOptional(lockPath);
    if (held === undefined) continue;
    const holder = await livingHolder(held);
    if (holder !== undefined) throw new FolderInUseError(folder, holder);
    await removeStale(lockPath, held);
  }
  throw new Error(`The lock ${lockPath} could not be taken: other processes keep taking it. Try again.`);
}

/** The id of the process that holds the folder's lock and is alive. */
export async function folderHolder(folder: string): Promise<number | undefined> {
  const held = await readOptional(path.join(folder, lockFileName));
  return held === undefined ? undefined : livingHolder(held);
}

/** Link instead of open with O_EXCL, so that nobody ever reads a lock file that is not written yet. */
async function createWhole(lockPath: string, content: string): Promise<boolean> {
  const draft = `${lockPath}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, lockPath);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function livingHolder(content: string): Promise<number | undefined> {
  const [pidText = '', identity = ''] = content.split(' ');
  const pid = Number.parseInt(pidText, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return (await processIdentity(pid)) === identity ? pid : undefined;
}

/** Moves the lock away before removing it: if another process took it over in between, it gets its lock back. */
async function removeStale(lockPath: string, expected: string): Promise<void> {
  const aside = `${lockPath}.${randomUUID()}`;
  try {
    await rename(lockPath, aside);
  } catch {
    return;
  }
  if ((await readOptional(aside)) !== expected) await link(aside, lockPath).catch(() => undefined);
  await rm(aside, { force: true });
}

async function releaseLock(lockPath: string, mine: string): Promise<void> {
  if ((await readOptional(lockPath)) === mine) await rm(lockPath, { force: true });
}

async function readOptional(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
