// Holds infra/apollo-router/router.yaml against the JSON Schema of the official Apollo Router. The schema is in its crate and under
// the Elastic License, so that it is fetched by cargo and not kept here; where there is no cargo, nothing is checked, and that is said.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { root } from './install.mjs';

/** The version that the file was written for, and that our supergraph was served with. */
const version = '2.17.0';

const file = join(root, 'infra/apollo-router/router.yaml');
const text = readFileSync(file, 'utf8');
if (!text.includes(`Apollo Router (${version})`)) {
  process.stderr.write(`infra/apollo-router/router.yaml does not say that it is for Apollo Router (${version}).\n`);
  process.exit(1);
}

// It downloads one archive of 2 MB when it has not done so before, and builds nothing.
const fetched = spawnSync('cargo', ['info', '--quiet', `apollo-router@${version}`], { encoding: 'utf8' });
if (fetched.status !== 0) {
  const why = fetched.error ? 'there is no cargo' : fetched.stderr.trim();
  process.stdout.write(`The configuration of Apollo Router was not checked: ${why}.\n`);
  process.exit(0);
}
const snapshot = join(
  `apollo-router-${version}`,
  'src/configuration/snapshots/apollo_router__configuration__tests__schema_generation.snap',
);
const sources = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry/src');
const [found] = readdirSync(sources)
  .map((registry) => join(sources, registry, snapshot))
  .filter(existsSync);
if (found === undefined)
  throw new Error(`cargo has fetched apollo-router ${version}, but its schema is not in ${sources}.`);

// A test of theirs keeps it, behind a head of three lines.
const schema = JSON.parse(readFileSync(found, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
// What the router does with `${env.NAME:-default}` before it looks at anything.
const configuration = parse(text.replaceAll(/\$\{env\.\w+:-([^}]*)\}/g, '$1'));
if (!validate(configuration)) {
  for (const { instancePath, message } of validate.errors ?? []) {
    process.stderr.write(`infra/apollo-router/router.yaml${instancePath}: ${message}\n`);
  }
  process.exit(1);
}
process.stdout.write(`The configuration of Apollo Router is valid for ${version}.\n`);
