import { mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { folderHolder, lockFolder } from '@ruzlet/embedded/folder-lock';
import { startEmbeddedPostgres } from '@ruzlet/embedded/postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser URL of the Postgres cluster of this run. */
    postgresAdminUrl: string;
    /** A folder for whatever a test needs on disk; it is removed when the run ends. */
    testScratchFolder: string;
  }
}

const folderPrefix = 'ruzlet-test-';
const folderName = /^ruzlet-test-(\d+)-(\d+)$/;
const lockWithinMs = 60_000;

/** Vitest's global set-up: one folder for the whole run, and one Postgres cluster in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = path.join(os.tmpdir(), `${folderPrefix}${String(process.pid)}-${String(Date.now())}`);
  await mkdir(folder, { mode: 0o700 });
  const lock = await lockFolder(folder);
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), durable: false });
  project.provide('postgresAdminUrl', server.adminUrl);
  project.provide('testScratchFolder', folder);
  return async () => {
    await server.close();
    await lock.release();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Folders of runs that were killed. A run that still goes on holds the lock of its folder. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const [, pid, madeAt] = folderName.exec(name) ?? [];
    if (pid === undefined) continue;
    const folder = path.join(os.tmpdir(), name);
    // A run that has only just made its folder does not hold the lock yet.
    const starting = Date.now() - Number(madeAt) < lockWithinMs && isAlive(Number(pid));
    if (starting || (await folderHolder(folder)) !== undefined) continue;
    // Of another user on this machine: not ours to remove.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
