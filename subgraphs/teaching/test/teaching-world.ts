import { decodeEvent, encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import type { EventData, RuzletEvent } from '@ruzlet/contracts/registry';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import type { GraphqlResponse } from '@ruzlet/platform/http/graphql-executor';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { testClock } from '@ruzlet/testkit/clock';
import { graphqlClient, type TestResponse } from '@ruzlet/testkit/graphql';
import { openTestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase } from '@ruzlet/testkit/postgres';
import { createTestTokens } from '@ruzlet/testkit/tokens';
import { waitFor } from '@ruzlet/testkit/wait';
import postgres from 'postgres';
import { createTeaching, migrationsFolder } from '../src/create-teaching.js';

/** The teaching subgraph as it runs on one machine, with a bus that the test listens to and speaks on. */
export async function createTeachingWorld() {
  const logger = createLogger({ name: 'teaching-test', level: 'silent' });
  const database = await createTestDatabase(migrationsFolder);
  const clock = testClock('2026-03-01T10:00:00Z');
  const tokens = await createTestTokens({ clock });
  const bus = createInProcessBus({ logger });
  const rateLimiter = createMemoryRateLimiter({ clock });
  const queries: string[] = [];
  const objects = await openTestObjects(clock);
  const teaching = await createTeaching({
    databaseUrl: database.url,
    bus,
    objects,
    rateLimiter,
    clock,
    verifyToken: tokens.verifyToken,
    logger,
    onQuery: (query) => queries.push(query),
  });

  const heard: RuzletEvent[] = [];
  await bus.subscribe({
    group: 'test',
    topics: ['course.events'],
    handle: (batch) => {
      heard.push(...batch.map((message) => decodeEvent(message.value)));
      return Promise.resolve();
    },
  });
  await teaching.start();
  const sql = postgres(database.url, { max: 1 });
  const send = graphqlClient(teaching);

  type Ask = (query: string, variables?: object) => Promise<TestResponse>;
  /** Opens a subscription; throws when it is refused. */
  type Watch = (
    query: string,
    variables: Record<string, unknown>,
    signal: AbortSignal,
  ) => Promise<AsyncGenerator<GraphqlResponse, void>>;
  const anonymous: Ask = (query, variables) => send(query, variables);

  /** Somebody with a token; known to teaching when `registered`. */
  async function person(options: { registered?: boolean } = {}) {
    const userId = newId(clock.now());
    if (options.registered !== false) await register(userId);
    // Always a fresh token: tests turn the clock by days.
    const ask: Ask = async (query, variables) => send(query, variables, await tokens.tokenFor({ userId }));
    const watch: Watch = async (query, variables, signal) => {
      const authorization = `Bearer ${await tokens.tokenFor({ userId })}`;
      const start = await teaching.subscribe({ query, variables, headers: { authorization } }, signal);
      if (!start.events) throw new Error(JSON.stringify(start.errors));
      return start.events;
    };
    return { userId, ask, watch };
  }

  /** The statements that were sent while something was done, whoever sent them. */
  async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
    const before = queries.length;
    await work();
    return queries.slice(before);
  }

  async function publish(event: RuzletEvent): Promise<void> {
    await bus.publish([encodeEvent(event)]);
  }

  async function register(userId: string): Promise<void> {
    const data = {
      userId,
      username: `user-${userId.slice(-8)}`,
      displayName: 'Somebody',
      locale: 'en',
      timeZone: 'UTC',
      roles: ['LEARNER' as const],
      registeredAt: clock.now().toISOString(),
    };
    const event = makeEvent('ruzlet.user.registered.v1', { source: '/auth', subject: userId, time: clock.now(), data });
    await publish(event);
    await handled(event.id);
  }

  function deckEvent(
    type: 'ruzlet.content.deck.created.v1' | 'ruzlet.content.deck.updated.v1',
    deck: Partial<EventData<'ruzlet.content.deck.created.v1'>> & { deckId: string; ownerId: string },
  ): RuzletEvent {
    return makeEvent(type, {
      source: '/decks',
      subject: deck.deckId,
      time: clock.now(),
      data: { title: 'Capitals', visibility: 'PRIVATE', cardCount: 3, editorIds: [], viewerIds: [], ...deck },
    });
  }

  /** A deck that teaching has heard of. */
  async function deck(
    facts: { ownerId: string } & Partial<EventData<'ruzlet.content.deck.created.v1'>>,
  ): Promise<string> {
    const deckId = facts.deckId ?? newId(clock.now());
    const event = deckEvent('ruzlet.content.deck.created.v1', { ...facts, deckId });
    await publish(event);
    await handled(event.id);
    return deckId;
  }

  /** Waits until teaching has handled an event. */
  async function handled(eventId: string): Promise<void> {
    await waitFor(async () => (await sql`select 1 from inbox where event_id = ${eventId}`).length > 0, {
      what: `event ${eventId} in the inbox`,
    });
  }

  /** Events that left the house, once nothing waits in the outbox any more. */
  async function events(): Promise<RuzletEvent[]> {
    await waitFor(async () => (await sql`select 1 from outbox`).length === 0, { what: 'an empty outbox' });
    return heard;
  }

  return {
    clock,
    sql,
    bus,
    queries,
    statementsDuring,
    anonymous,
    person,
    publish,
    deckEvent,
    deck,
    register,
    handled,
    events,
    teaching,
    async close() {
      await sql.end();
      await teaching.close();
      await bus.close();
      await rateLimiter.close();
      await objects.close();
      await database.drop();
    },
  };
}

