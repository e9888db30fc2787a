import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { createRedisRateLimiter } from '@ruzlet/platform/cache/redis-rate-limiter';
import { systemClock } from '@ruzlet/platform/clock';
import { s3Settings } from '@ruzlet/platform/config';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { createSmtpMailer } from '@ruzlet/platform/mail/smtp-mailer';
import { openS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { keyRotationMs, loadAuthConfig, tokenSettings } from './config.js';
import { createAuth } from './create-auth.js';
import { scaledLimits } from './services/auth-limits.js';

/** The auth subgraph as a process of its own. */
await runMain(async () => {
  const config = loadAuthConfig();
  const logger = createLogger({ name: 'auth', level: config.LOG_LEVEL });
  const bus = createKafkaBus({ brokers: config.KAFKA_BROKERS, clientId: 'ruzlet-auth', logger });
  const rateLimiter = createRedisRateLimiter({ url: config.REDIS_URL });
  const mailer =
    config.SMTP_URL === undefined ? undefined : createSmtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const objects = await openS3Objects(s3Settings(config));
  const auth = await createAuth({
    databaseUrl: config.DATABASE_URL,
    databasePoolMax: config.DATABASE_POOL_MAX,
    bus,
    objects,
    rateLimiter,
    mailer,
    publicUrl: config.PUBLIC_URL,
    clock: systemClock,
    logger,
    keyEncryptionSecret: config.KEY_ENCRYPTION_SECRET,
    routerSecret: config.ROUTER_SECRET,
    federatedTraces: config.FEDERATED_TRACES,
    tokens: tokenSettings(config),
    argon2: {
      memoryKib: config.ARGON2_MEMORY_KIB,
      iterations: config.ARGON2_ITERATIONS,
      parallelism: config.ARGON2_PARALLELISM,
    },
    limits: scaledLimits(config.RATE_LIMIT_FACTOR),
    keyRotationMs: keyRotationMs(config),
    relyingParty: { id: config.PASSKEY_DOMAIN, name: config.PASSKEY_NAME },
    clientOrigins: config.CLIENT_ORIGINS,
    identityProviders: config.OIDC_PROVIDERS,
    administrator:
      config.ADMIN_EMAIL === undefined
        ? undefined
        : { email: config.ADMIN_EMAIL, username: config.ADMIN_USERNAME, password: config.ADMIN_PASSWORD },
  });
  const close = async () => {
    await auth.close();
    await bus.close();
    await objects.close();
    await rateLimiter.close();
    await mailer?.close();
  };
  await runService({ ...auth, close }, { port: config.PORT, host: config.HOST, logger });
});
