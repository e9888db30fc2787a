// Programs that a service needs: found on the machine, or installed from Debian when we may.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where a program is, or undefined. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Runs a program to its end and gives its output; throws with what it said when it fails. */
export async function run(command, args, options = {}) {
  try {
    return (await execute(command, args, { maxBuffer: 64_000_000, ...options })).stdout;
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().slice(-3_000) || error.message;
    throw new Error(`${command} ${args.join(' ')} failed:\n${said}`, { cause: error });
  }
}

/** One at a time: dpkg has a lock. */
let installing = Promise.resolve();

/**
 * Makes sure that programs are there, given as program → Debian package. Root installs what is missing; anybody else is told.
 */
export async function requirePrograms(wanted) {
  const turn = installing.then(() => installMissing(wanted));
  installing = turn.catch(() => undefined);
  await turn;
}

async function installMissing(wanted) {
  const packages = [
    ...new Set(
      Object.entries(wanted)
        .filter(([name]) => !findProgram(name))
        .map(([, name]) => name),
    ),
  ];
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new Error(`The services need programs that are not installed. As root: apt-get update && ${command}`);
  }
  process.stdout.write(`Installing from Debian: ${packages.join(', ')} …\n`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // Where systemd runs, a package's own server would be started at once, on the port that ours is to have.
  const masked = existsSync('/run/systemd/system') && packages.includes('redis-server');
  if (masked) await run('systemctl', ['mask', '--runtime', 'redis-server.service']);
  await run('apt-get', ['update', '-q'], options);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
}
