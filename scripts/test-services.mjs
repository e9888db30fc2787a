// `npm run test:services`: the tests over real services and over the processes of compose.yaml. Brings up what is not running,
// and stops what it has brought up. With --image the processes are those of an image built from the Dockerfile, not of this folder.
// Other arguments go to the test runner.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, requireNode, root } from './install.mjs';

requireNode();
ensureInstalled();
const { buildAll, isBuilt } = await import('./build.mjs');
if (!isBuilt()) await buildAll();
const { allServices, down, runningServices, testEnvironment, up } = await import('./services/all.mjs');
const { buildImage } = await import('./services/image.mjs');
const { requirePrograms } = await import('./services/programs.mjs');
const { composeVariables, readSettings } = await import('./services/settings.mjs');
const { describeTopology, freePorts, startTopology } = await import('./services/topology.mjs');

const settings = readSettings();
const ranBefore = runningServices(settings);
const runnerArguments = process.argv.slice(2).filter((word) => word !== '--image');
let image;
let topology;
let failed = true;

// The runner gets Ctrl-C as well and ends; what comes after it still has to be done.
process.on('SIGINT', () => undefined);
try {
  await requirePrograms({ openssl: 'openssl' });
  await up(settings);
  if (process.argv.includes('--image')) image = await buildImage(settings);
  const withPort = Object.values(describeTopology(settings)).filter(({ port }) => port !== undefined);
  const ports = await freePorts(withPort.map(({ name }) => name));
  topology = await startTopology(settings, {
    portOf: (name) => ports[name],
    image,
    onExit: (message) => process.stderr.write(`${message}\n`),
  });
  const file = join(settings.run, 'topology.json');
  const services = Object.fromEntries(allServices(settings).map(({ name, port }) => [name, port]));
  const description = {
    url: topology.url,
    processes: topology.processes,
    services,
    variables: composeVariables(settings),
  };
  writeFileSync(file, JSON.stringify(description, null, 2), { mode: 0o600 });
  failed = !(await runTests({ ...testEnvironment(settings), RUZLET_TEST_TOPOLOGY: file }));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  await topology?.close();
  image?.remove();
  const started = runningServices(settings).filter((name) => !ranBefore.includes(name));
  // An empty list would mean all of them.
  if (started.length > 0) await down(settings, started);
}
process.exit(failed ? 1 : 0);

async function runTests(environment) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const runner = spawn(process.execPath, [vitest, 'run', '--config', 'vitest.services.config.ts', ...runnerArguments], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const [code] = await once(runner, 'exit');
  return code === 0;
}
