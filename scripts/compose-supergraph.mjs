// Composes schema/<subgraph>.graphql into schema/supergraph.graphql (what the router serves) and schema/api.graphql (what
// clients see), with Apollo's composition; a second, independent composition has to accept the schemas as well.
// `--check` writes nothing and fails when a committed file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { composeServices as composeIndependently } from '@theguild/federation-composition';
import { parse } from 'graphql';

/** Ports are fixed by the project; SUBGRAPH_URLS of the router says otherwise where it runs elsewhere. */
const subgraphs = { auth: 8005, users: 8004, decks: 8001, teaching: 8002, analytics: 8006 };

const schema = new URL('../schema/', import.meta.url);
const read = (name) => readFileSync(new URL(name, schema), 'utf8');

const services = Object.entries(subgraphs).map(([name, port]) => ({
  name,
  url: `http://127.0.0.1:${port}/graphql`,
  typeDefs: parse(`${read('common.graphql')}\n${read(`${name}.graphql`)}`),
}));

function fail(title, errors) {
  process.stderr.write(`${title}\n${errors.map((error) => `  ${error.message}`).join('\n')}\n`);
  process.exit(1);
}

const composed = composeServices(services);
if (composed.errors?.length) fail('The subgraphs do not compose (@apollo/composition):', composed.errors);
const second = composeIndependently(services);
if (second.errors?.length) fail('The subgraphs do not compose (@theguild/federation-composition):', second.errors);

const banner = '# Composed from the files beside it by `npm run compose`: edit those.\n';
const { printSchema } = await import('graphql');
const files = {
  'supergraph.graphql': banner + composed.supergraphSdl + '\n',
  'api.graphql': banner + printSchema(composed.schema.toAPISchema().toGraphQLJSSchema({ includeDefer: true })) + '\n',
};

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  if (!check) {
    writeFileSync(new URL(name, schema), text);
  } else if (read(name) !== text) {
    process.stderr.write(`${fileURLToPath(new URL(name, schema))} is stale: run npm run compose.\n`);
    process.exitCode = 1;
  }
}
