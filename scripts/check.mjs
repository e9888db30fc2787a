// `npm run check [-- step …]`: all that is checked without running the project, each step by name; with `--all-but` all steps but
// those. CI runs the same.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

const generated = [
  'schema/supergraph.graphql',
  'schema/api.graphql',
  'client/src/generated/operations.ts',
  ...['auth', 'users', 'decks', 'teaching', 'analytics'].map((name) => `subgraphs/${name}/src/generated/graphql.ts`),
];

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return result.status === 0;
}

/** Generates again and compares with what is committed; puts the old files back either way. */
function generatedIsFresh() {
  const kept = mkdtempSync(join(tmpdir(), 'ruzlet-generated-'));
  try {
    for (const file of generated) cpSync(join(root, file), join(kept, file));
    if (!run('npx', ['graphql-codegen', '--silent'])) return false;
    const stale = generated.filter(
      (file) => readFileSync(join(root, file), 'utf8') !== readFileSync(join(kept, file), 'utf8'),
    );
    for (const file of stale) process.stderr.write(`${file} is stale: run npm run generate.\n`);
    for (const file of generated) cpSync(join(kept, file), join(root, file));
    return stale.length === 0;
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}

const tsx = ['tsx', '--conditions=@ruzlet/source'];
const steps = {
  'lock file': () => run('node', ['scripts/complete-lockfile.mjs', '--check']),
  types: () => run('npx', ['tsc', '--noEmit', '-p', '.']),
  lint: () => run('npx', ['eslint', '.']),
  format: () => run('npx', ['prettier', '--check', '--log-level', 'warn', '.']),
  walls: () => run('npm', ['run', '--silent', 'walls']),
  'dead code': () => run('npx', ['knip']),
  composition: () => run('node', ['scripts/compose-supergraph.mjs', '--check']),
  'generated types': generatedIsFresh,
  'generated contracts': () => run('npx', [...tsx, 'contracts/scripts/generate.ts', '--check']),
  'contract compatibility': () => run('npx', [...tsx, 'contracts/scripts/check-compatibility.ts']),
  'Apollo Router': () => run('node', ['scripts/check-apollo-router.mjs']),
  'compose file': () => run('node', ['scripts/check-compose.mjs']),
  Dockerfile: () => run('node', ['scripts/check-dockerfile.mjs']),
};

const [first, ...others] = process.argv.slice(2);
const allBut = first === '--all-but';
const named = allBut ? others : process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  process.stderr.write(`No step is called ${unknown.join(', ')}; there are: ${Object.keys(steps).join(', ')}.\n`);
  process.exit(1);
}
const isWanted = (name) => named.length === 0 || named.includes(name) !== allBut;
const failed = [];
for (const [name, step] of Object.entries(steps)) {
  if (!isWanted(name)) continue;
  const begin = Date.now();
  const good = step();
  process.stdout.write(`${good ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)\n`);
  if (!good) failed.push(name);
}
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`);
  process.exit(1);
}
