import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { lockFolder } from './folder-lock.js';
import { freePort, portIsFree } from './ports.js';
import { preparePostgresBinaries } from './postgres-binaries.js';
import { clusterUser, createCluster, setSuperuserPassword, superuser } from './postgres-cluster.js';
import { startPostmaster, stopOrphan, type ClusterPlace } from './postgres-process.js';
import { provisionDatabases, type DatabaseSpec } from './postgres-provision.js';
import { openPostgresSecrets } from './postgres-secrets.js';

export type { DatabaseSpec } from './postgres-provision.js';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its passwords and its log. Made when absent; one process at a time may have it. */
  dataDir: string;
  /** On 127.0.0.1. Default: a free one. */
  port?: number;
  /** False gives up safety against crashes for speed: for tests. Default: true. */
  durable?: boolean;
  /** Settings of the server that differ from ours. */
  settings?: Readonly<Record<string, string>>;
  /** Called when the server ends without `close()`. */
  onUnexpectedExit?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  port: number;
  /** Where the superuser comes in. */
  adminUrl: string;
  /** Makes databases with a role each that owns one; whatever is there already stays. */
  provision(request: { databases: readonly DatabaseSpec[] }): Promise<void>;
  /** The connection URL of a role that `provision` has made. */
  urlFor(database: string, role: string): string;
  /** Ends connections and shuts down; nothing that was committed is lost. */
  close(): Promise<void>;
}

const commonSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  // One machine keeps no replicas.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Compiling a query costs more than it saves at this size.
  jit: 'off',
};

const notDurableSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a Postgres server from the npm package's programs, on a folder of ours. Recovers by itself from a killed
 * predecessor: a server that was left running is stopped, and committed transactions are there again.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(dataDir);
  try {
    return await startLocked(dataDir, options, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(
  dataDir: string,
  options: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const durable = options.durable ?? true;
  const folder = path.join(dataDir, 'cluster');
  const runAs = await clusterUser(folder);
  const place: ClusterPlace = { folder, runAs, logFile: path.join(dataDir, 'postgres.log') };
  const binaries = await preparePostgresBinaries(runAs);
  const secrets = await openPostgresSecrets(dataDir);
  const keptPassword = secrets.passwordOf(superuser);
  const password = await secrets.ensure(superuser);
  if (await stat(folder).catch(() => undefined)) {
    await stopOrphan(folder);
    if (keptPassword === undefined) await setSuperuserPassword(place, binaries, password);
  } else {
    await createCluster(place, binaries, { password, durable });
  }
  const port = await choosePort(options.port);
  const server = await startPostmaster(place, binaries.postgres, {
    ...commonSettings,
    ...(durable ? {} : notDurableSettings),
    ...options.settings,
    port: String(port),
  });

  let closing = false;
  void server.exited.then(() => {
    if (!closing) options.onUnexpectedExit?.(new Error(`Embedded Postgres ended by itself: see ${place.logFile}.`));
  });
  const url = (database: string, role: string, secret: string): string =>
    `postgres://${role}:${encodeURIComponent(secret)}@127.0.0.1:${String(port)}/${database}`;
  const adminUrl = url('postgres', superuser, password);
  return {
    port,
    adminUrl,
    provision: async ({ databases }) => {
      const wanted = [];
      for (const spec of databases) wanted.push({ ...spec, password: await secrets.ensure(spec.role, spec.password) });
      const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
      try {
        await provisionDatabases(sql, wanted);
      } finally {
        await sql.end();
      }
    },
    urlFor: (database, role) => {
      const secret = secrets.passwordOf(role);
      if (secret === undefined) throw new Error(`No role "${role}" was provisioned in ${dataDir}.`);
      return url(database, role, secret);
    },
    close: async () => {
      closing = true;
      await server.stop();
      await release();
    },
  };
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return freePort();
  if (await portIsFree(wanted)) return wanted;
  throw new Error(`Port ${String(wanted)} on 127.0.0.1, meant for embedded Postgres, is taken. Choose another one.`);
}
