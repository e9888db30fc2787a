import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { connectClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { systemClock } from '@ruzlet/platform/clock';
import { s3Settings } from '@ruzlet/platform/config';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { openS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { batchLimits, clickhouseServer, loadAnalyticsConfig } from './config.js';
import { createAnalytics } from './create-analytics.js';

/** The analytics subgraph as a process of its own. */
await runMain(async () => {
  const config = loadAnalyticsConfig();
  const logger = createLogger({ name: 'analytics', level: config.LOG_LEVEL });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-analytics', logger });
  const clickhouse = connectClickHouse(clickhouseServer(config));
  const objects = await openS3Objects(s3Settings(config));
  const analytics = await createAnalytics({
    databaseUrl: config.DATABASE_URL,
    databasePoolMax: config.DATABASE_POOL_MAX,
    clickhouse,
    bus,
    objects,
    clock: systemClock,
    verifyToken: createTokenVerifier({
      ...remoteAuthority(config.JWKS_URL),
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
    }),
    logger,
    ...(config.PUBLIC_URL !== undefined && { publicUrl: config.PUBLIC_URL }),
    routerSecret: config.ROUTER_SECRET,
    federatedTraces: config.FEDERATED_TRACES,
    collect: batchLimits(config),
    rawEventsRetentionDays: config.RAW_EVENTS_RETENTION_DAYS,
  });
  const close = async () => {
    await analytics.close();
    await bus.close();
    await objects.close();
    await clickhouse.close();
  };
  await runService({ ...analytics, close }, { port: config.PORT, host: config.HOST, logger });
});
