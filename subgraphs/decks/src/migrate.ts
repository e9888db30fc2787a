import { runMain } from '@ruzlet/platform/http/run-service';
import { migrateDatabase } from '@ruzlet/platform/postgres/database';
import { loadMigrationConfig } from './config.js';
import { migrationsFolder } from './create-decks.js';

/** Migrates the database and ends: the one-shot of compose. Two that run at once take turns. */
await runMain(() => migrateDatabase(loadMigrationConfig().DATABASE_URL, migrationsFolder));
