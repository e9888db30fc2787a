import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { processesSchema, type ProcessDescription } from './config.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run services -- …`; gives what it prints. */
export async function services(args: string[], env: Record<string, string> = {}): Promise<string> {
  const options = { cwd: root, env: { ...process.env, ...env } };
  return (await run(process.execPath, ['scripts/services.mjs', ...args], options)).stdout;
}

/** What compose.yaml's processes are run with under these settings. */
export async function describeProcesses(env: Record<string, string>): Promise<Record<string, ProcessDescription>> {
  const options = { cwd: root, env: { ...process.env, ...env } };
  const { stdout } = await run(process.execPath, ['scripts/services/topology.mjs', '--describe'], options);
  return processesSchema.parse(JSON.parse(stdout));
}

/** Ports of 127.0.0.1 that nobody has. */
export async function freePorts(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? String(address.port) : '';
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Runs one of compose.yaml's processes to its end; gives its exit code and what it wrote. */
export async function runToEnd(description: ProcessDescription): Promise<{ code: number | null; output: string }> {
  const child = start(description);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  await once(child, 'exit');
  return { code: child.exitCode, output };
}

/** Starts one of compose.yaml's processes once more; `env` replaces what the two may not share. */
export function start(description: ProcessDescription, env: Record<string, string> = {}): ChildProcess {
  const [program = '', ...args] = description.command;
  return spawn(program, args, {
    cwd: description.cwd,
    ...description.runAs,
    env: { PATH: process.env.PATH, ...description.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Ends a process that `start` gave. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
