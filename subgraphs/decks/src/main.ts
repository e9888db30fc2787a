import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { systemClock } from '@ruzlet/platform/clock';
import { s3Settings } from '@ruzlet/platform/config';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { openS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { loadDecksConfig } from './config.js';
import { createDecks } from './create-decks.js';

/** The decks subgraph as a process of its own. */
await runMain(async () => {
  const config = loadDecksConfig();
  const logger = createLogger({ name: 'decks', level: config.LOG_LEVEL });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-decks', logger });
  const objects = await openS3Objects(s3Settings(config));
  const decks = await createDecks({
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
    await decks.close();
    await bus.close();
    await objects.close();
  };
  await runService({ ...decks, close }, { port: config.PORT, host: config.HOST, logger });
});
