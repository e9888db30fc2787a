import { mkdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join, resolve } from 'node:path';
import { createAnalytics } from '@ruzlet/analytics/create-analytics';
import { createAuth } from '@ruzlet/auth/create-auth';
import { scaledLimits } from '@ruzlet/auth/services/auth-limits';
import { createDecks } from '@ruzlet/decks/create-decks';
import { createTeaching } from '@ruzlet/teaching/create-teaching';
import { createUsers } from '@ruzlet/users/create-users';
import { authorityPaths, remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createMemoryLeases } from '@ruzlet/platform/cache/memory-leases';
import { systemClock, type Clock } from '@ruzlet/platform/clock';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';
import type { Logger } from '@ruzlet/platform/log';
import { createFolderObjects } from '@ruzlet/platform/objects/folder-objects';
import { readSupergraph } from '@ruzlet/router/config';
import { createRouter } from '@ruzlet/router/create-router';
import type { LocalConfig } from './config.js';
import { takePort, type Door } from './door.js';
import { openEngines, type Domain, type Engines } from './engines.js';
import { createLocalTransport } from './local-transport.js';
import { createMailbox } from './mailbox.js';
import { openSecrets, type LocalSecrets } from './secrets.js';

export interface RunningRuzlet {
  /** Where the router answers, without a slash at the end. */
  url: string;
  /** What is served where, for the person at the terminal. */
  ports: Record<string, number>;
  secrets: LocalSecrets;
  dataDir: string;
  /** What lies below, for whoever has to look at it directly. */
  stores: Pick<Engines, 'databaseUrl' | 'clickhouse'>;
  /** Lets requests finish, then stops everything; what was acknowledged is on disk. */
  close(): Promise<void>;
}

export interface StartOptions {
  config: LocalConfig;
  logger: Logger;
  /** Time for everything but the engines; a test may let a year pass in a minute. The program takes the system's. */
  clock?: Clock;
  /** An engine ended by itself: nothing works from here on. */
  onFailure: (error: Error) => void;
}

/**
 * The whole of Ruzlet in this process: engines, five subgraphs on their ports, and the router.
 *
 * @throws ListenError with one clear line when a port is taken.
 */
