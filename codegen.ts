import { existsSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Resolver types of every subgraph from the hand-written schemas, and the SDK's types from the composed API and the
 * operations in client/operations. Run `npm run generate`; CI runs it again and fails when a file changes.
 */

const outputScalars = {
  Date: 'string',
  LocalDate: 'string',
  URL: 'string',
  EmailAddress: 'string',
  Markdown: 'string',
  _FieldSet: 'string',
};

/**
 * Which object of ours stands behind a GraphQL type where the shapes differ: subgraphs/<name>/codegen-mappers.json,
 * `{ "Deck": "../resolvers/models.js#DeckModel" }`.
 */
function mappers(name: string): Record<string, string> {
  const file = `subgraphs/${name}/codegen-mappers.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

function subgraph(name: string): CodegenConfig['generates'] {
  if (!existsSync(`schema/${name}.graphql`)) return {};
  return {
    [`subgraphs/${name}/src/generated/graphql.ts`]: {
      schema: ['schema/common.graphql', `schema/${name}.graphql`],
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: '../resolvers/context.js#Context',
        mappers: mappers(name),
        scalars: { ...outputScalars, DateTime: { input: 'Date', output: 'Date' } },
        strictScalars: true,
        maybeValue: 'T | null | undefined',
        inputMaybeValue: 'T | null | undefined',
        emitLegacyCommonJSImports: false,
      },
    },
  };
}

/** `RUZLET_CODEGEN_ONLY=decks` generates one subgraph's types, quickly, while its schema is being written. */
const only = process.env.RUZLET_CODEGEN_ONLY;
const subgraphs = ['auth', 'users', 'decks', 'teaching', 'analytics'].filter((name) => !only || name === only);

/** What clients are typed by: the composed API as it goes over the wire, where a DateTime is text. */
const sdk: CodegenConfig['generates'] = {
  'client/src/generated/operations.ts': {
    schema: 'schema/api.graphql',
    documents: 'client/operations/*.graphql',
    plugins: ['typescript-operations', 'typed-document-node'],
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      scalars: { ...outputScalars, ID: 'string', DateTime: 'string' },
      strictScalars: true,
      documentMode: 'documentNode',
      emitLegacyCommonJSImports: false,
    },
  },
  // What a router that serves registered operations only is given.
  'client/src/generated/persisted-operations.json': {
    schema: 'schema/api.graphql',
    documents: 'client/operations/*.graphql',
    plugins: ['./scripts/codegen-persisted.cjs'],
  },
};

const config: CodegenConfig = {
  overwrite: true,
  generates: {
    ...(Object.assign({}, ...subgraphs.map(subgraph)) as CodegenConfig['generates']),
    ...(only ? {} : sdk),
  },
};

export default config;
