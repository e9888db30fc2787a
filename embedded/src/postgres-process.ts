import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { processIdentity } from './process-identity.js';
import type { RunAs } from './postgres-binaries.js';

const run = promisify(execFile);

/** What it takes to run a Postgres program on one cluster folder. */
export interface ClusterPlace {
  folder: string;
  runAs: RunAs | undefined;
  logFile: string;
}

export interface PostgresProcess {
  pid: number;
  /** Resolves when the postmaster is gone. */
  exited: Promise<void>;
  /** Fast shutdown, and harder ones when that takes too long. */
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;
const fastStopTimeoutMs = 15_000;
const immediateStopTimeoutMs = 5_000;
const pollEveryMs = 5;
const logKeptBytesMax = 5_000_000;
const logTailBytesMax = 4_000;

/**
 * The path by which a program that runs as another user is given the cluster. Its working directory is the cluster,
 * and Linux follows this link straight to it, so that it also works below a folder which that user cannot enter
 * (a repository below /root). Everybody else gets the plain path.
 */
export function clusterArgument(place: ClusterPlace): string {
  return place.runAs !== undefined && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : place.folder;
}

// A line on descriptor 3 says that the postmaster is gone; the end of the stream says that Node is. Only then is the
// postmaster told to shut down, so that `kill -9` of Node leaves no orphan. `$$` stays the same through `exec`.
const dieWithParent = '(read -r _ <&3 || kill -INT $$) & exec "$@" 3<&-';

/** Starts the postmaster and resolves when it accepts connections; rejects with what its log says when it does not. */
export async function startPostmaster(
  place: ClusterPlace,
  postgres: string,
  settings: Record<string, string>,
): Promise<PostgresProcess> {
  await rotateLog(place.logFile);
  const log = await open(place.logFile, 'a', 0o600);
  const logStart = (await log.stat()).size;
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let child: ChildProcess;
  try {
    child = spawn('/bin/sh', ['-c', dieWithParent, 'sh', postgres, '-D', clusterArgument(place), ...flags], {
      cwd: place.folder,
      // Its own process group: Ctrl-C in the terminal is for Node, which closes the services before the database.
      detached: true,
      stdio: ['ignore', log.fd, log.fd, 'pipe'],
      ...(place.runAs ?? {}),
    });
  } finally {
    await log.close();
  }
  const running = watch(child);
  const deadline = Date.now() + startTimeoutMs;
  while (!(await isReady(place.folder, running.pid))) {
    if (running.gone() || Date.now() > deadline) {
      await running.stop();
      throw new Error(`Embedded Postgres did not start.\n${await logSince(place.logFile, logStart)}`);
    }
    await pause();
  }
  return running;
}

function watch(child: ChildProcess): PostgresProcess & { gone(): boolean } {
  const stream = child.stdio[3];
  // A pipe of a child process is a socket to Node.
  const lifeline = stream instanceof Socket ? stream : undefined;
  let gone = false;
  const exited = new Promise<void>((resolve) => {
    const end = (): void => {
      gone = true;
      lifeline?.end('\n');
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  lifeline?.on('error', () => undefined);
  // Neither keeps Node alive by itself.
  child.unref();
  lifeline?.unref();
  const pid = child.pid ?? 0;
  return { pid, exited, gone: () => gone, stop: () => stopPostmaster(pid, () => Promise.resolve(gone)) };
}

/** Whether the postmaster `pid` has written `ready` to its pid file, as `pg_ctl` looks at it. */
async function isReady(folder: string, pid: number): Promise<boolean> {
  const lines = await readPidFile(folder);
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

async function readPidFile(folder: string): Promise<string[]> {
  return (await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
}

/**
 * Clears what a killed predecessor left on this cluster: a postmaster that still runs is stopped, and a pid file that
 * names a process which is not ours is removed (Postgres would refuse to start if the number had been given anew).
 */
export async function stopOrphan(folder: string): Promise<void> {
  const pid = Number.parseInt((await readPidFile(folder))[0] ?? '', 10);
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  const identity = await processIdentity(pid);
  if (identity !== undefined && (await isPostmasterOf(pid, folder))) {
    await stopPostmaster(pid, async () => (await processIdentity(pid)) !== identity);
  }
  await rm(path.join(folder, 'postmaster.pid'), { force: true });
}

async function isPostmasterOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return commandNames(pid, folder);
  try {
    const [where, wanted] = await Promise.all([stat(`/proc/${String(pid)}/cwd`), stat(folder)]);
    const program = path.basename(await readlink(`/proc/${String(pid)}/exe`));
    // A package that was installed anew leaves ' (deleted)' behind the name.
    return where.ino === wanted.ino && where.dev === wanted.dev && program.startsWith('postgres');
  } catch {
    return false;
  }
}

/** Where there is no /proc: the command line tells, since an ordinary user's postmaster has the whole path in it. */
async function commandNames(pid: number, folder: string): Promise<boolean> {
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(folder);
}

async function stopPostmaster(pid: number, isGone: () => Promise<boolean>): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', fastStopTimeoutMs],
    ['SIGQUIT', immediateStopTimeoutMs],
    ['SIGKILL', immediateStopTimeoutMs],
  ];
  for (const [signal, timeoutMs] of steps) {
    if (pid === 0 || (await isGone())) return;
    try {
      process.kill(pid, signal);
    } catch {
      // It went between the question and the signal.
    }
    const deadline = Date.now() + timeoutMs;
    while (!(await isGone()) && Date.now() < deadline) await pause();
  }
}

async function rotateLog(file: string): Promise<void> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size > logKeptBytesMax) await rename(file, `${file}.old`);
}

async function logSince(file: string, start: number): Promise<string> {
  const text = (await readFile(file)).subarray(start).toString('utf8').trim();
  return text === '' ? `Nothing was written to ${file}.` : text.slice(-logTailBytesMax);
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
}
