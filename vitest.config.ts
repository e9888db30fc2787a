import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite prefers a package's ES modules and Node, which loads @apollo/subgraph, its CommonJS: two copies of graphql, which
  // refuse each other's schemas. This is the copy that Node takes.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  // Workspaces are tested as they stand in src/, not as built. The condition has to reach each of Vite's environments:
  // tests run in one and the global set-up in another. Vite adds `import` by itself where there is an import; said here, Node
  // would take it for every `require` as well.
  plugins: [
    {
      name: 'workspace-sources',
      configEnvironment: () => ({ resolve: { conditions: ['@ruzlet/source', 'node'] } }),
    },
  ],
  test: {
    include: ['**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.data/**', '**/.services/**'],
    globalSetup: ['./testkit/src/global-setup.ts'],
    // chdb crashes in worker threads, so every test file gets a process.
    pool: 'forks',
    maxWorkers: 2,
    // Longer than testkit waits for a condition, which can tell what it waited for.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
