// Runs the README as its reader would: `npm start` on a new data folder, then the quick start in a shell, and looks at
// the figures that it prints. Needs bash and curl, as the quick start does.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

const startTimeoutMs = 300_000;
const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const script = /```sh quick-start\n(.*?)```/s.exec(readme)?.[1];
if (!script) throw new Error('README.md has no quick start.');

const folder = mkdtempSync(join(tmpdir(), 'ruzlet-quick-start-'));
const server = spawn('npm', ['start'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, RUZLET_DATA_DIR: folder, ...Object.fromEntries(anyPort.map((name) => [name, '0'])) },
});

const url = new Promise((resolve, reject) => {
  let printed = '';
  server.stdout.on('data', (chunk) => {
    printed += chunk;
    const found = /(http:\S+)\/graphql/.exec(printed);
    if (found && printed.includes('Ctrl-C')) resolve(found[1]);
  });
  server.once('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
  setTimeout(() => reject(new Error(`npm start did not come up:\n${printed}`)), startTimeoutMs).unref();
});

let failed;
try {
  const result = spawnSync('bash', ['-eu', '-o', 'pipefail'], {
    input: script,
    encoding: 'utf8',
    env: { ...process.env, URL: await url },
  });
  process.stdout.write(result.stdout);
  process.stderr.write(result.stderr);
  if (result.status !== 0) throw new Error(`The quick start ended with ${result.status}.`);
  const { me, deck, leaderboard, myCourses } = JSON.parse(result.stdout.trim().split('\n').at(-1));
  const figures = [
    me.learning.reviews,
    me.learning.streak.current,
    deck.stats.reviews,
    leaderboard.entries[0].reviews,
    myCourses.edges[0].node.viewerProgress.percent,
  ];
  if (JSON.stringify(figures) !== '[4,1,4,4,50]') throw new Error(`The figures are ${JSON.stringify(figures)}.`);
} catch (error) {
  failed = error;
} finally {
  if (server.exitCode === null) {
    const exited = once(server, 'exit');
    server.kill('SIGTERM');
    await exited;
  }
  rmSync(folder, { recursive: true, force: true });
}
if (failed) {
  process.stderr.write(`${failed.message}\n`);
  process.exit(1);
}
