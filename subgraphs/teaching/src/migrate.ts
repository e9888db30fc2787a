import { runMain } from '@ruzlet/platform/http/run-service';
import { migrateDatabase } from '@ruzlet/platform/postgres/database';
import { loadMigrationConfig } from './config.js';
import { migrationsFolder } from './create-teaching.js';

/** Migrates the database and ends: the one-shot of compose. Two that run at once take turns. */
await runMain(async () => {
  const { DATABASE_URL } = loadMigrationConfig();
  await migrateDatabase(DATABASE_URL, migrationsFolder);
});
