// Where the services live, on which ports, in which versions, and with which values for the variables of compose.yaml.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../install.mjs';

export { root };

/** A package of a workspace, in the version that the workspace itself uses. */
export function packageOf(workspace, name) {
  return createRequire(join(root, workspace, 'package.json'))(name);
}

/** Pinned: a newer one is a change that somebody makes and tests. */
export const versions = {
  kafka: '4.4.0',
  slf4j: '1.7.36',
  versitygw: 'v1.8.0',
  /** This one holds the ClickHouse of compose's image. */
  chdb: '3.7.2',
  hadolint: '2.15.1',
  /** Used when there is no Go of at least `goMin` on the machine. */
  go: '1.26.3',
  goMin: [1, 21],
  javaMin: 17,
};

/** Ports on 127.0.0.1. Those of Postgres are the ones that compose.yaml publishes. */
const portsDefault = { kafka: 9092, 'kafka-controller': 9093, redis: 6379, clickhouse: 8123, minio: 9000, mail: 1025 };

/** @param {NodeJS.ProcessEnv} env */
export function readSettings(env = process.env) {
  const folder = resolve(env.RUZLET_SERVICES_DIR || join(root, '.services'));
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    downloads: resolve(env.RUZLET_SERVICES_CACHE || join(folder, 'cache')),
    data: join(folder, 'data'),
    run: join(folder, 'run'),
    /** The local port of a service: RUZLET_SERVICES_PORT_KAFKA and so on, or the usual one. */
    port(name, usual = portsDefault[name]) {
      const variable = `RUZLET_SERVICES_PORT_${name.toUpperCase().replaceAll('-', '_')}`;
      const port = Number(env[variable] || usual);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} has to be a port.`);
      return port;
    },
  };
}

/**
 * Values for the variables of compose.yaml, as in .env-example, where every secret that is to be changed is a random one. They
 * are kept beside the data that they open.
 */
export function composeVariables(settings) {
  const file = join(settings.folder, 'compose.env');
  const kept = existsSync(file) ? parseEnvFile(readFileSync(file, 'utf8')) : {};
  const example = parseEnvFile(readFileSync(join(root, '.env-example'), 'utf8'));
  const values = Object.fromEntries(
    Object.entries(example).map(([name, value]) => [
      name,
      value.startsWith('change-me') ? (kept[name] ?? randomBytes(24).toString('hex')) : value,
    ]),
  );
  // Signed URLs lead to where the S3 server of this machine listens.
  values.S3_PUBLIC_URL = `http://127.0.0.1:${settings.port('minio')}`;
  const text = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, text.join(''), { mode: 0o600 });
  return values;
}

export function parseEnvFile(text) {
  return Object.fromEntries([...text.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value.trim()]));
}
