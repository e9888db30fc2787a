import { fileURLToPath } from 'node:url';
import type { JWTVerifyGetKey } from 'jose';
import { decodeEvent } from '@ruzlet/contracts/codec';
import { dataWords } from '@ruzlet/contracts/personal-data';
import { authorityPaths } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import type { Clock } from '@ruzlet/platform/clock';
import { sendJson } from '@ruzlet/platform/http/body';
import { createSubgraph, readSubgraphSdl, type Subgraph } from '@ruzlet/platform/http/subgraph';
import type { Logger } from '@ruzlet/platform/log';
import type { Mailer } from '@ruzlet/platform/mail/mail';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { createConsumer } from '@ruzlet/platform/outbox/consumer';
import { createRelay } from '@ruzlet/platform/outbox/relay';
import { relayMetrics } from '@ruzlet/platform/outbox/relay-metrics';
import { connectDatabase, migrateDatabase } from '@ruzlet/platform/postgres/database';
import { createSubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { authDefaults } from './config.js';
import { authorityRoutes } from './authority-routes.js';
import { identityPaths } from './domain/identity-providers.js';
import { createIdentityProviders, type ProviderSettings } from './identity/providers.js';
import { identityRoutes } from './identity-routes.js';
import { createKeeper } from './keys/keeper.js';
import { createKeyRing } from './keys/key-ring.js';
import { createSecretBox } from './keys/secret-box.js';
import type { Context } from './resolvers/context.js';
import { resolvers } from './resolvers/resolvers.js';
import { authLimits, type AuthLimits } from './services/auth-limits.js';
import type { AuthServices, TokenSettings } from './services/auth-services.js';
import { createCoordinator } from './services/coordinator.js';
import { exportUser } from './services/export-user.js';
import { isOfData, receiveDataEvent } from './services/receive-data-events.js';
import { copyProfile, isOfProfile } from './services/copy-profile.js';
import { createAuthority } from './services/authority.js';
import { ensureAdministrator, type AdministratorSettings } from './services/ensure-administrator.js';
import { createPostman } from './services/postman.js';
import { createPasswordHasher, type Argon2Parameters } from './services/password-hasher.js';
import { createAccountReader } from './services/read-accounts.js';
import * as tables from './storage/tables.js';

/** Where the committed migrations lie: the same from src/ and from dist/. */
export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

/** How long others may keep the key set (seconds): far less than a key is published before it signs. */
const jwksMaxAgeSeconds = 300;

export interface AuthDeps {
  databaseUrl: string;
  databasePoolMax?: number;
  bus: Bus;
  /** Pictures and files; the parts of data exports. */
  objects: ObjectStore;
  rateLimiter: RateLimiter;
  /** Without it no mail is sent: addresses stay unverified, and forgotten passwords are for an administrator. */
  mailer?: Mailer | undefined;
  /** Where people reach the installation, for the links in mails. */
  publicUrl?: string;
  clock: Clock;
  logger: Logger;
  /** Seals signing keys and TOTP secrets; at least 32 characters. */
  keyEncryptionSecret: string;
  routerSecret?: string | undefined;
  federatedTraces?: boolean | undefined;
  tokens?: Partial<TokenSettings>;
  argon2?: Argon2Parameters;
  limits?: AuthLimits;
  /** How long a signing key signs (milliseconds). */
  keyRotationMs?: number;
  /** The domain that passkeys are bound to, that of `publicUrl` by default; and the name that browsers show with it. */
  relyingParty?: { id?: string | undefined; name?: string };
  /** Origins of web clients, besides that of `publicUrl`: see domain/client-origins. */
  clientOrigins?: readonly string[];
  /** OpenID Connect providers that one can sign in with. */
  identityProviders?: readonly ProviderSettings[];
  /** Made an administrator at start (with a password) or at registration (without), while there is none. */
  administrator?: { email: string; username?: string; password?: string | undefined } | undefined;
}

export interface AuthSubgraph extends Subgraph {
  /** The published keys, for verifiers in the same process. */
  jwks: JWTVerifyGetKey;
}

/** The auth subgraph over its database and drivers. Migrates, and makes the first signing key when there is none. */
export async function createAuth(deps: AuthDeps): Promise<AuthSubgraph> {
  const { bus, clock, logger, rateLimiter } = deps;
  await migrateDatabase(deps.databaseUrl, migrationsFolder);
  const database = connectDatabase({
    url: deps.databaseUrl,
    schema: tables,
    applicationName: 'ruzlet-auth',
    ...(deps.databasePoolMax !== undefined && { poolMax: deps.databasePoolMax }),
  });
  const { db } = database;
  const tokens: TokenSettings = { issuer: 'ruzlet', audience: 'ruzlet', ...authDefaults.tokens, ...deps.tokens };

  const keyBox = createSecretBox(deps.keyEncryptionSecret, 'signing-key');
  const keyRing = createKeyRing({ db, box: keyBox, clock });
  const keeper = createKeeper({
    db,
    box: keyBox,
    keyRing,
    clock,
    logger,
    rotationMs: deps.keyRotationMs ?? authDefaults.keyRotationMs,
    tokenLifeMs: tokens.accessTokenLifeMs,
  });
  const publicUrl = (deps.publicUrl ?? authDefaults.publicUrl).replace(/\/+$/, '');
  const postman =
    deps.mailer === undefined ? null : createPostman({ db, clock, mailer: deps.mailer, publicUrl, logger });
  if (!postman)
    logger.warn('no mail server is set (SMTP_URL): addresses cannot be verified, nor passwords reset by mail');
  const erasureBox = createSecretBox(deps.keyEncryptionSecret, 'erasure');
  const coordinator = createCoordinator({
    db,
    clock,
    objects: deps.objects,
    mailer: deps.mailer ?? null,
    publicUrl: deps.publicUrl ?? authDefaults.publicUrl,
    erasureBox,
    tokenLifeMs: tokens.accessTokenLifeMs,
    logger,
  });
  const services: AuthServices = {
    db,
    clock,
    rateLimiter,
    limits: deps.limits ?? authLimits,
    hasher: await createPasswordHasher(deps.argon2 ?? authDefaults.argon2),
    keyRing,
    totpBox: createSecretBox(deps.keyEncryptionSecret, 'totp-secret'),
    oidcBox: createSecretBox(deps.keyEncryptionSecret, 'oidc-request'),
    publicUrl,
    clientOrigins: [new URL(publicUrl).origin, ...(deps.clientOrigins ?? [])],
    relyingParty: {
      id: deps.relyingParty?.id ?? new URL(publicUrl).hostname,
      name: deps.relyingParty?.name ?? authDefaults.relyingPartyName,
    },
    identityProviders: createIdentityProviders(
      deps.identityProviders ?? [],
      (id) => `${publicUrl}${identityPaths(id).callback}`,
    ),
    erasureBox,
    objects: deps.objects,
    sql: database.sql,
    coordinator,
    tokens,
    adminEmail: deps.administrator?.email ?? null,
    postman,
    device: { userAgent: null, ipAddress: null },
  };
  try {
    await keeper.round();
    const administrator = administratorOf(deps);
    if (administrator) await ensureAdministrator(services, administrator, logger);
  } catch (error) {
    await database.close();
    throw error;
  }

  const authority = createAuthority(services);
  const relay = createRelay({ sql: database.sql, bus, logger });
  const desk = createSubjectDesk({
    db,
    clock,
    logger,
    words: dataWords,
    // What auth itself has of a deleted account goes with the account.
    work: (request) => exportUser(services, request),
  });
  const consumer = createConsumer({
    bus,
    group: 'auth',
    topics: ['user.events'],
    db,
    decode: decodeEvent,
    wants: (event) => isOfProfile(event) || isOfData(event),
    handle: async (tx, event) => {
      await copyProfile(tx, event);
      await receiveDataEvent(tx, event, { desk, now: clock.now() });
    },
    arrivals: {
      ...desk.arrivals,
      notify: () => {
        desk.arrivals.notify();
        coordinator.wake();
      },
    },
    logger,
    clock,
  });

  const subgraph = createSubgraph({
    name: 'auth',
    typeDefs: readSubgraphSdl('auth'),
    resolvers,
    context: ({ viewer, userAgent, ipAddress }): Context => ({
      viewer,
      device: { userAgent, ipAddress },
      services: { ...services, device: { userAgent, ipAddress } },
      accounts: createAccountReader(services),
    }),
    verifyToken: createTokenVerifier({ ...authority, issuer: tokens.issuer, audience: tokens.audience, clock }),
    // No API key has it: one that is stolen tells nothing of the account, and makes no other key.
    scopes: { query: ['account'], mutation: ['account'] },
    logger,
    routerSecret: deps.routerSecret,
    federatedTraces: deps.federatedTraces,
    routes: {
      [authorityPaths.jwks]: (_request, response) => {
        response.setHeader('cache-control', `public, max-age=${String(jwksMaxAgeSeconds)}`);
        sendJson(response, 200, keyRing.jwks());
      },
      ...authorityRoutes(authority, logger),
      ...identityRoutes(services, { publicUrl, routerSecret: deps.routerSecret, logger }),
    },
    metrics: relayMetrics(relay),
    ready: { database: () => database.ready(), bus: () => bus.ready() },
    start: async () => {
      await consumer.start();
      await relay.start();
      keeper.start();
      postman?.start();
      desk.start();
      coordinator.start();
    },
    close: async () => {
      await keeper.close();
      await coordinator.close();
      await desk.close();
      await postman?.close();
      await consumer.close();
      await relay.close();
      await database.close();
    },
  });
  return { ...subgraph, jwks: keyRing.getKey };
}

function administratorOf({ administrator }: AuthDeps): AdministratorSettings | undefined {
  if (administrator?.password === undefined) return undefined;
  return {
    email: administrator.email,
    username: administrator.username ?? 'administrator',
    password: administrator.password,
  };
}
