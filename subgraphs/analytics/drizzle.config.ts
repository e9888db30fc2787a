import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './subgraphs/analytics/src/storage/tables.ts',
  out: './subgraphs/analytics/drizzle',
});
