import type { ClickHouseClient } from '@clickhouse/client';
import type { z } from 'zod';
import { allDays, type DayRange } from '../domain/day-range.js';
import { cardTotals } from './card-totals.js';
import { courseDays } from './course-days.js';
import { courseFunnel } from './course-funnel.js';
import { courseItems } from './course-items.js';
import { courseStudents, recentFrom } from './course-students.js';
import { courseTotals } from './course-totals.js';
import { deckTotals } from './deck-totals.js';
import { createGroupedLoader } from './grouped-loader.js';
import { hardestCards } from './hardest-cards.js';
import { learnerMemory } from './learner-memory.js';
import { learnerTests } from './learner-tests.js';
import { periodOfRange } from './period-of-range.js';
import { runQuery, type Query } from './run-query.js';
import { createSpanLoader } from './span-loader.js';

interface RangeKey {
  id: string;
  range: DayRange;
}

/** The cards of a learner, seen from a moment and by how the learner's days run. */
interface CardsKey {
  id: string;
  today: string;
  timeZone: string;
  dayStartsAt: number;
  now: Date;
}

const rangeText = ({ range }: RangeKey) => `${range.from} ${range.to}`;

export type Loaders = ReturnType<typeof createLoaders>;

/** The figures of one request, loaded in sets. Everything that is asked here has been allowed before. */
export function createLoaders(reader: ClickHouseClient) {
  /** One loader over a query that takes a list of ids under `idsName`, and whose rows carry the id in `idColumn`. */
  function over<Row extends z.ZodType<Record<IdColumn, string>>, IdColumn extends string, Key extends { id: string }>(
    query: Query<Row>,
    idColumn: IdColumn,
    idsName: string,
    argumentsOf: (key: Key) => string,
    parametersOf: (key: Key, keys: Key[]) => Record<string, unknown>,
  ) {
    return createGroupedLoader<Key, z.output<Row>[]>({
      argumentsOf,
      missing: [],
      load: async (ids, sample, keys) => {
        const rows = await runQuery(reader, query, { [idsName]: ids, ...parametersOf(sample, keys) });
        const byId = new Map<string, z.output<Row>[]>();
        for (const row of rows) {
          const ofId = byId.get(row[idColumn]);
          if (ofId) ofId.push(row);
          else byId.set(row[idColumn], [row]);
        }
        return byId;
      },
    });
  }

  const byRange = ({ range }: RangeKey) => ({ ...range });
  return {
    learnerSpans: createSpanLoader(reader),
    learnerTests: over(learnerTests, 'user_id', 'userIds', rangeText, byRange),
    learnerMemory: over(
      learnerMemory,
      'user_id',
      'userIds',
      // Without the moment: within one request it makes no difference.
      ({ today, timeZone, dayStartsAt }: CardsKey) => `${today} ${timeZone} ${String(dayStartsAt)}`,
      ({ today, timeZone, dayStartsAt, now }) => ({ today, timeZone, dayStartsAt, now: now.getTime() }),
    ),
    deckTotals: over(deckTotals, 'deck_id', 'deckIds', rangeText, ({ range }) => ({
      ...range,
      period: periodOfRange(range),
    })),
    hardestCards: over(
      hardestCards,
      'deck_id',
      'deckIds',
      (key: RangeKey & { first: number }) => `${rangeText(key)} ${String(key.first)}`,
      ({ range, first }) => ({ ...range, first }),
    ),
    cardTotals: over(
      cardTotals,
      'card_id',
      'cardIds',
      () => '',
      (_key: { id: string; deckId: string }, keys) => ({ deckIds: [...new Set(keys.map(({ deckId }) => deckId))] }),
    ),
    courseTotals: over(courseTotals, 'course_id', 'courseIds', rangeText, ({ range }) => ({
      ...range,
      periods: [periodOfRange(range)],
    })),
    courseDays: over(courseDays, 'course_id', 'courseIds', rangeText, ({ range }) => ({ ...range, periods: ['DAY'] })),
    courseItems: over(
      courseItems,
      'course_id',
      'courseIds',
      (key: RangeKey & { first: number }) => `${rangeText(key)} ${String(key.first)}`,
      ({ range, first }) => ({ ...range, first }),
    ),
    courseFunnel: over(
      courseFunnel,
      'course_id',
      'courseIds',
      () => '',
      () => ({}),
    ),
    courseStudents: over(
      courseStudents,
      'course_id',
      'courseIds',
      () => '',
      // Days of the students: those of the last 30 days, and the row for all time, which has the latest review.
      ({ now }: { id: string; now: Date }) => ({
        ...allDays,
        periods: ['DAY', 'ALL_TIME'],
        recentFrom: recentFrom(now),
      }),
    ),
  };
}

/** Rows of a query, as its loader gives them for one id. */
export type RowsOf<Name extends keyof Loaders> = Awaited<ReturnType<Loaders[Name]['load']>>;
