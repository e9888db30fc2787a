// Runs Apollo's subgraph compatibility suite against our subgraph server (and our router, which the suite needs too).
// The suite's own runner wants docker, or a router that it downloads; its tests only want servers at ports 4000 to 4003.
// So they are run as they are, by their own jest, from the npm package, which is installed without install scripts.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const suiteName = '@apollo/federation-subgraph-compatibility-tests';
const suiteVersion = '1.2.1';
/** Tests that the suite has (count): if it ran fewer, something was left out. */
const testsExpected = 23;
const startTimeoutMs = 60_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const place = process.env.RUZLET_COMPATIBILITY_DIR ?? mkdtempSync(join(tmpdir(), 'ruzlet-compatibility-'));
mkdirSync(place, { recursive: true });
const children = [];

try {
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [suiteName]: suiteVersion } }),
  );
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const suite = dirname(createRequire(join(place, 'package.json')).resolve(`${suiteName}/package.json`));

  for (const port of [4000, 4001, 4002, 4003]) {
    if (await answers(port)) throw new Error(`Port ${port} is taken: the suite needs 4000 to 4003.`);
  }
  for (const name of ['users', 'inventory']) start(['index.js'], join(suite, 'dist/subgraphs', name));
  start(['--import', 'tsx', '--conditions=@ruzlet/source', 'bench/compatibility/serve.ts', suite], root);
  const deadline = Date.now() + startTimeoutMs;
  for (const port of [4000, 4001, 4002, 4003]) {
    while (!(await answers(port))) {
      if (Date.now() > deadline) throw new Error(`Nothing listens at port ${port} after ${startTimeoutMs / 1_000} s.`);
      await wait(100);
    }
  }

  const { stdout, code } = await runTests(suite);
  const results = JSON.parse(stdout);
  for (const { assertionResults } of results.testResults) {
    for (const { fullName, status, failureMessages } of assertionResults) {
      console.log(`${status === 'passed' ? '✓' : '✗'} ${fullName}`);
      for (const message of failureMessages) console.log(message);
    }
  }
  console.log(`subgraph compatibility: ${results.numPassedTests} of ${results.numTotalTests} passed`);
  if (code !== 0 || results.numPassedTests !== testsExpected) {
    throw new Error(`All ${testsExpected} tests of the suite have to pass.`);
  }
} finally {
  await Promise.all(children.map(stop));
  if (process.env.RUZLET_COMPATIBILITY_DIR === undefined) rmSync(place, { recursive: true, force: true });
}

function start(args, cwd) {
  children.push(
    spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', APOLLO_TELEMETRY_DISABLED: '1' },
    }),
  );
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/** True when something listens there. */
async function answers(port) {
  const socket = connect(port, 'localhost');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function runTests(suite) {
  const jest = createRequire(join(suite, 'package.json')).resolve('jest/bin/jest');
  const args = [
    jest,
    join(suite, 'dist/tests'),
    '--ci',
    '--json',
    '--config',
    join(suite, 'federation-jest.config.js'),
  ];
  const child = spawn(process.execPath, args, {
    cwd: suite,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PRODUCTS_URL: 'http://localhost:4001/' },
  });
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  const [code] = await once(child, 'close');
  return { stdout, code };
}
