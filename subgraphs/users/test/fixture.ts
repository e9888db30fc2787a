import { decodeEvent, encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import type { Bus } from '@ruzlet/platform/bus/bus';
import { systemClock, type Clock } from '@ruzlet/platform/clock';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import type { Db } from '@ruzlet/platform/postgres/database';
import { graphqlClient, type TestResponse } from '@ruzlet/testkit/graphql';
import { openTestObjects, type TestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { createTestTokens, type TestTokens } from '@ruzlet/testkit/tokens';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createUsers, migrationsFolder } from '../src/create-users.js';

interface Person {
  id: string;
  username: string;
  displayName: string;
  token: string;
}

export interface UsersFixture {
  users: Subgraph;
  bus: Bus;
  tokens: TestTokens;
  sql: postgres.Sql;
  db: Db;
  objects: TestObjects;
  send: (query: string, variables?: object, token?: string) => Promise<TestResponse>;
  /** The statements that were sent to the database. */
  queries: string[];
  /** Users' own events, as the bus carried them. */
  events: RuzletEvent[];
  /** Somebody of whom auth knows and users do not yet. */
  stranger(names?: { username?: string; displayName?: string }, at?: Date): Promise<Person>;
  /** What auth publishes of a registration. */
  announce(person: Person, at?: Date): Promise<void>;
  /** What auth publishes when somebody takes another name. */
  rename(person: Person, username: string, at: Date): Promise<void>;
  /** Somebody whose registration has arrived. */
  person(names?: { username?: string; displayName?: string }): Promise<Person>;
  close(): Promise<void>;
}

let people = 0;

export async function usersFixture(clock: Clock = systemClock): Promise<UsersFixture> {
  const database = await createTestDatabase(migrationsFolder);
  const logger = createLogger({ name: 'users-test', level: 'silent' });
  const bus = createInProcessBus({ logger });
  const events: RuzletEvent[] = [];
  await bus.subscribe({
    group: 'test',
    topics: ['user.events'],
    handle: (batch) => {
      // Some tests publish what is no event.
      const readable = batch.filter((message) => message.value.startsWith('{'));
      events.push(
        ...readable.map((message) => decodeEvent(message.value)).filter((event) => event.source === '/users'),
      );
      return Promise.resolve();
    },
  });
  const tokens = await createTestTokens({ clock });
  const queries: string[] = [];
  const objects = await openTestObjects(clock);
  const users = await createUsers({
    databaseUrl: database.url,
    bus,
    objects,
    clock,
    verifyToken: tokens.verifyToken,
    logger,
    onQuery: (query) => queries.push(query),
  });
  await users.start();
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });

  const stranger: UsersFixture['stranger'] = async (names = {}, at = clock.now()) => {
    people += 1;
    const id = newId(at);
    const username = names.username ?? `person${String(people)}`;
    const displayName = names.displayName ?? `Person ${String(people)}`;
    return { id, username, displayName, token: await tokens.tokenFor({ userId: id, username, displayName }) };
  };
  const announce: UsersFixture['announce'] = async ({ id: userId, username, displayName }, at = clock.now()) => {
    const event = makeEvent('ruzlet.user.registered.v1', {
      source: '/auth',
      subject: userId,
      time: at,
      data: {
        userId,
        username,
        displayName,
        locale: 'en',
        timeZone: 'UTC',
        roles: ['LEARNER'],
        registeredAt: at.toISOString(),
      },
    });
    const { topic, key, value } = encodeEvent(event);
    // Resolves when every consumer has committed.
    await bus.publish([{ topic, key, value }]);
  };

  return {
    users,
    bus,
    tokens,
    sql,
    db: drizzle(sql),
    objects,
    send: graphqlClient(users),
    queries,
    events,
    stranger,
    announce,
    async rename({ id: userId, username: previousUsername }, username, at) {
      const data = { userId, username, previousUsername };
      const event = makeEvent('ruzlet.user.username.changed.v1', { source: '/auth', subject: userId, time: at, data });
      const { topic, key, value } = encodeEvent(event);
      await bus.publish([{ topic, key, value }]);
    },
    async person(names) {
      const somebody = await stranger(names);
      await announce(somebody);
      return somebody;
    },
    async close() {
      await users.close();
      await bus.close();
      await objects.close();
      await sql.end();
      await database.drop();
    },
  };
}
