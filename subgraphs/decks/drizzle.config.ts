import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './subgraphs/decks/src/storage/tables.ts',
  out: './subgraphs/decks/drizzle',
});
