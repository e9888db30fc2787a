import { decodeEvent, encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData, EventType, RuzletEvent } from '@ruzlet/contracts/registry';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { testClock } from '@ruzlet/testkit/clock';
import { graphqlClient, type TestResponse } from '@ruzlet/testkit/graphql';
import { openTestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { createTestTokens } from '@ruzlet/testkit/tokens';
import { waitFor } from '@ruzlet/testkit/wait';
import postgres from 'postgres';
import { createDecks, migrationsFolder } from '../src/create-decks.js';

/** The decks subgraph on a database of its own, with people to ask it and a bus to listen on. */

export interface Person {
  id: string;
  token: string;
}

type Send = (query: string, variables?: object) => Promise<TestResponse>;

export async function openDecksWorld() {
  const database = await createTestDatabase(migrationsFolder);
  const logger = createLogger({ name: 'test', level: 'silent' });
  const bus = createInProcessBus({ logger });
  const clock = testClock('2026-03-02T09:00:00Z');
  const tokens = await createTestTokens({ clock });
  const queries: string[] = [];
  const objects = await openTestObjects(clock);
  const subgraph: Subgraph = await createDecks({
    databaseUrl: database.url,
    databasePoolMax: 4,
    bus,
    objects,
    clock,
    verifyToken: tokens.verifyToken,
    logger,
    onQuery: (query) => queries.push(query),
  });
  const published: RuzletEvent[] = [];
  await bus.subscribe({
    group: 'test',
    topics: ['content.events', 'learning.events'],
    handle: async (batch) => {
      published.push(...batch.map(({ value }) => decodeEvent(value)));
      await Promise.resolve();
    },
  });
  await subgraph.start();
  const client = graphqlClient(subgraph);
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });

  return {
    url: database.url,
    subgraph,
    bus,
    clock,
    sql,
    published,

    async person(): Promise<Person> {
      const id = newId();
      return { id, token: await tokens.tokenFor({ userId: id }) };
    },

    /** The same person with a token of now: tokens last an hour, and the clock may have moved on by days. */
    async signIn(person: Pick<Person, 'id'>, timeZone = 'UTC'): Promise<Person> {
      return { id: person.id, token: await tokens.tokenFor({ userId: person.id, timeZone }) };
    },

    /** Sends operations as this person; null is anonymous. */
    as:
      (person: Person | null): Send =>
      (query, variables) =>
        client(query, variables, person?.token),

    /** Queries to the database while `work` runs. */
    async countQueries(work: () => Promise<unknown>): Promise<number> {
      const before = queries.length;
      await work();
      return queries.length - before;
    },

    /** The statements that were sent while something was done, whoever sent them. */
    async statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
      const before = queries.length;
      await work();
      return queries.slice(before);
    },

    /** Puts events of another subgraph on the bus, and waits until this one has taken them. */
    async publish<T extends EventType>(
      type: T,
      source: '/auth' | '/users' | '/teaching',
      data: EventData<T>,
    ): Promise<void> {
      const event = makeEvent(type, { source, subject: newId(), time: clock.now(), data });
      const { topic, key, value } = encodeEvent(event);
      await bus.publish([{ topic, key, value }]);
    },

    /** Waits for a published event of a type that fits. */
    async event<T extends EventType>(
      type: T,
      fits: (event: Extract<RuzletEvent, { type: T }>) => boolean = () => true,
    ): Promise<Extract<RuzletEvent, { type: T }>> {
      const isWanted = (event: RuzletEvent): event is Extract<RuzletEvent, { type: T }> => event.type === type;
      return waitFor(() => Promise.resolve(published.filter(isWanted).find(fits)), { what: type });
    },

    async close(): Promise<void> {
      await subgraph.close();
      await bus.close();
      await objects.close();
      await sql.end();
      await database.drop();
    },
  };
}

export type DecksWorld = Awaited<ReturnType<typeof openDecksWorld>>;

/** Creates a deck with cards; `cards` are pairs of term and definition. */
export async function makeDeck(
  world: DecksWorld,
  owner: Person,
  deck: { title?: string; visibility?: string; tags?: string[]; description?: string } = {},
  cards: readonly (readonly [string, string])[] = [],
): Promise<{ id: string; cardIds: string[] }> {
  const send = world.as(owner);
  const created = await send(`mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id } } }`, {
    input: { title: 'A deck', ...deck },
  });
  const id: string = created.data.createDeck.deck.id;
  if (cards.length === 0) return { id, cardIds: [] };
  const added = await send(`mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`, {
    input: { deckId: id, cards: cards.map(([term, definition]) => ({ term, definition })) },
  });
  return { id, cardIds: added.data.addCards.cards.map((card: { id: string }) => card.id) };
}
