// Installs dependencies when they are missing or older than the lock file. Uses node's own modules only: it runs first.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const nodeMajorMin = 20;
const nodeMinorMin = 19;

/** Ends with one clear line when this Node is too old to run the project. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > nodeMajorMin || (major === nodeMajorMin && minor >= nodeMinorMin)) return;
  process.stderr.write(
    `Ruzlet needs Node ${nodeMajorMin}.${nodeMinorMin} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/** npm writes this file at the end of each install: when it is missing or older than the lock, one is due. */
function isInstalled() {
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

export function ensureInstalled() {
  if (isInstalled()) return;
  process.stdout.write('Installing dependencies (about a minute) …\n');
  // `ci` wipes node_modules; over an existing tree a plain install is quicker and as exact. It must not write the lock file,
  // which holds more platforms than the registry may have.
  const command = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, [...command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(`npm ${command.join(' ')} failed: see above.\n`);
    process.exit(result.status ?? 1);
  }
}
