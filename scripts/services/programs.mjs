// Programs that a service needs: found on the machine, or installed from Debian when we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is, or undefined. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Runs a program to its end; throws with what it said when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64_000_000, ...options });
  if (result.error) throw new Error(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) {
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().slice(-3_000);
    throw new Error(`${command} ${args.join(' ')} failed:\n${said}`);
  }
  return result.stdout ?? '';
}

/**
 * Makes sure that programs are there, given as program → Debian package. Root installs what is missing; anybody else is told.
 */
export function requirePrograms(wanted) {
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
  if (masked) run('systemctl', ['mask', '--runtime', 'redis-server.service']);
  run('apt-get', ['update', '-q'], options);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
}
