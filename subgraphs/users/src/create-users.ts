import { fileURLToPath } from 'node:url';
import { decodeEvent } from '@ruzlet/contracts/codec';
import { dataWords } from '@ruzlet/contracts/personal-data';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { Clock } from '@ruzlet/platform/clock';
import { createSubgraph, readSubgraphSdl, type Subgraph } from '@ruzlet/platform/http/subgraph';
import type { Logger } from '@ruzlet/platform/log';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { createConsumer } from '@ruzlet/platform/outbox/consumer';
import { createRelay } from '@ruzlet/platform/outbox/relay';
import { relayMetrics } from '@ruzlet/platform/outbox/relay-metrics';
import { connectDatabase, migrateDatabase } from '@ruzlet/platform/postgres/database';
import { together } from '@ruzlet/platform/reads/gather';
import { idKey, rows } from '@ruzlet/platform/reads/shapes';
import { createSubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { eraseUser } from './services/erase-user.js';
import { exportUser } from './services/export-user.js';
import type { Context } from './resolvers/context.js';
import { resolvers } from './resolvers/resolvers.js';
import { createProfileReader } from './services/read-profiles.js';
import { isOfAccount, receiveAccountEvent } from './services/receive-account-events.js';
import type { UserServices } from './services/user-services.js';
import { findProfilesByIds } from './storage/profiles.js';
import * as tables from './storage/tables.js';
import { startSweeping } from './sweeping.js';

/** Where the committed migrations lie: the same from src/ and from dist/. */
export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

export interface UsersDeps {
  databaseUrl: string;
  databasePoolMax?: number;
  bus: Bus;
  /** Pictures and files; the parts of data exports. */
  objects: ObjectStore;
  clock: Clock;
  verifyToken: VerifyToken;
  logger: Logger;
  routerSecret?: string | undefined;
  federatedTraces?: boolean | undefined;
  /** Told the text of each query, for tests that count them. */
  onQuery?: (query: string) => void;
}

/** The users subgraph over its database and drivers. Migrates first. */
export async function createUsers(deps: UsersDeps): Promise<Subgraph> {
  const { bus, clock, logger } = deps;
  await migrateDatabase(deps.databaseUrl, migrationsFolder);
  const database = connectDatabase({
    url: deps.databaseUrl,
    schema: tables,
    applicationName: 'ruzlet-users',
    ...(deps.databasePoolMax !== undefined && { poolMax: deps.databasePoolMax }),
    ...(deps.onQuery && { onQuery: deps.onQuery }),
  });
  const { db } = database;
  const relay = createRelay({ sql: database.sql, bus, logger });
  const desk = createSubjectDesk({
    db,
    clock,
    logger,
    words: dataWords,
    work: (request) =>
      request.kind === 'ERASURE'
        ? eraseUser({ db, clock, objects: deps.objects, sql: database.sql }, request)
        : exportUser({ db, clock, objects: deps.objects, sql: database.sql }, request),
  });
  const consumer = createConsumer({
    bus,
    group: 'users',
    topics: ['user.events'],
    db,
    decode: decodeEvent,
    wants: (event) => isOfAccount(event) || desk.wants(event),
    handle: desk.guard(receiveAccountEvent),
    arrivals: desk.arrivals,
    logger,
    clock,
  });
  // Read together also by queries: of whom watchers of one event selected, the router asks in one moment, for each watcher by itself.
  const profiles = together(
    rows((ids) => findProfilesByIds(db, ids)),
    idKey,
  );
  const services: UserServices = { db, profiles, clock, objects: deps.objects, arrivals: consumer.arrivals };

  let stopSweeping: (() => Promise<void>) | undefined;

  return createSubgraph({
    name: 'users',
    typeDefs: readSubgraphSdl('users'),
    resolvers,
    context: ({ viewer }): Context => ({ viewer, services, profiles: createProfileReader(services, viewer) }),
    verifyToken: deps.verifyToken,
    logger,
    routerSecret: deps.routerSecret,
    federatedTraces: deps.federatedTraces,
    metrics: relayMetrics(relay),
    ready: { database: () => database.ready(), bus: () => bus.ready() },
    start: async () => {
      await consumer.start();
      await relay.start();
      desk.start();
      stopSweeping = startSweeping(services, logger);
    },
    close: async () => {
      await stopSweeping?.();
      await desk.close();
      await consumer.close();
      await relay.close();
      await database.close();
    },
  });
}
