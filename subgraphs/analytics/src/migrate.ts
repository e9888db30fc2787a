import { connectClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { runMain } from '@ruzlet/platform/http/run-service';
import { migrateDatabase } from '@ruzlet/platform/postgres/database';
import { clickhouseServer, loadMigrationConfig } from './config.js';
import { clickhouseMigrationsFolder, migrationsFolder } from './create-analytics.js';

/** Migrates Postgres and ClickHouse and ends: the one-shot of compose. Two that run at once take turns. */
await runMain(async () => {
  const config = loadMigrationConfig();
  const clickhouse = connectClickHouse(clickhouseServer(config));
  try {
    await migrateDatabase(config.DATABASE_URL, migrationsFolder, () =>
      migrateClickHouse(clickhouse, clickhouseMigrationsFolder),
    );
  } finally {
    await clickhouse.close();
  }
});
