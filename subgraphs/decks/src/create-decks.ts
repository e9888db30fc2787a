import { fileURLToPath } from 'node:url';
import { decodeEvent } from '@ruzlet/contracts/codec';
import { dataWords } from '@ruzlet/contracts/personal-data';
import { on } from '@ruzlet/contracts/dispatch';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { Clock } from '@ruzlet/platform/clock';
import type { ScopeRules } from '@ruzlet/platform/http/scopes';
import { createSubgraph, readSubgraphSdl, type RequestInfo, type Subgraph } from '@ruzlet/platform/http/subgraph';
import type { Logger } from '@ruzlet/platform/log';
import { createLiveFeed } from '@ruzlet/platform/live/live-feed';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { apart, together } from '@ruzlet/platform/reads/gather';
import { createConsumer } from '@ruzlet/platform/outbox/consumer';
import { createRelay } from '@ruzlet/platform/outbox/relay';
import { relayMetrics } from '@ruzlet/platform/outbox/relay-metrics';
import { connectDatabase, migrateDatabase } from '@ruzlet/platform/postgres/database';
import { createSubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { eraseUser } from './services/erase-user.js';
import { exportUser } from './services/export-user.js';
import { createWeightFitter } from './fitting/weight-fitter.js';
import { startPurging } from './purging.js';
import type { Context } from './resolvers/context.js';
import { resolvers } from './resolvers/resolvers.js';
import { copyHandlers, isCopied } from './services/copies.js';
import { channelsOf } from './services/live-channels.js';
import type { DecksDb } from './storage/database.js';
import { createLoaders } from './storage/loaders.js';
import { createReads } from './storage/reads.js';
import { createStudyLoaders } from './storage/study-loaders.js';
import * as tables from './storage/tables.js';

/** Where the committed migrations lie: the same from src/ and from dist/. */
export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

export interface DecksDeps {
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

const studyScopes = ['study', 'write'];

/** What may be done with a token that may study and change nothing else. */
const scopes: ScopeRules = {
  mutations: {
    reviewCard: studyScopes,
    reviewCards: studyScopes,
    undoReview: studyScopes,
    suspendCards: studyScopes,
    buryCards: studyScopes,
    createTest: studyScopes,
    submitTest: studyScopes,
    saveTestAnswers: studyScopes,
    startLearn: studyScopes,
    answerLearn: studyScopes,
    overrideLearnAnswer: studyScopes,
    startMatch: studyScopes,
    finishMatch: studyScopes,
    optimizeScheduler: studyScopes,
  },
};

/** The decks subgraph over its database and drivers. Migrates first. */
export async function createDecks(deps: DecksDeps): Promise<Subgraph> {
  const { bus, clock, logger } = deps;
  await migrateDatabase(deps.databaseUrl, migrationsFolder);
  const database = connectDatabase({
    url: deps.databaseUrl,
    schema: tables,
    applicationName: 'ruzlet-decks',
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
    group: 'decks',
    topics: ['user.events', 'course.events'],
    db,
    decode: decodeEvent,
    wants: (event) => isCopied(event) || desk.wants(event),
    handle: desk.guard(on<DecksDb>(copyHandlers)),
    arrivals: desk.arrivals,
    logger,
    clock,
  });
  const { arrivals } = consumer;
  const live = createLiveFeed({
    bus,
    topics: ['content.events', 'learning.events'],
    decode: decodeEvent,
    channelsOf,
    logger,
  });
  const reads = createReads({ db, clock, gather: apart });
  const readsTogether = createReads({ db, clock, gather: together });
  const fitter = createWeightFitter();
  let stopPurging: (() => Promise<void>) | undefined;

  const context = ({ viewer, requestId, signal, live: ofStream }: RequestInfo): Context => {
    const ofRequest = { reads: ofStream ? readsTogether : reads, viewer, clock };
    const loaders = createLoaders({ ...ofRequest, viewerId: viewer?.userId ?? null, arrivals });
    const study = createStudyLoaders(ofRequest);
    return { viewer, requestId, db, clock, loaders, study, live, signal, fitter };
  };

  return createSubgraph({
    name: 'decks',
    typeDefs: readSubgraphSdl('decks'),
    resolvers,
    context,
    verifyToken: deps.verifyToken,
    scopes,
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
      stopPurging = startPurging({ db, clock, logger });
    },
    close: async () => {
      fitter.close();
      await stopPurging?.();
      await live.close();
      await desk.close();
      await consumer.close();
      await relay.close();
      await database.close();
    },
  });
}
