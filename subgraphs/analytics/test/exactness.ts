import { encodeEvent } from '@ruzlet/contracts/codec';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { createLogger } from '@ruzlet/platform/log';
import type { Clock } from '@ruzlet/platform/clock';
import { newId } from '@ruzlet/platform/ids';
import { localDay } from '@ruzlet/platform/localtime';
import fc from 'fast-check';
import { expect } from 'vitest';
import { createCollector, type Collector } from '../src/collect/collector.js';
import { allDays } from '../src/domain/day-range.js';
import { leaderboards } from '../src/queries/leaderboard.js';
import { learnerSpans } from '../src/queries/learner-spans.js';
import { runQuery } from '../src/queries/run-query.js';
import type { AnalyticsDb } from '../src/storage/database.js';
import { reviewed, undone } from './events.js';
import { slowLeaderboard, slowLearning } from './slow-figures.js';

/**
 * The exactness of the figures as a property, whatever the bus: collectors die at any step of writing a batch, others take over,
 * publishers publish twice, everything is published again. No figure may differ from a slow count of the events.
 */

/** Where a collector can die: before or after any statement of a batch; after the last one is before it acknowledges. */
interface Step {
  statement: number;
  after: boolean;
}

export interface CrashPlan {
  /** Per learner how many reviews, and which of them are undone. */
  deeds: { learner: number; rating: number; minutesAgo: number; undone: boolean }[];
  /** Each collector dies at its step; after the last, one lives. */
  deaths: Step[];
  /** Two collectors share the work, so that a death moves a batch to one that is at work. */
  pair: boolean;
  /** How often the publisher publishes. */
  repeats: number;
  /** Everything is published once more after the figures were read. */
  replay: boolean;
}