export type TeachingWorld = Awaited<ReturnType<typeof createTeachingWorld>>;
export type Person = Awaited<ReturnType<TeachingWorld['person']>>;

const createCourseDocument = /* GraphQL */ `
  mutation ($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
        joinCode
      }
    }
  }
`;

/** A review of a card, as decks tells it; now, unless `data` says otherwise. */
export function reviewed(
  { clock }: Pick<TeachingWorld, 'clock'>,
  data: Pick<EventData<'ruzlet.learning.card.reviewed.v1'>, 'userId' | 'deckId' | 'cardId' | 'stabilityAfter'> &
    Partial<EventData<'ruzlet.learning.card.reviewed.v1'>>,
): RuzletEvent {
  const now = clock.now().toISOString();
  const { reviewedAt = now } = data;
  return makeEvent('ruzlet.learning.card.reviewed.v1', {
    source: '/decks',
    subject: data.userId,
    time: clock.now(),
    data: {
      reviewId: newId(),
      rating: 3,
      durationMs: 1_000,
      reviewedAt,
      receivedAt: now,
      localDay: reviewedAt.slice(0, 10),
      localHour: 10,
      timeZone: 'UTC',
      stateBefore: 0,
      elapsedDays: 0,
      scheduledDaysBefore: 0,
      stateAfter: 2,
      difficultyAfter: 5,
      scheduledDaysAfter: 3,
      dueAfter: now,
      ...data,
    },
  });
}

/** A course of somebody, published by default. */
export async function makeCourse(
  owner: Person,
  input: { title?: string; description?: string; listed?: boolean; id?: string } = {},
  options: { draft?: boolean } = {},
): Promise<{ id: string; joinCode: string }> {
  const made = await owner.ask(createCourseDocument, { input: { title: 'Geography', ...input } });
  if (made.errors.length > 0) throw new Error(JSON.stringify(made.errors));
  const { course } = made.data.createCourse;
  if (!options.draft)
    await owner.ask(`mutation ($id: ID!) { publishCourse(id: $id) { course { id } } }`, { id: course.id });
  return course;
}

/** The id of a new lesson. */
export async function makeLesson(teacher: Person, courseId: string, input: object = {}): Promise<string> {
  const made = await teacher.ask(`mutation ($input: AddLessonInput!) { addLesson(input: $input) { lesson { id } } }`, {
    input: { courseId, title: 'Europe', ...input },
  });
  if (made.errors.length > 0) throw new Error(JSON.stringify(made.errors));
  return made.data.addLesson.lesson.id;
}

/** The id of a new module. */
export async function makeModule(teacher: Person, courseId: string, input: object = {}): Promise<string> {
  const made = await teacher.ask(`mutation ($input: AddModuleInput!) { addModule(input: $input) { module { id } } }`, {
    input: { courseId, title: 'Continents', ...input },
  });
  if (made.errors.length > 0) throw new Error(JSON.stringify(made.errors));
  return made.data.addModule.module.id;
}

export async function join(student: Person, joinCode: string): Promise<TestResponse> {
  return student.ask(
    `mutation ($joinCode: String!) { joinCourse(joinCode: $joinCode) { enrollment { id role course { id title } } } }`,
    { joinCode },
  );
}
