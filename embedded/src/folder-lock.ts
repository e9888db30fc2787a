import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
    super(`The data folder ${folder} is in use by process ${pid}. Stop that one first, or choose another data folder.`);
    this.folder = folder;
    this.pid = pid;
  }
}

const lockFile = /^process\.lock\.(\d{1,15})$/;
const attemptsMax = 100;

/**
 * Takes a folder for this process alone. A lock that a killed process left behind is taken over; a living holder gets
 * the caller a {@link FolderInUseError}.
 *
 * Locks are numbered files, and the highest number holds the folder. One that is dead is never removed to make room, only
 * followed by the next number, which the file system gives to exactly one of many who try: removing would let one who
 * looked a moment ago remove the lock of who came in since.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const mine = `${process.pid} ${(await processIdentity(process.pid)) ?? ''} ${randomUUID()}`;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const highest = await highestLock(folder);
    if (highest > 0) {
      const held = await readOptional(pathOf(folder, highest));
      if (held === undefined) continue;
      const holder = await livingHolder(held);
      if (holder !== undefined) throw new FolderInUseError(folder, holder);
    }
    const number = highest + 1;
    if (!(await createWhole(pathOf(folder, number), mine))) continue;
    if ((await highestLock(folder)) === number) {
      await removeBelow(folder, number);
      return { release: () => releaseLock(pathOf(folder, number), mine) };
    }
    // Others went through this number and beyond while we were looking.
    await rm(pathOf(folder, number), { force: true });
  }
  throw new Error(`The folder ${folder} could not be locked: other processes keep taking it. Try again.`);
}

/** The id of the process that holds the folder's lock and is alive. */
export async function folderHolder(folder: string): Promise<number | undefined> {
  const highest = await highestLock(folder).catch(() => 0);
  const held = highest === 0 ? undefined : await readOptional(pathOf(folder, highest));
  return held === undefined ? undefined : livingHolder(held);
}

function pathOf(folder: string, number: number): string {
  return path.join(folder, `process.lock.${number}`);
}

async function lockNumbers(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => {
    const number = lockFile.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

async function highestLock(folder: string): Promise<number> {
  return Math.max(0, ...(await lockNumbers(folder)));
}

async function removeBelow(folder: string, number: number): Promise<void> {
  const outdated = (await lockNumbers(folder)).filter((other) => other < number);
  await Promise.all(outdated.map((other) => rm(pathOf(folder, other), { force: true })));
}

/** Link instead of open with O_EXCL, so that nobody ever reads a lock file that is not written yet. */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, file);
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

/** The file stays, for its number; it names nobody any more. */
async function releaseLock(file: string, mine: string): Promise<void> {
  // Gone when somebody has removed the whole folder.
  if ((await readOptional(file)) !== mine) return;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, 'released', { mode: 0o600 });
  await rename(draft, file);
}

async function readOptional(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
