import { decodeEvent } from '@ruzlet/contracts/codec';
import type { EventOf, EventType, RuzletEvent } from '@ruzlet/contracts/registry';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import type { Bus } from '@ruzlet/platform/bus/bus';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import { createLogger } from '@ruzlet/platform/log';
import type { MailMessage } from '@ruzlet/platform/mail/mail';
import { testClock, type TestClock } from '@ruzlet/testkit/clock';
import { graphqlClient, type TestResponse } from '@ruzlet/testkit/graphql';
import { openTestObjects, type TestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { waitFor } from '@ruzlet/testkit/wait';
import postgres from 'postgres';
import { createAuth, migrationsFolder, type AuthDeps, type AuthSubgraph } from '../src/create-auth.js';

/** Cheap, so that tests are quick; what argon2 does with real parameters is not ours to test. */
const cheapArgon2 = { memoryKib: 64, iterations: 1, parallelism: 1 };
export const testSecret = 'a secret for tests that is long enough';
export const goodPassword = 'heron under the bridge';

export interface AuthFixture {
  auth: AuthSubgraph;
  clock: TestClock;
  bus: Bus;
  databaseUrl: string;
  sql: postgres.Sql;
  objects: TestObjects;
  send: (query: string, variables?: object, token?: string) => Promise<TestResponse>;
  /** Waits for an event of a type that the bus carried. */
  event<T extends EventType>(type: T, matches?: (event: EventOf<T>) => boolean): Promise<EventOf<T>>;
  /** All that the bus has carried so far. */
  events: RuzletEvent[];
  /** The newest mail to an address, as soon as there are `count`; its token is the text's last word of 43 characters. */
  mailTo(address: string, count?: number): Promise<MailMessage & { token: string }>;
  mails: MailMessage[];
  /** A second replica over the same database. */
  replica(overrides?: Partial<AuthDeps>): Promise<AuthSubgraph>;
  close(): Promise<void>;
}

export async function authFixture(overrides: Partial<AuthDeps> = {}): Promise<AuthFixture> {
  const database = await createTestDatabase(migrationsFolder);
  const logger = createLogger({ name: 'auth-test', level: 'silent' });
  const clock = testClock();
  const bus = createInProcessBus({ logger });
  const events: RuzletEvent[] = [];
  await bus.subscribe({
    group: 'test',
    topics: ['user.events'],
    handle: (batch) => {
      events.push(...batch.map((message) => decodeEvent(message.value)));
      return Promise.resolve();
    },
  });
  const mails: MailMessage[] = [];
  const objects = await openTestObjects(clock);
  const deps: AuthDeps = {
    mailer: {
      send: (message) => {
        mails.push(message);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    },
    databaseUrl: database.url,
    bus,
    objects,
    rateLimiter: createMemoryRateLimiter({ clock }),
    clock,
    logger,
    keyEncryptionSecret: testSecret,
    argon2: cheapArgon2,
    ...overrides,
  };
  const auth = await createAuth(deps);
  await auth.start();
  const replicas: AuthSubgraph[] = [];
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });

  return {
    auth,
    clock,
    bus,
    databaseUrl: database.url,
    sql,
    objects,
    send: graphqlClient(auth),
    events,
    mails,
    mailTo: (address, count = 1) =>
      waitFor(
        () => {
          const sent = mails.filter(({ to }) => to === address);
          const newest = sent.at(-1);
          const token = newest && /^[\w-]{43}$/m.exec(newest.text)?.[0];
          return Promise.resolve(newest && token !== undefined && sent.length >= count && { ...newest, token });
        },
        { what: `mail ${String(count)} to ${address}` },
      ),
    event: <T extends EventType>(type: T, matches: (event: EventOf<T>) => boolean = () => true) =>
      waitFor(
        () =>
          events.find(
            (event): event is EventOf<T> & RuzletEvent => event.type === type && matches(event as EventOf<T>),
          ),
        { what: type },
      ),
    async replica(more = {}) {
      const replica = await createAuth({ ...deps, ...more });
      replicas.push(replica);
      return replica;
    },
    async close() {
      await Promise.all(replicas.map((replica) => replica.close()));
      await auth.close();
      await bus.close();
      await objects.close();
      await sql.end();
      await database.drop();
    },
  };
}

export const registerMutation = /* GraphQL */ `
  mutation ($input: RegisterInput!) {
    register(input: $input) {
      accessToken
      expiresAt
      refreshToken
      user {
        id
        account {
          id
          email
          emailVerified
          username
          roles
          sessions {
            id
            current
          }
          mfa {
            enabled
          }
        }
      }
    }
  }
`;

export const loginMutation = /* GraphQL */ `
  mutation ($input: LoginInput!) {
    login(input: $input) {
      __typename
      ... on AuthPayload {
        accessToken
        refreshToken
        user {
          id
        }
      }
      ... on MfaChallenge {
        challengeId
        methods
        expiresAt
      }
    }
  }
`;

export const refreshMutation = /* GraphQL */ `
  mutation ($token: String!) {
    refreshSession(refreshToken: $token) {
      accessToken
      refreshToken
      user {
        id
      }
    }
  }
`;

let people = 0;

/** Somebody who has not registered yet. */
export function somebody(): { email: string; username: string; password: string; displayName: string } {
  people += 1;
  const username = `person-${String.fromCharCode(97 + (people % 26))}${String(people * 7 + 20)}`;
  return { email: `${username}@example.com`, username, password: goodPassword, displayName: 'Somebody' };
}

export interface SignedUp {
  id: string;
  token: string;
  refreshToken: string;
  person: ReturnType<typeof somebody>;
}

/** Registers somebody and gives their first session. */
export async function signUp(fixture: Pick<AuthFixture, 'send'>, person = somebody()): Promise<SignedUp> {
  const { data, errors } = await fixture.send(registerMutation, { input: person });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { accessToken, refreshToken, user } = data.register;
  return { id: user.id, token: accessToken, refreshToken, person };
}

/** The bytes of a TOTP secret as an app would read it. */
export function secretBytes(base32: string): Buffer {
  const bits = Array.from(base32, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
