import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { createRedisRateLimiter } from '@ruzlet/platform/cache/redis-rate-limiter';
import { systemClock } from '@ruzlet/platform/clock';
import { s3Settings } from '@ruzlet/platform/config';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { openS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { loadTeachingConfig } from './config.js';
import { createTeaching } from './create-teaching.js';

/** The teaching subgraph as a process of its own. */
await runMain(async () => {
  const config = loadTeachingConfig();
  const logger = createLogger({ name: 'teaching', level: config.LOG_LEVEL });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-teaching', logger });
  const rateLimiter = createRedisRateLimiter({ url: config.REDIS_URL });
  const objects = await openS3Objects(s3Settings(config));
  const teaching = await createTeaching({
    databaseUrl: config.DATABASE_URL,
    databasePoolMax: config.DATABASE_POOL_MAX,
    bus,
    objects,
    rateLimiter,
    clock: systemClock,
    verifyToken: createTokenVerifier({
      ...remoteAuthority(config.JWKS_URL),
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
    }),
    logger,
    routerSecret: config.ROUTER_SECRET,
    federatedTraces: config.FEDERATED_TRACES,
  });
  const close = async () => {
    await teaching.close();
    await bus.close();
    await objects.close();
    await rateLimiter.close();
  };
  await runService({ ...teaching, close }, { port: config.PORT, host: config.HOST, logger });
});
