import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { systemClock } from '@ruzlet/platform/clock';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { loadUsersConfig } from './config.js';
import { createUsers } from './create-users.js';

/** The users subgraph as a process of its own. */
await runMain(async () => {
  const config = loadUsersConfig();
  const logger = createLogger({ name: 'users', level: config.LOG_LEVEL });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-users', logger });
  const users = await createUsers({
    databaseUrl: config.DATABASE_URL,
    databasePoolMax: config.DATABASE_POOL_MAX,
    bus,
    clock: systemClock,
    verifyToken: createTokenVerifier({
      ...remoteAuthority(config.JWKS_URL),
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
    }),
    logger,
    routerSecret: config.ROUTER_SECRET,
  });
  const close = async () => {
    await users.close();
    await bus.close();
  };
  await runService({ ...users, close }, { port: config.PORT, host: config.HOST, logger });
});
