// Long-lived processes that outlive the command that starts them. Each has a record in `.services/run`; a process counts as
// ours only while its id still belongs to the same life of that process.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const stopTimeoutMs = 20_000;
const killTimeoutMs = 5_000;
const pollEveryMs = 100;
const logTailCharactersMax = 3_000;

/** Tells one life of a process id from the next: when it began, counted from the boot (Linux). */
export function processLife(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return undefined;
  }
}

/** Starts a program that goes on when we end, with its output in a file. */
export function startDetached(settings, { name, command, args, env = {}, cwd, port }) {
  mkdirSync(settings.run, { recursive: true });
  const logFile = join(settings.run, `${name}.log`);
  const log = openSync(logFile, 'a', 0o600);
  let child;
  try {
    child = spawn(command, args, {
      cwd: cwd ?? settings.folder,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw new Error(`${name}: ${command} could not be started.`);
  const record = {
    name,
    pid: child.pid,
    life: processLife(child.pid),
    port,
    command: [command, ...args].join(' '),
    logFile,
  };
  writeFileSync(recordFile(settings, name), `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  return record;
}

export function recordOf(settings, name) {
  try {
    return JSON.parse(readFileSync(recordFile(settings, name), 'utf8'));
  } catch {
    return undefined;
  }
}

export function allRecords(settings) {
  try {
    const names = readdirSync(settings.run).filter((file) => file.endsWith('.json'));
    return names
      .map((file) => recordOf(settings, file.slice(0, -'.json'.length)))
      .filter((record) => record !== undefined);
  } catch {
    return [];
  }
}

export function isRunning(record) {
  return record?.life !== undefined && processLife(record.pid) === record.life;
}

/** Stops the process that was recorded under this name, if it is still that one. */
export async function stopRecorded(settings, name, signal = 'SIGTERM') {
  const record = recordOf(settings, name);
  if (isRunning(record)) {
    for (const [next, timeoutMs] of [
      [signal, stopTimeoutMs],
      ['SIGKILL', killTimeoutMs],
    ]) {
      if (!isRunning(record)) break;
      process.kill(record.pid, next);
      const deadline = Date.now() + timeoutMs;
      while (isRunning(record) && Date.now() < deadline) await pause(pollEveryMs);
    }
  }
  rmSync(recordFile(settings, name), { force: true });
}

/** Waits until `check` says yes; fails with the end of the log when the process ends or takes too long. */
export async function waitUntilReady(record, check, timeoutMs = 90_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (await check().catch(() => false)) return;
    if (!isRunning(record)) throw new Error(`${record.name} ended by itself:\n${logTail(record)}`);
    if (Date.now() > deadline) throw new Error(`${record.name} did not answer in time:\n${logTail(record)}`);
    await pause(pollEveryMs);
  }
}

function logTail({ logFile }) {
  return `${readFileSync(logFile, 'utf8').slice(-logTailCharactersMax)}\n(${logFile})`;
}

/** Whether somebody accepts connections on this port of 127.0.0.1. */
export async function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function recordFile(settings, name) {
  return join(settings.run, `${name}.json`);
}
