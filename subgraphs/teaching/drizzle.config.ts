import { defineConfig } from 'drizzle-kit';

/** Paths are from the root of the repository, where `drizzle-kit generate --config` is run. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './subgraphs/teaching/src/storage/tables.ts',
  out: './subgraphs/teaching/drizzle',
});
