import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { systemClock } from '@ruzlet/platform/clock';
import { s3Settings } from '@ruzlet/platform/config';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { openS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { loadUsersConfig } from './config.js';
import { createUsers } from './create-users.js';

/** The users subgraph as a process of its own. */
await runMain(async () => {
  const config = loadUsersConfig();
  const logger = createLogger({ name: 'users', level: config.LOG_LEVEL });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-users', logger });
  const objects = await openS3Objects(s3Settings(config));
  const users = await createUsers({
    databaseUrl: config.DATABASE_URL,
    databasePoolMax: config.DATABASE_POOL_MAX,
    bus,
    objects,
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
    await users.close();
    await bus.close();
    await objects.close();
  };
  await runService({ ...users, close }, { port: config.PORT, host: config.HOST, logger });
});
