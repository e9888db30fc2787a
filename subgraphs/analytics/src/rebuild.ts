import { connectClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { systemClock } from '@ruzlet/platform/clock';
import { runMain } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { clickhouseServer, loadMigrationConfig } from './config.js';
import { createRebuilder } from './storage/rebuilder.js';
import { latestRebuild } from './storage/rebuilds.js';
import * as tables from './storage/tables.js';

/** Makes all figures anew from the raw events and ends: `node dist/rebuild.js` beside running services. */
await runMain(async () => {
  const config = loadMigrationConfig();
  const logger = createLogger({ name: 'rebuild', level: 'info' });
  const clickhouse = connectClickHouse(clickhouseServer(config));
  const database = connectDatabase({
    url: config.DATABASE_URL,
    schema: tables,
    applicationName: 'ruzlet-rebuild',
  });
  try {
    const { db } = database;
    const rebuilder = createRebuilder({ db, writer: clickhouse.writer, clock: systemClock, logger });
    await rebuilder.begin();
    await rebuilder.ended();
    const latest = await latestRebuild(db);
    if (latest?.state !== 'DONE') throw new Error(`The rebuild failed: ${latest?.detail ?? 'it left no record'}`);
  } finally {
    await database.close();
    await clickhouse.close();
  }
});
