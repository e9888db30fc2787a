// Holds compose.yaml against the specification (as the compose plugin's own library reads it; needs Go) and against the
// project: pinned images, fixed ports, commands and mounted files that exist, variables that .env-example names.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const faults = [];
const check = (good, fault) => {
  if (!good) faults.push(fault);
};

const result = spawnSync('go', ['run', '.', join(root, 'compose.yaml'), join(root, '.env-example')], {
  cwd: join(root, 'infra/compose-check'),
  encoding: 'utf8',
  maxBuffer: 16_000_000,
});
if (result.error?.code === 'ENOENT') {
  process.stderr.write('Checking compose.yaml needs Go (1.23 or newer): the specification has its schema there.\n');
  process.exit(1);
}
if (result.status !== 0) {
  process.stderr.write(`compose.yaml is not valid:\n${result.stderr}`);
  process.exit(1);
}
const { services } = JSON.parse(result.stdout);

const fixedPorts = {
  router: [8000],
  decks: [8001],
  teaching: [8002],
  users: [8004],
  auth: [8005],
  analytics: [8006],
  'kafka-ui': [8080],
  minio: [9001],
  'postgres-users': [5433],
  'postgres-auth': [5434],
  'postgres-decks': [5435],
  'postgres-teaching': [5436],
  'postgres-analytics': [5437],
};
for (const [name, ports] of Object.entries(fixedPorts)) {
  const published = (services[name]?.ports ?? []).map((port) => Number(port.published));
  for (const port of ports) check(published.includes(port), `${name} does not publish port ${port}`);
}

for (const [name, service] of Object.entries(services)) {
  const { image = '', volumes = [], environment = {} } = service;
  const command = service.command ?? [];
  check(/:[\w.-]*\d[\w.-]*$/.test(image) && !image.endsWith(':latest'), `${name}: image "${image}" is not pinned`);
  if (command[0] === 'node' && command[1]) {
    const source = command[1].replace('/dist/', '/src/').replace(/\.js$/, '.ts');
    check(existsSync(join(root, source)), `${name}: there is no ${source} behind ${command[1]}`);
  }
  for (const { type, source } of volumes) {
    if (type === 'bind') check(existsSync(source), `${name}: the mounted ${source} does not exist`);
  }
  const oneShot = command[1]?.endsWith('migrate.js') || command[1]?.endsWith('topics/main.js');
  check(oneShot || name === 'kafka-ui' || service.healthcheck, `${name} has no health check`);
  check(!Object.values(environment).includes(undefined), `${name}: a variable has no value`);
}

const named = new Set(
  [...readFileSync(join(root, '.env-example'), 'utf8').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name),
);
// `$$` is an escape: the container's shell reads that one.
const used = [...readFileSync(join(root, 'compose.yaml'), 'utf8').matchAll(/(?<!\$)\$\{([A-Z0-9_]+)(:-)?/g)];
for (const [, name, hasDefault] of used) check(named.has(name) || hasDefault, `.env-example does not name ${name}`);

if (faults.length > 0) {
  process.stderr.write(`compose.yaml:\n${faults.map((fault) => `  ${fault}`).join('\n')}\n`);
  process.exit(1);
}
