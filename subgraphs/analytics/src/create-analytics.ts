import { fileURLToPath } from 'node:url';
import { decodeEvent } from '@ruzlet/contracts/codec';
import { dataWords } from '@ruzlet/contracts/personal-data';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import type { Clock } from '@ruzlet/platform/clock';
import { createSubgraph, readSubgraphSdl, type Subgraph } from '@ruzlet/platform/http/subgraph';
import type { Logger } from '@ruzlet/platform/log';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { createConsumer } from '@ruzlet/platform/outbox/consumer';
import { connectDatabase, migrateDatabase } from '@ruzlet/platform/postgres/database';
import { createSubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { createRelay } from '@ruzlet/platform/outbox/relay';
import { relayMetrics } from '@ruzlet/platform/outbox/relay-metrics';
import { eraseUser } from './services/erase-user.js';
import { exportUser } from './services/export-user.js';
import type { BatchLimits } from './collect/batcher.js';
import { createCollector } from './collect/collector.js';
import { changesCopies, copiesGroup, copiesTopics, keepCopies } from './collect/keep-copies.js';
import { createDeadLetterRecorder } from './collect/record-dead-letters.js';
import type { Context } from './resolvers/context.js';
import { resolvers } from './resolvers/resolvers.js';
import { createScope } from './services/scope.js';
import { keepRawEvents } from './storage/raw-retention.js';
import { createRebuilder } from './storage/rebuilder.js';
import { fillTotals } from './storage/rebuild-totals.js';
import * as tables from './storage/tables.js';

/** Where the committed migrations lie: the same from src/ and from dist/. */
export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));
export const clickhouseMigrationsFolder = fileURLToPath(new URL('../clickhouse', import.meta.url));

export const publicUrlDefault = 'http://localhost:8000';

export interface AnalyticsDeps {
  databaseUrl: string;
  databasePoolMax?: number;
  clickhouse: Pick<ClickHouse, 'writer' | 'reader' | 'ready'>;
  bus: Bus;
  /** Pictures and files; the parts of data exports. */
  objects: ObjectStore;
  clock: Clock;
  verifyToken: VerifyToken;
  logger: Logger;
  /** Where people reach the installation: the ids of exported activity begin with it. */
  publicUrl?: string;
  routerSecret?: string | undefined;
  federatedTraces?: boolean | undefined;
  /** Sizes of inserts. */
  collect?: BatchLimits;
  /** Days after which raw events are dropped; 0, the default, keeps them for ever. */
  rawEventsRetentionDays?: number;
}

/**
 * The analytics subgraph over its database, ClickHouse and drivers. Migrates both. `close` closes what was opened here;
 * ClickHouse and bus belong to the caller.
 */
export async function createAnalytics(deps: AnalyticsDeps): Promise<Subgraph> {
  const { bus, clickhouse, clock, logger } = deps;
  // ClickHouse has no lock for it: replicas that start together take turns by that of the database.
  await migrateDatabase(deps.databaseUrl, migrationsFolder, async () => {
    await migrateClickHouse(clickhouse, clickhouseMigrationsFolder);
    await keepRawEvents(clickhouse.writer, deps.rawEventsRetentionDays ?? 0);
    await fillTotals(clickhouse.writer);
  });
  const database = connectDatabase({
    url: deps.databaseUrl,
    schema: tables,
    applicationName: 'ruzlet-analytics',
    ...(deps.databasePoolMax !== undefined && { poolMax: deps.databasePoolMax }),
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
        ? eraseUser({ db, writer: clickhouse.writer, clock }, request)
        : exportUser({ reader: clickhouse.reader, sql: database.sql, clock, objects: deps.objects }, request),
  });
  const copies = createConsumer({
    bus,
    group: copiesGroup,
    topics: copiesTopics,
    db,
    decode: decodeEvent,
    wants: (event) => changesCopies(event) || desk.wants(event),
    handle: desk.guard(keepCopies),
    arrivals: desk.arrivals,
    logger,
    clock,
  });
  const collector = createCollector({
    bus,
    writer: clickhouse.writer,
    db,
    clock,
    logger,
    ...(deps.collect && { limits: deps.collect }),
  });
  const deadLetters = createDeadLetterRecorder({ bus, db, clock });
  const rebuilder = createRebuilder({ db, writer: clickhouse.writer, clock, logger });
  const installation = { url: (deps.publicUrl ?? publicUrlDefault).replace(/\/+$/, '') };
  const means = { db, rebuilder, reader: clickhouse.reader, bus, clock, arrivals: copies.arrivals, installation };

  return createSubgraph({
    name: 'analytics',
    typeDefs: readSubgraphSdl('analytics'),
    resolvers,
    context: ({ viewer }): Context => ({ scope: createScope(means, viewer) }),
    verifyToken: deps.verifyToken,
    logger,
    routerSecret: deps.routerSecret,
    metrics: relayMetrics(relay),
    federatedTraces: deps.federatedTraces,
    ready: { database: () => database.ready(), clickhouse: () => clickhouse.ready(), bus: () => bus.ready() },
    start: async () => {
      // Whoever puts messages aside must find somebody who records them.
      await deadLetters.start();
      await copies.start();
      await collector.start();
      await relay.start();
      desk.start();
    },
    close: async () => {
      await desk.close();
      await rebuilder.close();
      await collector.close();
      await copies.close();
      await deadLetters.close();
      await relay.close();
      await database.close();
    },
  });
}
