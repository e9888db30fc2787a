// The walls of the architecture (ARCHITECTURE.md, "Walls"). `npm run walls` checks them.
const subgraph = '^subgraphs/([^/]+)/';
/** Code that talks to an engine; who may choose one is rule 5. */
const drivers =
  '^(embedded/src/|platform/src/(bus/(kafka|in-process)|cache/(redis|memory)|objects/(s3|folder)|mail/(smtp|eml)|clickhouse/connect))';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'subgraphs-are-strangers',
      comment: 'They meet in the router, or through copies fed by events.',
      severity: 'error',
      from: { path: subgraph },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'platform-stands-alone',
      severity: 'error',
      from: { path: '^platform/src/' },
      to: { path: '^(contracts|embedded|testkit|router|subgraphs|client|local)/' },
    },
    {
      name: 'contracts-import-zod-only',
      severity: 'error',
      from: { path: '^contracts/src/' },
      to: { pathNot: ['^contracts/src/', '^node_modules/zod/', '^(node:)?crypto$'] },
    },
    {
      name: 'resolvers-are-doorways',
      comment: 'No SQL and no events in a resolver; types may be named.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/src/resolvers/' },
      to: {
        path: '^(subgraphs/[^/]+/src/storage/|node_modules/drizzle-orm/|node_modules/postgres/|platform/src/outbox/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/src/services/' },
      to: { path: '^(node_modules/graphql/|subgraphs/[^/]+/src/(resolvers|generated)/)' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Nothing outside itself, but for the library that is its subject and machinery without input or output.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/src/domain/' },
      to: {
        pathNot: [
          '^subgraphs/$1/src/domain/',
          '^node_modules/(ts-fsrs|csv-parse|csv-stringify|zod|@zxcvbn-ts/language-common)/',
          '^platform/src/(errors|localtime|clock|ids)\\.ts$',
          '^(node:)?crypto$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'drivers-are-chosen-at-the-door',
      comment: 'A main.ts, the one-machine mode, or a test chooses; everything else takes the port.',
      severity: 'error',
      from: {
        pathNot: [
          '/main\\.ts$',
          '/migrate\\.ts$',
          '^local/',
          '^embedded/',
          '^testkit/',
          '/test(-services)?/',
          drivers,
          '^bench/',
        ],
      },
      to: { path: drivers, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '/src/', pathNot: '^testkit/' },
      to: { path: '^testkit/|/test(-services)?/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@ruzlet/source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