export async function startRuzlet({
  config,
  logger,
  clock = systemClock,
  onFailure,
}: StartOptions): Promise<RunningRuzlet> {
  // Undone in reverse order, also when the start fails half way.
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await start();
  } catch (error) {
    await close().catch((closeError: unknown) => {
      logger.error({ err: closeError }, 'clean-up after a failed start failed too');
    });
    throw error;
  }

  async function start(): Promise<RunningRuzlet> {
    const dataDir = resolve(config.RUZLET_DATA_DIR);
    // Ports first: a port that is taken is said before anything slow happens.
    const doors = await takePorts(config);
    undo.push(() => closeDoors(Object.values(doors)));
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const secrets = await openSecrets(dataDir);
    const engines = await openEngines(dataDir, logger, clock, onFailure);
    undo.push(() => engines.close());

    const authority = `http://${hostInUrl(config.HOST)}`;
    const url = `${authority}:${String(doors.router.port)}`;
    const verifyToken = createTokenVerifier({
      ...remoteAuthority(`${authority}:${String(doors.auth.port)}${authorityPaths.jwks}`),
      issuer: 'ruzlet',
      audience: 'ruzlet',
      clock,
    });
    const objects = createFolderObjects({
      folder: join(dataDir, 'objects'),
      baseUrl: `${url}/objects`,
      secret: secrets.objects,
    });
    undo.push(() => objects.close());

    const shared = (domain: Domain) => ({
      databaseUrl: engines.databaseUrl(domain),
      bus: engines.bus,
      objects,
      rateLimiter: engines.rateLimiter,
      clickhouse: engines.clickhouse,
      clock,
      verifyToken,
      routerSecret: secrets.router,
      logger: logger.child({ service: domain }),
    });
    const all: Subgraph[] = await Promise.all([
      createAuth({
        ...shared('auth'),
        keyEncryptionSecret: secrets.keyEncryption,
        mailer: engines.mailer,
        publicUrl: url,
        relyingParty: { id: config.PASSKEY_DOMAIN },
        clientOrigins: config.CLIENT_ORIGINS,
        identityProviders: config.OIDC_PROVIDERS,
        limits: scaledLimits(config.RATE_LIMIT_FACTOR),
        administrator:
          config.ADMIN_EMAIL === undefined ? undefined : { email: config.ADMIN_EMAIL, password: config.ADMIN_PASSWORD },
      }),
      createUsers(shared('users')),
      createDecks(shared('decks')),
      createTeaching(shared('teaching')),
      createAnalytics({
        ...shared('analytics'),
        publicUrl: url,
        rawEventsRetentionDays: config.RAW_EVENTS_RETENTION_DAYS,
      }),
    ]);
    undo.push(async () => {
      // The bus first: a relay does not wait then for a subgraph that has gone before it. The outbox keeps its rows.
      await engines.bus.close();
      await Promise.all(all.map((subgraph) => subgraph.close()));
    });
    await Promise.all(all.map((subgraph) => subgraph.start()));
    engines.bus.release();
    for (const subgraph of all) doors[subgraph.name as Domain].open(subgraph.handler);

    const router = createRouter({
      supergraphSdl: readSupergraph(),
      transports: Object.fromEntries(all.map((subgraph) => [subgraph.name, createLocalTransport(subgraph)])),
      verifyToken,
      routerSecret: secrets.router,
      corsOrigins: config.CORS_ORIGINS,
      trustedProxies: 0,
      introspection: true,
      explorer: true,
      rateLimiter: engines.rateLimiter,
      leases: createMemoryLeases(),
      responseCache: engines.cache,
      routes: {
        '/dev/mail': createMailbox(engines.mailer),
        '/objects/': objects.handler,
        '/auth/identity/': handlerOf(all, 'auth'),
      },
      logger: logger.child({ service: 'router' }),
    });
    await router.start();
    undo.push(() => router.close());
    doors.router.open(router.handler, router.upgrade);
    // Last in, first out: no new requests while what is behind them stops.
    undo.push(() => closeDoors(Object.values(doors)));
    undo.push(() => {
      // Streams would keep the doors open.
      router.drain();
      for (const subgraph of all) subgraph.drain();
      return Promise.resolve();
    });

    const ports = Object.fromEntries(Object.entries(doors).map(([what, door]) => [what, door.port]));
    const { databaseUrl, clickhouse } = engines;
    return { url, ports, secrets, dataDir, stores: { databaseUrl, clickhouse }, close };
  }
}

/** The HTTP handler of a subgraph, for paths of its own beside the graph. */
function handlerOf(all: readonly Subgraph[], name: Domain): RequestListener {
  const subgraph = all.find((one) => one.name === name);
  if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
  return subgraph.handler;
}

async function takePorts(config: LocalConfig): Promise<Record<Domain | 'router', Door>> {
  const wanted = {
    router: config.PORT,
    decks: config.DECKS_PORT,
    teaching: config.TEACHING_PORT,
    users: config.USERS_PORT,
    auth: config.AUTH_PORT,
    analytics: config.ANALYTICS_PORT,
  };
  const taken: Door[] = [];
  const take = async (what: Domain | 'router') => {
    const door = await takePort(what, wanted[what], config.HOST);
    taken.push(door);
    return door;
  };
  try {
    return {
      router: await take('router'),
      decks: await take('decks'),
      teaching: await take('teaching'),
      users: await take('users'),
      auth: await take('auth'),
      analytics: await take('analytics'),
    };
  } catch (error) {
    await closeDoors(taken);
    throw error;
  }
}

async function closeDoors(doors: Door[]): Promise<void> {
  await Promise.all(doors.map((door) => door.close()));
}

/** All addresses is no address to visit; IPv6 needs brackets. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
