// `node scripts/services/python-packages.mjs <requirements.txt>`: installs the packages into a folder of their own, kept between
// runs, and prints that folder: what PYTHONPATH has to name.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requirePrograms, run } from './programs.mjs';
import { readSettings } from './settings.mjs';

const [, , requirements] = process.argv;
if (requirements === undefined) {
  process.stderr.write('Which requirements.txt?\n');
  process.exit(1);
}
const { downloads } = readSettings();
const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
const folder = join(downloads, `python-${version}`);
if (!existsSync(folder)) {
  await requirePrograms({ python3: 'python3', pip3: 'python3-pip' });
  // Under its name only when it is whole.
  const half = `${folder}.${String(process.pid)}`;
  await run('python3', ['-m', 'pip', 'install', '--quiet', '--target', half, '--requirement', requirements]);
  if (existsSync(folder)) rmSync(half, { recursive: true });
  else renameSync(half, folder);
}
process.stdout.write(`${folder}\n`);
