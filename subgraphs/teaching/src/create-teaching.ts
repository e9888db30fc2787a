import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { decodeEvent } from '@ruzlet/contracts/codec';
import { dataWords } from '@ruzlet/contracts/personal-data';
import { on } from '@ruzlet/contracts/dispatch';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import type { Clock } from '@ruzlet/platform/clock';
import { createSubgraph, readSubgraphSdl, type Subgraph } from '@ruzlet/platform/http/subgraph';
import type { Logger } from '@ruzlet/platform/log';
import { apart, together } from '@ruzlet/platform/reads/gather';
import { createLiveFeed } from '@ruzlet/platform/live/live-feed';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { createConsumer } from '@ruzlet/platform/outbox/consumer';
import { createRelay } from '@ruzlet/platform/outbox/relay';
import { relayMetrics } from '@ruzlet/platform/outbox/relay-metrics';
import { connectDatabase, migrateDatabase } from '@ruzlet/platform/postgres/database';
import { createSubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { eraseUser } from './services/erase-user.js';
import { exportUser } from './services/export-user.js';
import type { RandomBytes } from './domain/join-code.js';
import type { Context } from './resolvers/context.js';
import { resolvers } from './resolvers/index.js';
import { createPatientReads } from './services/await-arrival.js';
import { copyHandlers, isCopied } from './services/copies.js';
import { followReviews, isFollowed, isReview, learningHandlers } from './services/follow-learning.js';
import { channelsOf } from './services/live-channels.js';
import { createLoaders } from './storage/loaders.js';
import { createReads } from './storage/reads.js';
import * as tables from './storage/tables.js';
import type { TeachingDb } from './storage/teaching-db.js';

/** Where the committed migrations lie: the same from src/ and from dist/. */
export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

export interface TeachingDeps {
  databaseUrl: string;
  databasePoolMax?: number;
  bus: Bus;
  /** Pictures and files; the parts of data exports. */
  objects: ObjectStore;
  rateLimiter: RateLimiter;
  clock: Clock;
  verifyToken: VerifyToken;
  logger: Logger;
  routerSecret?: string | undefined;
  federatedTraces?: boolean | undefined;
  /** The source of join codes; the system's by default. */
  random?: RandomBytes;
  /** Told the text of each query, for tests that count them. */
  onQuery?: (query: string) => void;
}

/** The teaching subgraph over its database and drivers. Migrates first. */
export async function createTeaching(deps: TeachingDeps): Promise<Subgraph> {
  const { bus, clock, logger, rateLimiter, random = randomBytes } = deps;
  await migrateDatabase(deps.databaseUrl, migrationsFolder);
  const database = connectDatabase({
    url: deps.databaseUrl,
    schema: tables,
    applicationName: 'ruzlet-teaching',
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
        ? eraseUser({ sql: database.sql, clock }, request)
        : exportUser({ sql: database.sql, clock, objects: deps.objects }, request),
  });
  const consumer = createConsumer({
    bus,
    group: 'teaching',
    topics: ['content.events', 'user.events', 'learning.events'],
    db,
    decode: decodeEvent,
    wants: (event) => isCopied(event) || isFollowed(event) || desk.wants(event),
    handle: desk.guard(on<TeachingDb>({ ...copyHandlers, ...learningHandlers(clock) })),
    together: { takes: isReview, handle: desk.guardAll(followReviews(clock)) },
    arrivals: desk.arrivals,
    logger,
    clock,
  });
  const live = createLiveFeed({ bus, topics: ['course.events'], decode: decodeEvent, channelsOf, logger });
  const reads = createReads(db, apart);
  const readsTogether = createReads(db, together);
  const arrivals = createPatientReads({ db, clock, bell: consumer.arrivals });

  return createSubgraph({
    name: 'teaching',
    typeDefs: readSubgraphSdl('teaching'),
    resolvers,
    context: ({ viewer, signal, live: ofStream }): Context => ({
      viewer,
      db,
      clock,
      random,
      rateLimiter,
      arrivals,
      live,
      signal,
      loaders: createLoaders(ofStream ? readsTogether : reads, viewer?.userId ?? null),
    }),
    verifyToken: deps.verifyToken,
    scopes: {
      mutations: {
        completeLesson: ['study', 'write'],
        submitAssignment: ['study', 'write'],
        saveSubmissionDraft: ['study', 'write'],
      },
    },
    logger,
    routerSecret: deps.routerSecret,
    federatedTraces: deps.federatedTraces,
    metrics: relayMetrics(relay),
    ready: { database: () => database.ready(), bus: () => bus.ready() },
    start: async () => {
      await live.start();
      await consumer.start();
      await relay.start();
      desk.start();
    },
    close: async () => {
      await live.close();
      await desk.close();
      await consumer.close();
      await relay.close();
      await database.close();
    },
  });
}
