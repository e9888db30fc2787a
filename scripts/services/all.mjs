// All services of compose.yaml that are not ours, as programs of this machine.
import { clickHouseService } from './clickhouse.mjs';
import { readCompose } from './compose-file.mjs';
import { kafkaService } from './kafka.mjs';
import { mailService } from './mail.mjs';
import { postgresServices } from './postgres.mjs';
import { accepts, allRecords, isRunning, recordOf, startDetached, stopRecorded, waitUntilReady } from './processes.mjs';
import { redisService } from './redis.mjs';
import { s3Service, testBucket } from './s3.mjs';
import { composeVariables } from './settings.mjs';

export function allServices(settings) {
  const services = readCompose(composeVariables(settings));
  return [
    kafkaService(settings, services),
    redisService(settings, services),
    ...postgresServices(settings, services),
    clickHouseService(settings, services),
    s3Service(settings, services),
    mailService(settings),
  ];
}

/** Installs what is missing, starts what does not run, and waits until each answers. Reports each that could not be had. */
export async function up(settings, wanted = []) {
  const services = allServices(settings).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const results = await Promise.allSettled(services.map((service) => bringUp(settings, service)));
  const failed = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${titleOf(services[index])}: ${result.reason.message}`] : [],
  );
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
}

async function bringUp(settings, service) {
  const begin = Date.now();
  if (isRunning(recordOf(settings, service.name))) {
    await waitUntilReady(recordOf(settings, service.name), service.ready);
    return;
  }
  if (await accepts(service.port)) {
    const variable = `RUZLET_SERVICES_PORT_${service.name.toUpperCase().replaceAll('-', '_')}`;
    throw new Error(`port ${service.port} is taken by somebody else. Free it, or set ${variable} to another one.`);
  }
  await service.install();
  const record = startDetached(settings, { name: service.name, port: service.port, ...service.start() });
  await waitUntilReady(record, service.ready);
  await service.afterReady?.();
  const seconds = ((Date.now() - begin) / 1_000).toFixed(1);
  process.stdout.write(`${titleOf(service)} answers on 127.0.0.1:${service.port} (${seconds} s)\n`);
}

/** Stops what `up` has started, and nothing else. */
export async function down(settings, wanted = [], signal = 'SIGTERM') {
  const names = allRecords(settings).map(({ name }) => name);
  const chosen = names.filter((name) => wanted.length === 0 || wanted.includes(name));
  await Promise.all(chosen.map((name) => stopRecorded(settings, name, signal)));
}

/** Names of the services that run now. */
export function runningServices(settings) {
  return allRecords(settings)
    .filter(isRunning)
    .map(({ name }) => name);
}

/** One line for each service. */
export async function status(settings) {
  return Promise.all(
    allServices(settings).map(async (service) => {
      const record = recordOf(settings, service.name);
      const state = !isRunning(record) ? 'stopped' : (await service.ready().catch(() => false)) ? 'ready' : 'not ready';
      return {
        name: service.name,
        title: titleOf(service),
        port: service.port,
        state,
        pid: isRunning(record) ? record.pid : undefined,
      };
    }),
  );
}

/** What the tests over real drivers are told, see platform/test-services/config.ts. */
export function testEnvironment(settings) {
  const variables = composeVariables(settings);
  const port = (name) => settings.port(name);
  return {
    // For tests that bring up servers of their own.
    RUZLET_SERVICES_CACHE: settings.downloads,
    RUZLET_TEST_KAFKA_BROKERS: `127.0.0.1:${port('kafka')}`,
    RUZLET_TEST_REDIS_URL: `redis://127.0.0.1:${port('redis')}`,
    RUZLET_TEST_S3_URL: `http://127.0.0.1:${port('minio')}`,
    RUZLET_TEST_S3_ACCESS_KEY: variables.S3_ACCESS_KEY,
    RUZLET_TEST_S3_SECRET_KEY: variables.S3_SECRET_KEY,
    RUZLET_TEST_S3_BUCKET: testBucket,
    RUZLET_TEST_SMTP_URL: `smtp://127.0.0.1:${port('mail')}`,
    RUZLET_TEST_CLICKHOUSE_URL: `http://127.0.0.1:${port('clickhouse')}`,
    RUZLET_TEST_CLICKHOUSE_DATABASE: 'ruzlet',
    RUZLET_TEST_CLICKHOUSE_WRITER: 'analytics_writer',
    RUZLET_TEST_CLICKHOUSE_WRITER_PASSWORD: variables.ANALYTICS_WRITER_PASSWORD,
    RUZLET_TEST_CLICKHOUSE_READER: 'analytics_reader',
    RUZLET_TEST_CLICKHOUSE_READER_PASSWORD: variables.ANALYTICS_READER_PASSWORD,
  };
}

function titleOf({ name, title }) {
  return title === undefined ? name : `${name}, ${title}`;
}
