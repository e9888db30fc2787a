import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { topics } from '@ruzlet/contracts/topics';
import { newId } from '@ruzlet/platform/ids';
import { addDays, localDay } from '@ruzlet/platform/localtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewed, testSubmitted, undone } from '../../subgraphs/analytics/test/events.js';
import { slowLearning } from '../../subgraphs/analytics/test/slow-figures.js';
import { crashPoints, openCollectors, type Collectors } from './collectors-that-crash.js';
import { describeProcesses, freePorts, runToEnd, services } from './commands.js';
import { processOf, runningTopology } from './config.js';

const wanted = ['kafka', 'clickhouse', 'postgres-analytics'];
const minuteMs = 60_000;
const daysBack = 30;
const openMs = 180_000;
const testMs = 600_000;
const runs = 4;

const deed = fc.record({
  user: fc.nat({ max: 1 }),
  rating: fc.integer({ min: 1, max: 4 }),
  minutesAgo: fc.integer({ min: 1, max: daysBack * 24 * 60 }),
  durationMs: fc.integer({ min: 0, max: 60_000 }),
  kind: fc.constantFrom('review', 'review', 'review', 'undone', 'test'),
});

const scenario = fc.record({
  deeds: fc.array(deed, { minLength: 10, maxLength: 60 }),
  /** How often each event is published, one after another and all over again at the end. */
  copies: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 60, maxLength: 60 }),
  twice: fc.boolean(),
  /** Where one collector after the other dies. */
  crashes: fc.shuffledSubarray([...crashPoints], { minLength: 2 }),
  /** After which crash a second member joins the group, in the middle of the batch. */
  joinAt: fc.nat({ max: 3 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

/** Ids are new in each run, so that runs share servers and do not meet. */
function eventsOf({ deeds }: Scenario, now: Date) {
  const [users, deckId, cardId] = [[newId(), newId()], newId(), newId()];
  const events = deeds.flatMap<RuzletEvent>(({ user, minutesAgo, kind, ...review }) => {
    const userId = users[user] ?? '';
    const at = new Date(now.getTime() - minutesAgo * minuteMs);
    if (kind === 'test') return [testSubmitted({ userId, deckId, score: review.rating / 4, submittedAt: at })];
    const event = reviewed({ ...review, userId, deckId, cardId, reviewedAt: at.toISOString() });
    return kind === 'undone' ? [event, undone(event.data, new Date(at.getTime() + 1_000))] : [event];
  });
  return { users, events };
}

/** Shares are summed in another order by the database. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toFixed(9)) : part)),
  );
}

describe('figures over Kafka and a ClickHouse server', () => {
  const env: Record<string, string> = {};
  let collectors: Collectors;

  // Servers of its own: the topology's collector is of the same group.
  beforeAll(async () => {
    env.RUZLET_SERVICES_DIR = await mkdtemp(join(tmpdir(), 'ruzlet-exactness-'));
    const names = [...wanted, 'kafka-controller'];
    const ports = await freePorts(names.length);
    for (const [index, name] of names.entries()) {
      env[`RUZLET_SERVICES_PORT_${name.toUpperCase().replaceAll('-', '_')}`] = ports[index] ?? '';
    }
    await services(['up', ...wanted], env);
    const processes = await describeProcesses(env);
    const envOf = (name: string) => processes[name]?.env ?? {};
    const made = await runToEnd({ ...processOf(runningTopology(), 'topics'), env: envOf('topics') });
    expect(made).toEqual({ code: 0, output: made.output });
    collectors = await openCollectors(envOf('analytics'));
  }, openMs);
  afterAll(async () => {
    await collectors.close();
    await services(['down'], env);
    await rm(env.RUZLET_SERVICES_DIR ?? '', { recursive: true, force: true });
  });

  it(
    'are those of a slow count, whatever is published twice, dies at any step, is reshuffled or replayed',
    async () => {
      const figures = { runs: 0, events: 0, published: 0, crashes: 0, members: 0 };
      await fc.assert(
        fc.asyncProperty(scenario, async (plan) => {
          const now = new Date();
          const { users, events } = eventsOf(plan, now);
          const reviews = events.filter(({ type }) => type === 'ruzlet.learning.card.reviewed.v1');
          fc.pre(reviews.length > 0);
          const today = localDay(now, 'UTC', 4);
          const range = { from: addDays(today, -daysBack - 1), to: today };
          const expected = users.map((userId) => {
            const slow = slowLearning(events, userId, range, today);
            const { reviews: count, studyTimeMs, accuracy, testsSubmitted, averageTestScore } = slow;
            const { ratings, daily, streak, trueRetention } = slow;
            const sums = { reviews: count, studyTimeMs, accuracy, testsSubmitted, averageTestScore };
            return rounded({ ...sums, ratings, daily, streak, trueRetention });
          });

          const repeated = events.flatMap((event, index) =>
            Array.from({ length: plan.copies[index % plan.copies.length] ?? 1 }, () => event),
          );
          const sent = plan.twice ? [...repeated, ...events] : repeated;
          const publishing = collectors.publish(sent);
          for (const [index, point] of plan.crashes.entries()) {
            // Something has to be there for it to die over.
            await collectors.publish(reviews.slice(0, 3));
            await collectors.runUntilCrash(point, { withSecond: index === plan.joinAt });
          }
          await publishing;
          await collectors.settle();
          expect(rounded(await collectors.figures(users, range))).toEqual(expected);

          await collectors.replay();
          expect(rounded(await collectors.figures(users, range))).toEqual(expected);
          figures.runs += 1;
          figures.events += events.length;
          figures.published += sent.length + 3 * plan.crashes.length;
          figures.crashes += plan.crashes.length;
        }),
        // A run takes seconds: a failing one is shown as it is.
        { numRuns: runs, endOnFailure: true },
      );
      console.info('exactness over Kafka:', {
        ...figures,
        members: collectors.opened(),
        replayedTopics: topics.length,
      });
    },
    testMs,
  );
});