export const crashPlan: fc.Arbitrary<CrashPlan> = fc.record({
  deeds: fc.uniqueArray(
    fc.record({
      learner: fc.nat({ max: 2 }),
      rating: fc.integer({ min: 1, max: 4 }),
      minutesAgo: fc.integer({ min: 1, max: 20_000 }),
      undone: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25, selector: ({ minutesAgo }) => minutesAgo },
  ),
  deaths: fc.array(fc.record({ statement: fc.integer({ min: 1, max: 5 }), after: fc.boolean() }), { maxLength: 4 }),
  pair: fc.boolean(),
  repeats: fc.integer({ min: 1, max: 2 }),
  replay: fc.boolean(),
});

/** A single batch that dies at each step in turn and comes once: nothing later could make good what a step has lost. */
export const everyStep: CrashPlan[] = [1, 2].flatMap((statement) =>
  [false, true].map((after) => ({
    deeds: [
      { learner: 0, rating: 3, minutesAgo: 9, undone: false },
      { learner: 1, rating: 1, minutesAgo: 8, undone: true },
    ],
    deaths: [{ statement, after }],
    pair: false,
    repeats: 1,
    replay: false,
  })),
);

export interface ExactnessMeans {
  bus: Bus;
  clickhouse: Pick<ClickHouse, 'writer' | 'reader'>;
  db: AnalyticsDb;
  clock: Clock;
  /** Waits until ClickHouse has the events; a bus that waits for its consumers need not. */
  settled: (events: readonly RuzletEvent[]) => Promise<void>;
}

/** A collector whose connection breaks for good at its step, so that it never acknowledges the batch; then it is gone. */
function mortalCollector(means: ExactnessMeans, death: Step | undefined, onDeath: () => void): Collector {
  let statements = 0;
  let dead = false;
  const die = () => {
    if (!dead) onDeath();
    dead = true;
    return new Error('the process was killed');
  };
  const { writer: target } = means.clickhouse;
  const mortal = <Parameters extends unknown[], Result>(run: (...parameters: Parameters) => Promise<Result>) => {
    return async (...parameters: Parameters): Promise<Result> => {
      statements += 1;
      const fatal = statements === death?.statement;
      if (dead || (fatal && !death.after)) throw die();
      const done = await run(...parameters);
      if (fatal) throw die();
      return done;
    };
  };
  const insert = mortal((parameters: Parameters<typeof target.insert>[0]) => target.insert(parameters));
  const command = mortal((parameters: Parameters<typeof target.command>[0]) => target.command(parameters));
  const writer = new Proxy(target, {
    get: (_, name) => (name === 'insert' ? insert : name === 'command' ? command : Reflect.get(target, name)),
  });
  return createCollector({
    bus: means.bus,
    writer,
    db: means.db,
    clock: means.clock,
    logger: createLogger({ name: 'test', level: 'silent' }),
    limits: {
      collectBatchRowsMax: 7,
      collectBatchBytesMax: 1_000_000,
      collectBatchWaitMs: 0,
      collectRestFactor: 0,
      collectRestMsMax: 0,
    },
  });
}

/** One run of the property. @throws when a figure differs from a slow count of the events. */
export async function runExactness(means: ExactnessMeans, plan: CrashPlan): Promise<void> {
  const { users, deckId, events } = eventsOf(plan, means.clock.now());
  const deaths = [...plan.deaths];
  const ends: Promise<void>[] = [];
  const living = new Set<Collector>();
  /** One dies, the next takes over. In a pair the other one gets the batch in the middle of its own work. */
  const live = async (): Promise<void> => {
    const collector: Collector = mortalCollector(means, deaths.shift(), () => {
      living.delete(collector);
      ends.push(collector.close().then(live));
    });
    living.add(collector);
    await collector.start();
  };
  await live();
  if (plan.pair) await live();

  const publish = async () => {
    await means.bus.publish(
      events.map((event) => encodeEvent(event)).map(({ topic, key, value }) => ({ topic, key, value })),
    );
    await means.settled(events);
  };
  for (let time = 0; time < plan.repeats; time += 1) await publish();
  await expectFigures(means, events, users, deckId);
  if (plan.replay) {
    await publish();
    await expectFigures(means, events, users, deckId);
  }
  for (const end of ends) await end;
  for (const collector of living) await collector.close();
}

function eventsOf({ deeds }: CrashPlan, now: Date) {
  const users = [newId(), newId(), newId()];
  const deckId = newId();
  const cardId = newId();
  const events = deeds.flatMap(({ learner, rating, minutesAgo, undone: takenBack }): RuzletEvent[] => {
    const at = new Date(now.getTime() - minutesAgo * 60_000);
    const review = reviewed({ userId: users[learner] ?? '', deckId, cardId, rating, reviewedAt: at.toISOString() });
    return takenBack ? [review, undone(review.data, new Date(at.getTime() + 1_000))] : [review];
  });
  return { users, deckId, events };
}

/** Figures that are read from reviews and figures that are read from totals. */
async function expectFigures(means: ExactnessMeans, events: RuzletEvent[], users: string[], deckId: string) {
  const { reader } = means.clickhouse;
  const today = localDay(means.clock.now(), 'UTC', 4);
  const spans = await runQuery(reader, learnerSpans, {
    userIds: users,
    froms: [allDays.from],
    tos: [allDays.to],
    lists: ['DAYS'],
  });
  for (const userId of users) {
    const found = spans
      .filter((row) => row.user_id === userId)
      .flatMap((row) => row.days)
      .map(([day, [reviews, correct, newCards, studyTimeMs]]) => ({ day, reviews, correct, newCards, studyTimeMs }));
    expect(found).toEqual(slowLearning(events, userId, allDays, today).daily);
  }
  const places = await runQuery(reader, leaderboards.DECK, {
    ...allDays,
    period: 'ALL_TIME',
    deckId,
    first: 10,
    viewerId: newId(),
  });
  const found = places
    .map(({ rank, user_id: id, reviews, correct, study_time_ms: studyTimeMs }) => ({
      rank,
      user: { id },
      reviews,
      correct,
      studyTimeMs,
    }))
    .sort((a, b) => a.rank - b.rank || a.user.id.localeCompare(b.user.id));
  expect(found).toEqual(slowLeaderboard(events, deckId, allDays.from, new Set()));
}
